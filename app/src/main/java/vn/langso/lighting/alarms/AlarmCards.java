package vn.langso.lighting.alarms;

import java.util.List;
import java.util.UUID;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.kernel.Texts;
import vn.langso.lighting.LightingAssets;
import vn.langso.shell.Caller;
import vn.langso.shell.HomeCard;
import vn.langso.shell.Html;
import vn.langso.shell.Page;

/** What home pages show of alarms: before everything else those that wait for an answer, and a tile with how the lights are. */
@Configuration(proxyBeanMethods = false)
class AlarmCards {

    private static final int FEW = 3;
    private static final int MANY = 50;

    /** One alarm with the buttons to answer it. */
    record Line(AlarmPages.Row row, String action) {}

    record View(Page page, String topic, List<Line> lines, int more, String all, List<String> knownReasons) {}

    record Tile(Page page, String topic, String href, String state) {}

    @Bean
    HomeCard openAlarms(Alarms alarms, LightingAssets assets, AlarmPages pages) {
        return new OpenAlarms(alarms, assets, pages);
    }

    @Bean
    HomeCard lightsTile(Alarms alarms, LightingAssets assets) {
        return new LightsTile(alarms, assets);
    }

    private record OpenAlarms(Alarms alarms, LightingAssets assets, AlarmPages pages) implements HomeCard {

        @Override
        public Slot slot() {
            return Slot.ACTION;
        }

        @Override
        public int order() {
            return 1;
        }

        /** Always there for those who answer alarms, so that it can appear while the page is open. */
        @Override
        public @Nullable Content content(Page page, Caller caller) {
            UUID place = caller.placeId();
            if (place == null || !caller.may(Alarms.ANSWER)) {
                return null;
            }
            Texts t = page.t();
            List<Alarm> waiting = alarms.open(assets.villages(place), MANY).stream()
                    .filter(alarm -> alarm.isWaiting() && alarm.kind().weight() != AlarmKind.Weight.NEWS)
                    .toList();
            List<Line> lines = waiting.stream()
                    .limit(FEW)
                    .map(alarm -> new Line(pages.row(t, alarm), "/lighting/alarms/" + alarm.id() + "/answers"))
                    .toList();
            return Html.content(
                    "lighting/alarms/_home.jte",
                    new View(
                            page,
                            "lighting." + place,
                            lines,
                            waiting.size() - lines.size(),
                            "/lighting/alarms?filter=waiting",
                            AlarmPages.knownReasons(t)));
        }
    }

    private record LightsTile(Alarms alarms, LightingAssets assets) implements HomeCard {

        @Override
        public Slot slot() {
            return Slot.TILE;
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public @Nullable Content content(Page page, Caller caller) {
            UUID place = caller.placeId();
            if (place == null || !caller.may(Alarms.READ)) {
                return null;
            }
            Texts t = page.t();
            List<Alarm> open = alarms.open(assets.villages(place), MANY);
            int dark = open.stream().mapToInt(alarm -> alarm.lamps().size()).sum();
            String state = open.isEmpty()
                    ? t.say("alarms.tile.fine")
                    : dark == 0 ? t.count("alarms.tile.open", open.size()) : t.count("alarms.tile.dark", dark);
            return Html.content(
                    "lighting/alarms/_tile.jte", new Tile(page, "lighting." + place, "/lighting/alarms", state));
        }
    }
}
