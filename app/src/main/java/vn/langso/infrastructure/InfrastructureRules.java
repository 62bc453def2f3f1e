package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/** What a record of a village's things must satisfy, whoever hands it in. All problems at once, each at its field. */
final class InfrastructureRules {

    static final int NAME_LENGTH = 120;
    static final int TEXT_LENGTH = 200;

    /** No village has more operators times technologies than this; a longer list is a mistake or an attack. */
    private static final int MOST_SERVICES = 40;

    /** Before the first telephone line reached the country's villages nothing recorded here existed. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final int LONGEST_LANE_M = 20_000;

    private InfrastructureRules() {}

    static List<Problem> check(AssetDetails asset, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "name", asset.name(), NAME_LENGTH);
        text(problems, "source", asset.source(), TEXT_LENGTH);
        optionalText(problems, "location", asset.location(), TEXT_LENGTH);
        optionalText(problems, "operator", asset.operator(), NAME_LENGTH);
        if (asset.kind().operated() && isBlank(asset.operator())) {
            problems.add(Problem.at("operator", InfrastructureProblem.OPERATOR_NEEDED));
        }
        Position position = asset.position();
        if (position != null && !position.inVietnam()) {
            problems.add(Problem.at("latitude", InfrastructureProblem.OUTSIDE_VIETNAM));
        }
        span(problems, "", asset.since(), asset.until(), today);
        Integer length = asset.lengthM();
        if (length != null && !asset.isLane()) {
            problems.add(Problem.at("lengthM", InfrastructureProblem.LENGTH_ONLY_OF_LANES));
        } else if (length != null && (length < 1 || length > LONGEST_LANE_M)) {
            problems.add(Problem.at("lengthM", InfrastructureProblem.LENGTH_ODD, LONGEST_LANE_M));
        }
        services(problems, asset, today);
        return problems;
    }

    static void text(List<Problem> problems, String field, String text, int length) {
        if (isBlank(text)) {
            problems.add(Problem.at(field, InfrastructureProblem.NEEDED));
        } else {
            optionalText(problems, field, text, length);
        }
    }

    private static void optionalText(List<Problem> problems, String field, @Nullable String text, int length) {
        if (text != null && text.length() > length) {
            problems.add(Problem.at(field, InfrastructureProblem.TOO_LONG, text.length(), length));
        }
    }

    private static void services(List<Problem> problems, AssetDetails asset, LocalDate today) {
        List<NetworkOffer> services = asset.services();
        if (!services.isEmpty() && !asset.isLane() && asset.kind() != AssetKind.BTS) {
            problems.add(Problem.at(at(0) + "technology", InfrastructureProblem.SERVICES_ONLY_AT_STATIONS));
        }
        if (services.size() > MOST_SERVICES) {
            problems.add(Problem.of(InfrastructureProblem.TOO_MANY_SERVICES, MOST_SERVICES));
            return;
        }
        for (int i = 0; i < services.size(); i++) {
            NetworkOffer service = services.get(i);
            if (!asset.isLane() && service.technology() == Technology.FIBRE) {
                problems.add(Problem.at(at(i) + "technology", InfrastructureProblem.NO_FIBRE_AT_STATION));
            }
            if (asset.isLane() && isBlank(service.operator())) {
                problems.add(Problem.at(at(i) + "operator", InfrastructureProblem.OPERATOR_NEEDED));
            }
            optionalText(problems, at(i) + "operator", service.operator(), NAME_LENGTH);
            span(problems, at(i), service.since(), service.until(), today);
        }
    }

    private static void span(
            List<Problem> problems, String prefix, LocalDate since, @Nullable LocalDate until, LocalDate today) {
        if (since.isBefore(EARLIEST)) {
            problems.add(Problem.at(prefix + "since", InfrastructureProblem.TOO_OLD));
        }
        if (since.isAfter(today.plusYears(1))) {
            problems.add(Problem.at(prefix + "since", InfrastructureProblem.TOO_FAR_AHEAD));
        }
        if (until != null && until.isBefore(since)) {
            problems.add(Problem.at(prefix + "until", InfrastructureProblem.UNTIL_BEFORE_SINCE));
        }
        if (until != null && until.isAfter(today.plusYears(10))) {
            problems.add(Problem.at(prefix + "until", InfrastructureProblem.TOO_FAR_AHEAD));
        }
    }

    private static String at(int index) {
        return "services[" + index + "].";
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
