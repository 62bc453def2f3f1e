package vn.langso.infrastructure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SiteMapTest {

    @Test
    void noPositionsMakeNoMap() {
        assertThat(SiteMap.of(List.of())).isNull();
    }

    @Test
    void singleThingStandsInTheMiddle() {
        SiteMap map = SiteMap.of(List.of(new Position(20.0144, 105.786)));

        assertThat(map.marks()).containsExactly(new SiteMap.Mark("320.0", "200.0", "1"));
    }

    @Test
    void thingsAtOneSpotShareAMark() {
        SiteMap map = SiteMap.of(
                List.of(new Position(20.0144, 105.786), new Position(20.02, 105.79), new Position(20.0144, 105.786)));

        assertThat(map.marks()).extracting(SiteMap.Mark::numbers).containsExactly("1, 3", "2");
    }

    @Test
    void northIsUpAndEastIsRight() {
        SiteMap map = SiteMap.of(List.of(new Position(20.01, 105.78), new Position(20.02, 105.79)));

        double firstX = Double.parseDouble(map.marks().getFirst().x());
        double firstY = Double.parseDouble(map.marks().getFirst().y());
        double secondX = Double.parseDouble(map.marks().getLast().x());
        double secondY = Double.parseDouble(map.marks().getLast().y());
        assertThat(secondX).isGreaterThan(firstX);
        assertThat(secondY).isLessThan(firstY);
    }
}
