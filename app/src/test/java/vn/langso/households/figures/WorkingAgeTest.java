package vn.langso.households.figures;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingAgeTest {

    @Test
    void workingAgeFollowsTheTableOfTheYear() {
        WorkingAge.Born born = WorkingAge.on(LocalDate.of(2026, 6, 30));

        assertThat(born.latest()).isEqualTo("2011-06-30");
        assertThat(born.earliestMan()).isEqualTo("1964-12-31");
        assertThat(born.earliestWoman()).isEqualTo("1969-07-01");
        assertThat(WorkingAge.on(LocalDate.of(2050, 1, 1)).earliestMan()).isEqualTo("1988-01-02");
    }
}
