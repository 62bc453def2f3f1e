package vn.langso.infrastructure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;

/** Reads what people and programs typed; gathers everything that cannot be read, each at its field. */
final class InputReader {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Stands for what could not be read until {@link #refuse()} ends the matter. */
    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private final List<Problem> problems = new ArrayList<>();

    /** A service of a station or lane as it was typed. */
    record Offer(
            @Nullable String technology,
            @Nullable String operator,
            @Nullable String since,
            @Nullable String until) {

        static Offer of(NetworkOffer service) {
            LocalDate until = service.until();
            return new Offer(
                    service.technology().code(),
                    service.operator(),
                    service.since().toString(),
                    until == null ? null : until.toString());
        }
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    LocalDate date(String field, @Nullable String typed) {
        LocalDate read = optionalDate(field, typed);
        if (read == null && text(typed).isEmpty()) {
            problems.add(Problem.at(field, InfrastructureProblem.NEEDED));
        }
        return read == null ? NO_DAY : read;
    }

    @Nullable
    LocalDate optionalDate(String field, @Nullable String typed) {
        String day = text(typed);
        if (day.isEmpty()) {
            return null;
        }
        try {
            return day.contains("/") ? LocalDate.parse(day, TYPED) : LocalDate.parse(day);
        } catch (DateTimeParseException notADate) {
            problems.add(Problem.at(field, InfrastructureProblem.NOT_A_DATE, brief(day)));
            return null;
        }
    }

    @Nullable
    Integer optionalWhole(String field, @Nullable String typed) {
        String number = text(typed);
        try {
            return number.isEmpty() ? null : Integer.valueOf(number);
        } catch (NumberFormatException notANumber) {
            problems.add(Problem.at(field, InfrastructureProblem.NOT_A_NUMBER, brief(number)));
            return null;
        }
    }

    /** Both halves or none. */
    @Nullable
    Position position(@Nullable String latitude, @Nullable String longitude) {
        Optional<Double> north = degrees("latitude", latitude);
        Optional<Double> east = degrees("longitude", longitude);
        if (text(latitude).isEmpty() != text(longitude).isEmpty()) {
            String empty = text(latitude).isEmpty() ? "latitude" : "longitude";
            problems.add(Problem.at(empty, InfrastructureProblem.HALF_A_POSITION));
        }
        return north.isPresent() && east.isPresent() ? new Position(north.get(), east.get()) : null;
    }

    <T extends Enum<T>> T choice(
            String field,
            @Nullable String typed,
            Function<String, Optional<T>> known,
            T stand,
            InfrastructureProblem problem) {
        Optional<T> chosen = known.apply(text(typed));
        if (chosen.isEmpty()) {
            problems.add(Problem.at(field, problem));
        }
        return chosen.orElse(stand);
    }

    List<NetworkOffer> services(@Nullable List<Offer> typed) {
        List<NetworkOffer> services = new ArrayList<>();
        List<Offer> all = typed == null ? List.of() : typed;
        for (int i = 0; i < all.size(); i++) {
            Offer service = all.get(i);
            String at = "services[" + i + "].";
            services.add(new NetworkOffer(
                    choice(
                            at + "technology",
                            service.technology(),
                            Technology::ofCode,
                            Technology.G4,
                            InfrastructureProblem.TECHNOLOGY_UNKNOWN),
                    service.operator(),
                    date(at + "since", service.since()),
                    optionalDate(at + "until", service.until())));
        }
        return services;
    }

    /** Ends the matter when something could not be read. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private Optional<Double> degrees(String field, @Nullable String typed) {
        String number = text(typed).replace(',', '.');
        if (number.isEmpty()) {
            return Optional.empty();
        }
        try {
            double read = Double.parseDouble(number);
            if (Double.isFinite(read)) {
                return Optional.of(read);
            }
        } catch (NumberFormatException notANumber) {
            // told below, as for infinite numbers
        }
        problems.add(Problem.at(field, InfrastructureProblem.NOT_A_NUMBER, brief(number)));
        return Optional.empty();
    }

    /** What was typed, short enough to be shown again. */
    private static String brief(String typed) {
        return typed.length() <= 30 ? typed : typed.substring(0, 30) + "…";
    }
}
