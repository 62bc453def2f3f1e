package vn.langso.lighting.programmes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Spot;
import vn.langso.lighting.programmes.Programme.Burning;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeTest {

    private static final Spot HA_SON = new Spot(20.01, 105.79);
    private static final LocalDate EVENING = LocalDate.of(2026, 12, 1);

    private final Programme usual = Programme.usual(Set.of("1b"));

    @Test
    void lightsBurnFromAfterSunsetToBeforeSunrise() {
        Burning night = usual.night(EVENING, "1a", HA_SON).getFirst();

        assertThat(night.from()).isEqualTo(Sun.sets(EVENING, HA_SON).plus(Duration.ofMinutes(10)));
        assertThat(night.until())
                .isEqualTo(Sun.rises(EVENING.plusDays(1), HA_SON).minus(Duration.ofMinutes(10)));
    }

    @Test
    void everySecondCircuitRestsInTheMiddleOfTheNight() {
        List<Burning> night = usual.night(EVENING, "1b", HA_SON);

        assertThat(night).hasSize(2);
        assertThat(night.getFirst().until()).isEqualTo(at(EVENING, LocalTime.of(23, 0)));
        assertThat(night.getLast().from()).isEqualTo(at(EVENING.plusDays(1), LocalTime.of(4, 30)));
    }

    @Test
    void levelSaysWhatIsWantedSinceWhenAndUntilWhen() {
        Instant midnight = at(EVENING.plusDays(1), LocalTime.MIDNIGHT);
        LightLevel rests = usual.at(midnight, "1b", HA_SON);

        assertThat(rests.isLit()).isFalse();
        assertThat(rests.since()).isEqualTo(at(EVENING, LocalTime.of(23, 0)));
        assertThat(rests.until()).isEqualTo(at(EVENING.plusDays(1), LocalTime.of(4, 30)));
        assertThat(usual.at(midnight, "1a", HA_SON).isLit()).isTrue();
        assertThat(usual.at(at(EVENING, LocalTime.NOON), "1a", HA_SON).isLit()).isFalse();
    }

    @Test
    void everyMomentOfAYearHasOneLevelThatMeetsTheNextWithoutAGap() {
        for (String circuit : List.of("1a", "1b")) {
            Instant moment = at(LocalDate.of(2026, 1, 1), LocalTime.NOON);
            Instant end = moment.plus(Duration.ofDays(365));
            while (moment.isBefore(end)) {
                LightLevel level = usual.at(moment, circuit, HA_SON);
                assertThat(level.until()).isAfter(moment);
                LightLevel next = usual.at(level.until(), circuit, HA_SON);
                assertThat(next.since()).isEqualTo(level.until());
                assertThat(next.isLit()).isNotEqualTo(level.isLit());
                moment = level.until();
            }
        }
    }

    @Test
    void restThatBeginsBeforeTheLightsOrEndsAfterThemLeavesNoEmptyStretch() {
        Programme early =
                new Programme(Duration.ZERO, Duration.ZERO, LocalTime.of(16, 0), LocalTime.of(9, 0), Set.of("1b"));

        assertThat(early.night(EVENING, "1b", HA_SON)).isEmpty();
        assertThat(early.night(EVENING, "1a", HA_SON)).hasSize(1);
    }

    @Test
    void hashOfAPlanIsThatOfItsLines() {
        Instant from = Instant.ofEpochSecond(1_800_000_000L);
        List<Plan.Switch> switches = new ArrayList<>();
        switches.add(new Plan.Switch(from.plusSeconds(60), "1a", "off"));
        Plan plan = new Plan(7, from, from.plusSeconds(600), Map.of("1b", "off", "1a", "on"), switches);

        // printf '1800000000 1a on\n1800000000 1b off\n1800000060 1a off\n' | sha256sum
        assertThat(plan.hash()).isEqualTo("d81178c7959158a0ccb8255d3daa3bbf499e287412142eee1974a06c7701ab19");
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Texts.ZONE).toInstant();
    }
}
