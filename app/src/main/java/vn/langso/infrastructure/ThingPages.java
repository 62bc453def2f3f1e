package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.kernel.Texts;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Page;

/** What the pages of a thing show: their frame, their history, and the rows of network services. */
@Component
class ThingPages {

    /** Empty rows offered below those filled in. */
    private static final int SPARE_ROWS = 2;

    private static final int HISTORY = 20;

    private final Places places;
    private final Audit audit;

    ThingPages(Places places, Audit audit) {
        this.places = places;
        this.audit = audit;
    }

    record Fact(String label, String value) {}

    record History(String what, String who, String at, String atIso) {}

    /** The page of one thing; {@code actions} is its own address. */
    record ShowView(
            Page page,
            Map<String, String> crumbs,
            String heading,
            List<Fact> facts,
            List<String> services,
            String actions,
            int version,
            boolean mayEdit,
            boolean closed,
            Form close,
            List<History> history) {}

    /** The form of one thing; {@code stored} is what stands in the register when somebody else was quicker. */
    record FormView(
            Page page,
            Map<String, String> crumbs,
            String heading,
            String action,
            String back,
            Form form,
            boolean lane,
            Map<String, String> kinds,
            Map<String, String> technologies,
            int rows,
            int version,
            List<Fact> stored) {}

    UUID villageOf(String code) {
        return PlaceOnDay.of(places.tree(), code, null).place().id();
    }

    String codeOf(UUID village) {
        return places.tree().get(village).code();
    }

    /** The way to a village's overview. */
    Map<String, String> crumbs(Texts t, UUID village) {
        PlaceTree tree = places.tree();
        PlaceOnDay today = new PlaceOnDay(tree.get(village), tree.today(), true);
        Map<String, String> links = new LinkedHashMap<>(OverviewController.crumbs(tree, today));
        links.put("/places/" + today.place().code() + "/infrastructure", t.say("infrastructure.overview.title"));
        return links;
    }

    boolean mayEdit(@Nullable Caller caller, UUID village) {
        return caller != null && caller.may(Infrastructure.EDIT, village);
    }

    List<History> history(Texts t, String type, UUID id) {
        return audit.changesOf(type, id, HISTORY).stream()
                .map(entry -> new History(
                        t.say("infrastructure.history." + entry.action().replace("infrastructure.", "")),
                        entry.actorName(),
                        t.dateTime(entry.at()),
                        entry.at().toString()))
                .toList();
    }

    static List<Fact> facts(Texts t, AssetDetails details) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(t, "kind", t.say("infrastructure.kind." + details.kind().code())));
        facts.add(fact(t, "name", details.name()));
        add(facts, t, "operator", details.operator());
        add(facts, t, "location", details.location());
        Position position = details.position();
        if (position != null) {
            facts.add(fact(t, "position", position.latitude() + ", " + position.longitude()));
        }
        Integer length = details.lengthM();
        if (length != null) {
            facts.add(fact(t, "length", t.say("infrastructure.overview.metres", t.number(length))));
        }
        addDays(facts, t, details.since(), details.until());
        facts.add(fact(t, "source", details.source()));
        return facts;
    }

    static List<String> services(Texts t, List<NetworkOffer> services) {
        return services.stream()
                .map(service -> {
                    String what = t.say(
                            "infrastructure.technology." + service.technology().code());
                    String operator = service.operator();
                    String who = operator == null ? what : what + ", " + operator;
                    LocalDate until = service.until();
                    return until == null
                            ? t.say("infrastructure.show.service", who, t.date(service.since()))
                            : t.say("infrastructure.show.service-ended", who, t.date(service.since()), t.date(until));
                })
                .toList();
    }

    static Map<String, String> kinds(Texts t) {
        Map<String, String> kinds = new LinkedHashMap<>();
        AssetKind.SITES.forEach(kind -> kinds.put(kind.code(), t.say("infrastructure.kind." + kind.code())));
        return kinds;
    }

    static Map<String, String> technologies(Texts t, boolean fibre) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Technology.values())
                .filter(technology -> fibre || technology != Technology.FIBRE)
                .forEach(technology ->
                        names.put(technology.code(), t.say("infrastructure.technology." + technology.code())));
        return names;
    }

    /** The services filled in, without the rows left empty. */
    static List<InputReader.Offer> services(Form sent) {
        List<InputReader.Offer> services = new ArrayList<>();
        for (int i = 0; sent.values().containsKey("services[" + i + "].technology"); i++) {
            String at = "services[" + i + "].";
            InputReader.Offer service = new InputReader.Offer(
                    sent.value(at + "technology"),
                    sent.value(at + "operator"),
                    sent.value(at + "since"),
                    sent.value(at + "until"));
            if (!(service.technology() + service.operator() + service.since() + service.until()).isEmpty()) {
                services.add(service);
            }
        }
        return services;
    }

    /** The form with its services in rows without gaps, so that problems stand beside the row that they mean. */
    static Form withServices(Form form, List<InputReader.Offer> services) {
        Map<String, List<String>> values = new LinkedHashMap<>(form.values());
        values.keySet().removeIf(name -> name.startsWith("services["));
        for (int i = 0; i < services.size(); i++) {
            InputReader.Offer service = services.get(i);
            String at = "services[" + i + "].";
            values.put(at + "technology", List.of(InputReader.text(service.technology())));
            values.put(at + "operator", List.of(InputReader.text(service.operator())));
            values.put(at + "since", List.of(InputReader.text(service.since())));
            values.put(at + "until", List.of(InputReader.text(service.until())));
        }
        return new Form(values, form.problems());
    }

    static int rows(List<InputReader.Offer> services) {
        return services.size() + SPARE_ROWS;
    }

    /** The date of three boxes as one text; what is no day stays as typed, to be told so. */
    static String day(Form sent, String field) {
        if (!sent.hasDate(field)) {
            return "";
        }
        LocalDate day = sent.date(field);
        return day == null
                ? sent.value(field + "-day") + "/" + sent.value(field + "-month") + "/" + sent.value(field + "-year")
                : day.toString();
    }

    static int version(Form sent) {
        try {
            return Integer.parseInt(sent.value("version"));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static void addDays(List<Fact> facts, Texts t, LocalDate since, @Nullable LocalDate until) {
        facts.add(fact(t, "since", t.date(since)));
        if (until != null) {
            facts.add(fact(t, "until", t.date(until)));
        }
    }

    private static void add(List<Fact> facts, Texts t, String label, @Nullable String value) {
        if (value != null) {
            facts.add(fact(t, label, value));
        }
    }

    private static Fact fact(Texts t, String label, String value) {
        return new Fact(t.say("infrastructure.form." + label), value);
    }
}
