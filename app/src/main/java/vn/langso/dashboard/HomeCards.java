package vn.langso.dashboard;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import gg.jte.Content;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.langso.shell.Caller;
import vn.langso.shell.HomeCard;
import vn.langso.shell.HomeCard.Slot;
import vn.langso.shell.Page;

/** The blocks that modules hand in, for one reader. */
@Component
class HomeCards {

    private final List<HomeCard> cards;

    HomeCards(ObjectProvider<HomeCard> cards) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
    }

    Blocks of(Page page, Caller caller) {
        Map<Slot, List<Content>> blocks = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            blocks.put(
                    slot,
                    cards.stream()
                            .filter(card -> card.slot() == slot)
                            .map(card -> card.content(page, caller))
                            .filter(Objects::nonNull)
                            .toList());
        }
        return new Blocks(blocks);
    }

    /** The blocks by slot, each list in its order. */
    record Blocks(Map<Slot, List<Content>> bySlot) {

        List<Content> action() {
            return bySlot.getOrDefault(Slot.ACTION, List.of());
        }

        List<Content> tiles() {
            return bySlot.getOrDefault(Slot.TILE, List.of());
        }

        List<Content> main() {
            return bySlot.getOrDefault(Slot.MAIN, List.of());
        }

        List<Content> side() {
            return bySlot.getOrDefault(Slot.SIDE, List.of());
        }
    }
}
