package vn.langso.lighting.cuts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;

/**
 * Reads an announcement of the power company that was pasted or saved from a sheet: one cut a line, parts between semicolons or tabs.
 *
 * <p>"03/12/2026; 07:30-11:00; 15313-03; bảo trì trạm". A cut that ends earlier than it begins lasts over midnight.
 */
final class CutText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2})[:hH](\\d{2})\\s*[-–—]\\s*(\\d{1,2})[:hH](\\d{2})");
    private static final int MOST_LINES = 500;

    private CutText() {}

    /** All lines, or a refusal with each line that cannot be read; {@code placeOf} finds a place by what people write. */
    static List<NewCut> read(String text, String source, Function<String, Optional<UUID>> placeOf) {
        List<NewCut> cuts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && i < MOST_LINES; i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<NewCut> cut = line(line, source, placeOf);
            if (cut.isPresent()) {
                cuts.add(cut.get());
            } else {
                problems.add(Problem.at("text", CutProblem.LINE_UNREADABLE, i + 1, line));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        if (cuts.isEmpty()) {
            throw Problem.at("text", CutProblem.NOTHING_TO_READ).asException();
        }
        return cuts;
    }

    private static Optional<NewCut> line(String line, String source, Function<String, Optional<UUID>> placeOf) {
        String[] parts = line.split("[;\t]", 4);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Matcher times = TIMES.matcher(parts[1].strip());
        if (!times.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts[0].strip(), DAY);
            Instant from = at(day, times.group(1), times.group(2));
            Instant to = at(day, times.group(3), times.group(4));
            Instant end = to.isAfter(from) ? to : at(day.plusDays(1), times.group(3), times.group(4));
            String note = parts.length > 3 ? parts[3].strip() : "";
            return placeOf.apply(parts[2].strip()).map(place -> new NewCut(place, from, end, source, note));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Instant at(LocalDate day, String hour, String minute) {
        return day.atTime(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)))
                .atZone(Texts.ZONE)
                .toInstant();
    }
}
