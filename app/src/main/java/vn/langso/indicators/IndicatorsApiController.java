package vn.langso.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Caller;
import vn.langso.shell.Languages;
import vn.langso.shell.Needs;
import vn.langso.shell.OpenToAll;

/** Figures over the API. Figures are sums and open to all; the records behind them are not. */
@RestController
class IndicatorsApiController {

    private static final int TREND_MONTHS = 12;

    private final Indicators indicators;
    private final Places places;
    private final Languages languages;

    IndicatorsApiController(Indicators indicators, Places places, Languages languages) {
        this.indicators = indicators;
        this.places = places;
        this.languages = languages;
    }

    /** One figure; {@code value} is a percentage for shares, {@code denominator} is null for counts. */
    record Item(
            String code,
            String name,
            @Nullable BigDecimal value,
            long numerator,
            @Nullable Long denominator,
            String unit,
            LocalDate asOf,
            String source) {

        static Item of(Indicator indicator, Texts t) {
            IndicatorDefinition definition = indicator.definition();
            String key = "indicator." + definition.code();
            return new Item(
                    definition.code(),
                    t.say(key),
                    indicator.value(),
                    indicator.numerator(),
                    indicator.denominator(),
                    definition.unit(),
                    indicator.asOf(),
                    t.say(key + ".source"));
        }
    }

    record Successor(String code, String name) {}

    /** All figures of a place; {@code endedOn} and {@code successors} tell that it is no more. */
    record Items(
            List<Item> items,
            @Nullable UUID after,
            String place,
            LocalDate on,
            @Nullable LocalDate endedOn,
            List<Successor> successors) {}

    record TrendItem(
            LocalDate asOf,
            @Nullable BigDecimal value,
            long numerator,
            @Nullable Long denominator,
            boolean kept) {}

    record TrendItems(List<TrendItem> items, @Nullable UUID after, String code) {}

    record RecordItem(
            UUID id,
            String placeCode,
            String placeName,
            String label,
            @Nullable String detail,
            @Nullable String href) {}

    record RecordItems(List<RecordItem> items, @Nullable UUID after) {}

    @OpenToAll
    @GetMapping("/api/v1/places/{code}/indicators")
    @ApiShape(
            answer = Items.class,
            media = {"application/json", "text/csv"})
    ResponseEntity<?> all(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String format) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, on);
        List<Indicator> figures = indicators.at(asked.place().id(), asked.on());
        Texts t = languages.of(request);
        if (wantsCsv(request, format)) {
            return csv(asked, figures, t);
        }
        LocalDate ended = asked.place().validTo();
        boolean gone = ended != null && ended.isBefore(tree.today());
        List<Successor> successors = tree.successors(asked.place().id()).stream()
                .map(place -> new Successor(place.code(), place.fullName()))
                .toList();
        List<Item> items = figures.stream().map(figure -> Item.of(figure, t)).toList();
        return ResponseEntity.ok(
                new Items(items, null, code, asked.on(), gone ? ended : null, gone ? successors : List.of()));
    }

    @OpenToAll
    @GetMapping("/api/v1/places/{code}/indicators/{indicator}")
    Item one(
            HttpServletRequest request,
            @PathVariable String code,
            @PathVariable String indicator,
            @RequestParam @Nullable String on) {
        PlaceOnDay asked = PlaceOnDay.of(places.tree(), code, on);
        return Item.of(indicators.one(asked.place().id(), indicator, asked.on()), languages.of(request));
    }

    /** Points at the ends of the months from {@code from} (a year back) to {@code on} (today). */
    @OpenToAll
    @GetMapping("/api/v1/places/{code}/indicators/{indicator}/trend")
    TrendItems trend(
            @PathVariable String code,
            @PathVariable String indicator,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable String on) {
        PlaceOnDay asked = PlaceOnDay.of(places.tree(), code, on);
        LocalDate first = from == null ? asked.on().minusMonths(TREND_MONTHS) : from;
        List<TrendItem> points = indicators.trend(asked.place().id(), indicator, first, asked.on()).stream()
                .map(point -> new TrendItem(
                        point.asOf(), point.value(), point.numerator(), point.denominator(), point.kept()))
                .toList();
        return new TrendItems(points, null, indicator);
    }

    @Needs(Indicators.READ)
    @GetMapping("/api/v1/places/{code}/indicators/{indicator}/records")
    RecordItems records(
            Caller caller,
            @PathVariable String code,
            @PathVariable String indicator,
            @RequestParam @Nullable String on,
            @RequestParam(defaultValue = "numerator") String counted,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, on);
        RecordQuestion question = new RecordQuestion(asked.place().id(), indicator, countedOf(counted), asked.on());
        RecordPage page = indicators.records(caller, question, after, limit);
        return new RecordItems(
                page.records().stream()
                        .map(each -> item(each, tree.get(each.placeId(), asked.on())))
                        .toList(),
                page.after());
    }

    /** Numerator, denominator or missing. */
    static Counted countedOf(String text) {
        for (Counted counted : Counted.values()) {
            if (counted.name().toLowerCase(Locale.ROOT).equals(text)) {
                return counted;
            }
        }
        throw Problem.at("counted", IndicatorProblem.COUNTED_UNKNOWN, text).asException();
    }

    private static RecordItem item(IndicatorRecord each, Place place) {
        return new RecordItem(each.id(), place.code(), place.fullName(), each.label(), each.detail(), each.href());
    }

    private static boolean wantsCsv(HttpServletRequest request, @Nullable String format) {
        if (format != null) {
            return switch (format) {
                case "csv" -> true;
                case "json" -> false;
                default ->
                    throw Problem.at("format", IndicatorProblem.FORMAT_UNKNOWN, format)
                            .asException();
            };
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/csv") && !accept.contains("json");
    }

    private static ResponseEntity<byte[]> csv(PlaceOnDay asked, List<Indicator> figures, Texts t) {
        String file = "chi-so-" + asked.place().code() + "-" + asked.on() + ".csv";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(IndicatorsCsv.of(figures, t));
    }
}
