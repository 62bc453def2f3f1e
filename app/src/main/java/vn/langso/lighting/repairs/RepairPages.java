package vn.langso.lighting.repairs;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.Spot;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmWords;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.HomeCard;
import vn.langso.shell.Html;
import vn.langso.shell.Page;

/** What the pages of repairs show, and the electrician's block on the home page. */
@Component
class RepairPages implements HomeCard {

    private static final int FEW = 5;

    private final Repairs repairs;
    private final LightingAssets assets;
    private final Places places;
    private final InstantSource clock;

    RepairPages(Repairs repairs, LightingAssets assets, Places places, InstantSource clock) {
        this.repairs = repairs;
        this.assets = assets;
        this.places = places;
        this.clock = clock;
    }

    record State(String color, String icon, String text) {}

    record Row(
            String id,
            String title,
            String village,
            String when,
            String whenIso,
            State state,
            String who,
            String age) {}

    record ListView(
            Page page,
            String place,
            String placeCode,
            String topic,
            boolean all,
            List<Row> rows,
            String mended,
            @Nullable String first,
            @Nullable String next) {}

    /** {@code map} is an address that a phone opens in its map; null when nobody has placed the thing. */
    record ShowView(
            Page page,
            Row row,
            Map<String, String> crumbs,
            List<String> facts,
            List<String> parts,
            @Nullable String map,
            @Nullable String before,
            @Nullable String after,
            @Nullable String alarm,
            String actions,
            boolean mayTake,
            boolean mayFinish,
            boolean mayReopen,
            Form form) {}

    record HomeView(Page page, String topic, List<Row> rows, int open) {}

    Row row(Texts t, Repair repair) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime until = repair.verifiedAt() == null ? now : repair.verifiedAt();
        Repair.Taken taken = repair.taken();
        return new Row(
                repair.id().toString(),
                AlarmWords.title(t, repair.kind(), repair.label()),
                places.tree().get(repair.placeId()).fullName(),
                t.dateTime(repair.openedAt()),
                repair.openedAt().toString(),
                state(t, repair),
                taken == null ? "" : taken.name(),
                AlarmWords.duration(t, Duration.between(repair.openedAt(), until)));
    }

    ShowView show(Page page, Caller caller, Repair repair, Form form) {
        Texts t = page.t();
        boolean may = caller.may(Repairs.WORK, repair.placeId());
        Repair.Done done = repair.done();
        return new ShowView(
                page,
                row(t, repair),
                Map.of(
                        "/lighting/repairs?place="
                                + places.tree().get(repair.placeId()).code(),
                        t.say("repairs.list.title")),
                facts(t, repair),
                parts(t, repair),
                map(repair),
                photo(repair.beforePhotoId()),
                done == null ? null : photo(done.photoId()),
                repair.alarmId() == null ? null : "/lighting/alarms/" + repair.alarmId(),
                "/lighting/repairs/" + repair.id(),
                may && repair.state() == Repair.State.OPEN,
                may && repair.state() == Repair.State.TAKEN,
                may && (repair.state() == Repair.State.DONE || repair.state() == Repair.State.VERIFIED),
                form);
    }

    String mended(Texts t, RepairStore.Mended mended) {
        return mended.repairs() == 0
                ? t.say("repairs.mended.none")
                : t.say(
                        "repairs.mended.some",
                        t.number(mended.repairs()),
                        AlarmWords.duration(t, Duration.ofSeconds(mended.medianSeconds())));
    }

    List<String> heads(Texts t) {
        return List.of(
                t.say("repairs.column.when"),
                t.say("repairs.column.village"),
                t.say("repairs.column.what"),
                t.say("repairs.column.state"),
                t.say("repairs.column.who"),
                t.say("repairs.column.time"),
                t.say("repairs.column.parts"),
                t.say("repairs.column.note"));
    }

    List<String> cells(Texts t, Repair repair) {
        Row row = row(t, repair);
        Repair.Done done = repair.done();
        return List.of(
                row.when(),
                row.village(),
                row.title(),
                row.state().text(),
                row.who(),
                row.age(),
                done == null ? "" : done.parts(),
                done == null ? "" : done.note());
    }

    @Override
    public Slot slot() {
        return Slot.ACTION;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public @Nullable Content content(Page page, Caller caller) {
        UUID place = caller.placeId();
        if (place == null || caller.role() != Role.ELECTRICIAN || !caller.may(Repairs.WORK)) {
            return null;
        }
        List<Row> rows = repairs.list(caller, place, false, null, FEW).stream()
                .map(repair -> row(page.t(), repair))
                .toList();
        int open = repairs.openCount(assets.villages(place));
        return Html.content("lighting/repairs/_home.jte", new HomeView(page, "lighting." + place, rows, open));
    }

    private static State state(Texts t, Repair repair) {
        String text = t.say("repairs.state." + repair.state().code());
        return switch (repair.state()) {
            case OPEN -> new State("warning", "wrench-fill", text);
            case TAKEN -> new State("info", "hand-tap", text);
            case DONE -> new State("info", "hourglass-medium", text);
            case VERIFIED -> new State("success", "check-circle-fill", text);
        };
    }

    private static List<String> facts(Texts t, Repair repair) {
        List<String> facts = new ArrayList<>();
        if (!repair.lamps().isEmpty()) {
            facts.add(AlarmWords.lamps(t, repair.lamps()));
        }
        Repair.Done done = repair.done();
        if (done != null && !done.note().isEmpty()) {
            facts.add(done.note());
        }
        if (done != null && !done.parts().isEmpty()) {
            facts.add(t.say("repairs.show.used", done.parts()));
        }
        if (repair.reopened() > 0) {
            facts.add(t.count("repairs.show.reopened", repair.reopened()));
        }
        return facts;
    }

    /** What to take along. */
    private List<String> parts(Texts t, Repair repair) {
        Layout layout = assets.layoutOf(repair.cabinetId());
        List<String> parts = new ArrayList<>();
        parts.add(t.say("repairs.parts." + repair.kind().code()));
        if (repair.kind() == AlarmKind.LAMP_FAULT) {
            lamps(layout, repair).stream()
                    .map(lamp -> t.say("repairs.parts.lamp", lamp.watts()))
                    .distinct()
                    .forEach(parts::add);
        }
        return parts;
    }

    private @Nullable String map(Repair repair) {
        Layout layout = assets.layoutOf(repair.cabinetId());
        Spot spot = lamps(layout, repair).stream()
                .map(Lamp::spot)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(layout.cabinet().spot());
        return spot == null ? null : "geo:" + spot.latitude() + "," + spot.longitude();
    }

    private static List<Lamp> lamps(Layout layout, Repair repair) {
        List<Lamp> named = layout.lamps().stream()
                .filter(lamp -> repair.lamps().contains(lamp.code()))
                .toList();
        return named.isEmpty()
                ? layout.circuit(repair.label()).map(layout::lampsOf).orElse(List.of())
                : named;
    }

    private static @Nullable String photo(@Nullable UUID id) {
        return id == null ? null : "/api/v1/files/" + id + "/content";
    }
}
