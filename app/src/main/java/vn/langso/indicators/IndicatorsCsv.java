package vn.langso.indicators;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import vn.langso.kernel.Texts;

/** Figures as a sheet: the members of the API, one figure a line, UTF-8 with the mark that spreadsheet programs look for. */
final class IndicatorsCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private IndicatorsCsv() {}

    static byte[] of(List<Indicator> figures, Texts t) {
        StringWriter sheet = new StringWriter();
        sheet.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(sheet)) {
            write(csv, figures, t);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(CsvWriter csv, List<Indicator> figures, Texts t) {
        csv.writeRecord(
                "placeCode",
                "placeName",
                "code",
                "name",
                "value",
                "numerator",
                "denominator",
                "unit",
                "asOf",
                "source");
        for (Indicator figure : figures) {
            String code = figure.definition().code();
            BigDecimal value = figure.value();
            Long denominator = figure.denominator();
            csv.writeRecord(
                    figure.place().code(),
                    figure.place().fullName(),
                    code,
                    t.say("indicator." + code),
                    value == null ? "" : value.toPlainString(),
                    Long.toString(figure.numerator()),
                    denominator == null ? "" : denominator.toString(),
                    figure.definition().unit(),
                    figure.asOf().toString(),
                    t.say("indicator." + code + ".source"));
        }
    }
}
