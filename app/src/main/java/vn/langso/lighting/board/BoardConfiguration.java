package vn.langso.lighting.board;

import java.util.UUID;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.lighting.LightingAssets;
import vn.langso.places.PlaceKind;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.HomeCard;
import vn.langso.shell.Html;
import vn.langso.shell.NavEntry;
import vn.langso.shell.Page;

@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    NavEntry lightingEntry() {
        return new NavEntry(BoardController.NAV, "lightbulb", "/lighting", 15, LightingAssets.READ);
    }

    @Bean
    HomeCard lightsCard(Board board, Places places) {
        return new LightsCard(board, places);
    }

    record CardView(Page page, VillageLights lights) {}

    /** The big switch's state and the roads, on the home of whoever has a village. */
    private record LightsCard(Board board, Places places) implements HomeCard {

        @Override
        public Slot slot() {
            return Slot.SIDE;
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public @Nullable Content content(Page page, Caller caller) {
            UUID place = caller.placeId();
            if (place == null
                    || !caller.may(LightingAssets.READ, place)
                    || places.tree().get(place).kind() != PlaceKind.VILLAGE) {
                return null;
            }
            VillageLights lights = board.of(place);
            return lights.lamps().isEmpty()
                    ? null
                    : Html.content("lighting/board/_card.jte", new CardView(page, lights));
        }
    }
}
