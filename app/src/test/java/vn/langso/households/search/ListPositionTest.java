package vn.langso.households.search;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.households.RegisterPropertyTest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.ForAll.forAll;

class ListPositionTest {

    @Test
    void anyPositionInAListSurvivesItsAddress() {
        forAll(RegisterPropertyTest::text, key -> {
            ListPosition position = new ListPosition(2, key, UUID.randomUUID());
            assertThat(ListPosition.parse(position.text())).isEqualTo(position);
            assertThat(ListPosition.parse(key)).isNotNull();
        });
    }
}
