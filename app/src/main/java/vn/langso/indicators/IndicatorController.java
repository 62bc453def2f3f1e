package vn.langso.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.indicators.FigureWords.Step;
import vn.langso.kernel.Texts;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** One figure of a place: how it is computed, how it went, where it is high and low, and the records behind it. */
@Controller
class IndicatorController {

    private static final int MONTHS = 12;
    private static final int RECORDS = 50;

    private final Indicators indicators;
    private final Places places;
    private final Pages pages;

    IndicatorController(Indicators indicators, Places places, Pages pages) {
        this.indicators = indicators;
        this.places = places;
        this.pages = pages;
    }

    record Row(String label, String value, @Nullable String href) {}

    record Month(LocalDate asOf, String month, String value, boolean kept) {}

    /** {@code refusal} says why the records are not open to this reader; null when they are. */
    record Drill(List<Row> links, @Nullable String refusal, boolean signIn) {}

    record Figure(
            String name,
            String value,
            String beside,
            @Nullable Step change,
            String help,
            String formula,
            String evidence) {}

    record View(
            Page page,
            PlaceOnDay asked,
            LocalDate today,
            Map<String, String> crumbs,
            String action,
            Figure figure,
            @Nullable TrendChart chart,
            List<Month> months,
            List<Row> children,
            Drill drill) {}

    record Line(
            String label,
            @Nullable String detail,
            @Nullable String place,
            @Nullable String href) {}

    record Tab(String label, String href, boolean here) {}

    record RecordsView(
            Page page,
            PlaceOnDay asked,
            Map<String, String> crumbs,
            String heading,
            String sub,
            List<Tab> tabs,
            List<Line> lines,
            @Nullable String first,
            @Nullable String next,
            boolean persons) {}

    @OpenToAll
    @GetMapping("/places/{code}/indicators/{indicator}")
    Html show(
            HttpServletRequest request,
            @Nullable Caller caller,
            @PathVariable String code,
            @PathVariable String indicator,
            @RequestParam @Nullable String on) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, on);
        UUID place = asked.place().id();
        Indicator figure = indicators.one(place, indicator, asked.on());
        List<TrendPoint> trend = indicators.trend(
                place, indicator, asked.on().minusMonths(MONTHS).withDayOfMonth(1), asked.on());
        Texts t = pages.texts(request);
        FigureWords words = new FigureWords(t);
        String name = words.name(figure.definition());
        Map<String, String> crumbs = new LinkedHashMap<>(IndicatorsController.crumbs(tree, asked));
        crumbs.put("/places/" + code + "/indicators" + IndicatorsController.day(asked), t.say("indicators.list.title"));
        return Html.of(
                "indicators/show.jte",
                new View(
                        pages.page(
                                request,
                                IndicatorsController.NAV,
                                "indicators.detail.page-title",
                                name,
                                asked.place().fullName()),
                        asked,
                        tree.today(),
                        crumbs,
                        "/places/" + code + "/indicators/" + indicator,
                        figure(words, figure, trend, asked),
                        TrendChart.of(trend, t),
                        months(words, trend),
                        children(words, indicator, asked),
                        drill(caller, words, figure, asked)));
    }

    @Needs(Indicators.READ)
    @GetMapping("/places/{code}/indicators/{indicator}/records")
    Html records(
            HttpServletRequest request,
            Caller caller,
            @PathVariable String code,
            @PathVariable String indicator,
            RecordsAsked sent) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, sent.on());
        Counted counted = IndicatorsApiController.countedOf(sent.counted() == null ? "numerator" : sent.counted());
        UUID place = asked.place().id();
        RecordPage found = indicators.records(
                caller, new RecordQuestion(place, indicator, counted, asked.on()), sent.after(), RECORDS);
        Indicator figure = indicators.one(place, indicator, asked.on());
        Texts t = pages.texts(request);
        FigureWords words = new FigureWords(t);
        String heading = heading(words, figure, counted);
        Map<String, String> crumbs = new LinkedHashMap<>(IndicatorsController.crumbs(tree, asked));
        crumbs.put(
                "/places/" + code + "/indicators/" + indicator + IndicatorsController.day(asked),
                words.name(figure.definition()));
        String here = recordsHref(asked, indicator, counted);
        List<Line> lines = found.records().stream()
                .map(each -> new Line(
                        each.label(),
                        each.detail(),
                        each.placeId().equals(place)
                                ? null
                                : tree.get(each.placeId(), asked.on()).fullName(),
                        each.href()))
                .toList();
        return Html.of(
                "indicators/records.jte",
                new RecordsView(
                        pages.page(
                                request,
                                IndicatorsController.NAV,
                                "indicators.records.page-title",
                                heading,
                                asked.place().fullName()),
                        asked,
                        crumbs,
                        heading,
                        t.say("indicators.records.sub", asked.place().fullName(), t.date(asked.on())),
                        tabs(words, figure, asked, counted),
                        lines,
                        sent.after() == null ? null : here,
                        found.after() == null ? null : here + "&after=" + found.after(),
                        indicators.namesPersons(indicator)));
    }

    /** The query of the list of records. */
    record RecordsAsked(
            @Nullable String on,
            @Nullable String counted,
            @Nullable UUID after) {}

    private static Figure figure(FigureWords words, Indicator figure, List<TrendPoint> trend, PlaceOnDay asked) {
        Long denominator = figure.denominator();
        Texts t = words.t();
        String formula = "";
        if (denominator != null && denominator > 0) {
            String key = figure.hasPercent() ? "indicators.detail.formula" : "indicators.detail.formula-few";
            formula = t.say(
                    key,
                    t.number(figure.numerator()),
                    t.number(denominator),
                    words.unit(figure.definition()),
                    words.value(figure),
                    Indicator.FEWEST_FOR_PERCENT);
        }
        return new Figure(
                words.name(figure.definition()),
                words.value(figure),
                words.beside(figure),
                words.change(trend),
                words.help(figure.definition()),
                formula,
                words.evidence(figure, asked.current()));
    }

    private static List<Month> months(FigureWords words, List<TrendPoint> trend) {
        return trend.reversed().stream()
                .map(point -> new Month(point.asOf(), words.t().date(point.asOf()), words.point(point), point.kept()))
                .toList();
    }

    private List<Row> children(FigureWords words, String indicator, PlaceOnDay asked) {
        return indicators.byChild(asked.place().id(), indicator, asked.on()).stream()
                .map(child -> new Row(
                        child.place().fullName(),
                        child.hasPercent() ? words.value(child) + " (" + words.beside(child) + ")" : words.value(child),
                        "/places/" + child.place().code() + "/indicators/" + indicator
                                + IndicatorsController.day(asked)))
                .toList();
    }

    private Drill drill(@Nullable Caller caller, FigureWords words, Indicator figure, PlaceOnDay asked) {
        String code = figure.definition().code();
        Texts t = words.t();
        if (!indicators.mayOpenRecords(caller, asked.place().id(), code)) {
            String key = indicators.namesPersons(code)
                    ? "indicators.detail.closed"
                    : caller == null ? "indicators.detail.sign-in" : "indicators.detail.elsewhere";
            return new Drill(List.of(), t.say(key, asked.place().nameInText()), caller == null);
        }
        List<Row> links = new ArrayList<>();
        for (Counted counted : lists(figure)) {
            links.add(new Row(heading(words, figure, counted), "", recordsHref(asked, code, counted)));
        }
        return new Drill(links, null, false);
    }

    private List<Tab> tabs(FigureWords words, Indicator figure, PlaceOnDay asked, Counted here) {
        return lists(figure).stream()
                .map(counted -> new Tab(
                        heading(words, figure, counted),
                        recordsHref(asked, figure.definition().code(), counted),
                        counted == here))
                .toList();
    }

    /** A list for those that are missing first, because that is where work waits; only lists that have something. */
    private static List<Counted> lists(Indicator figure) {
        List<Counted> lists = new ArrayList<>();
        if (figure.missing() > 0) {
            lists.add(Counted.MISSING);
        }
        if (figure.numerator() > 0) {
            lists.add(Counted.NUMERATOR);
        }
        return lists;
    }

    private static String heading(FigureWords words, Indicator figure, Counted counted) {
        Texts t = words.t();
        Long denominator = figure.denominator();
        String unit = words.unit(figure.definition());
        return switch (counted) {
            case MISSING -> words.missing(figure);
            case NUMERATOR -> t.say("indicators.records.counted", t.number(figure.numerator()), unit);
            case DENOMINATOR ->
                t.say("indicators.records.all", t.number(denominator == null ? figure.numerator() : denominator), unit);
        };
    }

    private static String recordsHref(PlaceOnDay asked, String code, Counted counted) {
        String which = counted.name().toLowerCase(java.util.Locale.ROOT);
        String day = asked.current() ? "" : "&on=" + asked.on();
        return "/places/" + asked.place().code() + "/indicators/" + code + "/records?counted=" + which + day;
    }
}
