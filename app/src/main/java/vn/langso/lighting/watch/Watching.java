package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The watch over one cabinet: what it remembers and what it sees in, what it remembers then and what becomes of alarms out. Pure. */
class Watching {

    private final WatchSettings settings;
    private final DarknessRules rules;
    private final Damping damping;

    Watching(WatchSettings settings, Supplier<UUID> ids) {
        this.settings = settings;
        this.rules = new DarknessRules(settings);
        this.damping = new Damping(settings, ids);
    }

    /**
     * The outcome of one look.
     *
     * @param late what was wrong in a past of which we hear now: kept, told to nobody
     */
    record Outcome(WatchState state, List<Move> moves, List<Finding> late) {}

    Outcome see(WatchState state, Sight sight, Around around) {
        if (isLate(sight)) {
            WatchState then = WatchState.empty().seeing(sight.at(sight.at().minus(settings.grace())));
            return new Outcome(
                    state, List.of(), rules.judge(then, sight, around).findings());
        }
        Sight now = sight.doubtful() ? sight.atAnUnknownTime() : sight;
        WatchState seen = state.seeing(now);
        Verdict verdict = rules.judge(seen, now, around);
        Damping.Step step = damping.step(seen, verdict, now.at(), now.wantsLight());
        return new Outcome(step.state(), step.moves(), List.of());
    }

    /** Time passes without a word from the cabinet; {@code last} is what it showed last, with what is wanted now. */
    Outcome miss(WatchState state, Sight last, Instant silentSince, Around around) {
        Verdict verdict = rules.judgeSilent(state, last, silentSince, around);
        Damping.Step step = damping.step(state, verdict, last.at(), last.wantsLight());
        return new Outcome(step.state(), step.moves(), List.of());
    }

    /** True if it tells of the past: sent late, or overtaken by what we know already. */
    boolean isLate(Sight sight) {
        return sight.at().isBefore(sight.previousAt())
                || sight.at().plus(settings.fresh()).isBefore(sight.receivedAt());
    }
}
