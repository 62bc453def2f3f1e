package vn.langso.lighting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.lighting.NewCabinet.NewLamp;

/** What a cabinet with its lamps must be before it is recorded. */
final class AssetRules {

    /** The largest cabinets on sale switch 48 ways. */
    static final int MOST_CIRCUITS = 64;

    static final int MOST_LAMPS = 1024;

    private static final int MOST_WATTS = 2000;
    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{0,19}";

    private AssetRules() {}

    static List<Problem> check(NewCabinet cabinet) {
        List<Problem> problems = new ArrayList<>();
        List<NewLamp> lamps =
                cabinet.roads().stream().flatMap(road -> road.lamps().stream()).toList();
        if (lamps.isEmpty()) {
            problems.add(Problem.at("lamps", LightingProblem.NO_LAMPS));
        }
        Set<String> circuits = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (NewLamp lamp : lamps) {
            circuits.add(lamp.circuit());
            if (!lamp.code().matches(CODE)) {
                problems.add(Problem.at("lamps", LightingProblem.CODE_ODD, lamp.code()));
            } else if (!codes.add(lamp.code())) {
                problems.add(Problem.at("lamps", LightingProblem.CODE_TAKEN, lamp.code()));
            }
            if (lamp.watts() < 1 || lamp.watts() > MOST_WATTS) {
                problems.add(Problem.at("lamps", LightingProblem.WATTS_ODD, lamp.code(), lamp.watts()));
            }
        }
        if (circuits.size() > MOST_CIRCUITS || lamps.size() > MOST_LAMPS) {
            problems.add(Problem.at("lamps", LightingProblem.TOO_MANY_CIRCUITS, MOST_CIRCUITS, MOST_LAMPS));
        }
        Stream.concat(Stream.of(cabinet.spot()), lamps.stream().map(NewLamp::spot))
                .filter(Objects::nonNull)
                .filter(spot -> !spot.isInVietnam())
                .findFirst()
                .ifPresent(_ -> problems.add(Problem.at("spot", LightingProblem.OUTSIDE_VIETNAM)));
        return problems;
    }

    static List<Problem> check(AssetRow row, LocalDate today) {
        List<Problem> problems = new ArrayList<>(check(row.lamp(), row.details(), today));
        if (!row.lamp().matches(CODE)) {
            problems.add(Problem.at("lamp", LightingProblem.CODE_ODD, row.lamp()));
        }
        if (!row.road().matches(CODE)) {
            problems.add(Problem.at("road", LightingProblem.CODE_ODD, row.road()));
        }
        if (!row.cabinet().matches(CODE)) {
            problems.add(Problem.at("cabinet", LightingProblem.CODE_ODD, row.cabinet()));
        }
        if (!row.circuit().matches(CODE)) {
            problems.add(Problem.at("circuit", LightingProblem.CODE_ODD, row.circuit()));
        }
        return problems;
    }

    static List<Problem> check(String lamp, LampDetails details, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (details.watts() < 1 || details.watts() > MOST_WATTS) {
            problems.add(Problem.at("watts", LightingProblem.WATTS_ODD, lamp, details.watts()));
        }
        problems.addAll(check(details.spot()));
        if (details.since().isAfter(today)) {
            problems.add(Problem.at("since", LightingProblem.DAY_AHEAD));
        }
        LocalDate warranty = details.warrantyUntil();
        if (warranty != null && warranty.isBefore(details.since())) {
            problems.add(Problem.at("warranty", LightingProblem.WARRANTY_EARLY));
        }
        return problems;
    }

    static List<Problem> check(@Nullable Spot spot) {
        return spot == null || spot.isInVietnam()
                ? List.of()
                : List.of(Problem.at("latitude", LightingProblem.OUTSIDE_VIETNAM));
    }
}
