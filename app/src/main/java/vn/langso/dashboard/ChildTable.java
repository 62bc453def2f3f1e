package vn.langso.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.indicators.FigureWords;
import vn.langso.indicators.Indicator;
import vn.langso.places.Place;

/**
 * The places below one, with a few figures each, sortable by any of them.
 *
 * <p>A cell without a value stands for a place where nothing of the kind is recorded.
 *
 * @param silent how many of the places have nothing recorded and are left out
 */
record ChildTable(List<Column> columns, List<Row> rows, int silent) {

    /** {@code sorted} is the value of {@code aria-sort}; null when the table is not sorted by this figure. */
    record Column(String name, String href, @Nullable String sorted) {}

    record Cell(String value, String label, String href) {}

    record Row(Place place, List<Cell> cells) {}

    /** {@code sort} is the code of a figure, with a dash before it for the biggest first; anything else keeps the order of names. */
    static ChildTable of(List<List<Indicator>> figures, String sort, FigureWords words) {
        List<Integer> order = new ArrayList<>();
        int all = figures.isEmpty() ? 0 : figures.getFirst().size();
        for (int row = 0; row < all; row++) {
            int number = row;
            if (figures.stream().anyMatch(column -> PlaceFigures.isRecorded(column.get(number)))) {
                order.add(row);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (List<Indicator> column : figures) {
            String code = column.getFirst().definition().code();
            boolean up = sort.equals(code);
            boolean down = sort.equals("-" + code);
            if (up || down) {
                Comparator<Integer> byShare = Comparator.comparingDouble(row -> rank(column.get(row)));
                order.sort(down ? Collections.reverseOrder(byShare) : byShare);
            }
            columns.add(new Column(
                    words.name(column.getFirst().definition()),
                    "?sort=" + (up ? "-" : "") + code + "#below",
                    up ? "ascending" : down ? "descending" : null));
        }
        List<Row> rows = order.stream().map(row -> row(figures, row, words)).toList();
        return new ChildTable(List.copyOf(columns), rows, all - rows.size());
    }

    private static Row row(List<List<Indicator>> figures, int row, FigureWords words) {
        Place place = figures.getFirst().get(row).place();
        return new Row(
                place,
                figures.stream()
                        .map(column -> column.get(row))
                        .map(figure -> {
                            Figure said = Figure.of(figure, words, false);
                            return new Cell(
                                    PlaceFigures.isRecorded(figure) ? said.brief() : "", said.name(), said.href());
                        })
                        .toList());
    }

    private static double rank(Indicator figure) {
        Long denominator = figure.denominator();
        if (denominator == null) {
            return figure.numerator();
        }
        return denominator == 0 ? -1 : (double) figure.numerator() / denominator;
    }
}
