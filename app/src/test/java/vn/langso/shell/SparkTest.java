package vn.langso.shell;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SparkTest {

    @Test
    void biggestValueStandsAtTheTopAndTheSmallestOnTheGround() {
        Spark spark = Spark.of(List.of(0.0, 50.0, 100.0), null, 10);

        assertThat(spark.line()).isEqualTo("M6 50L118 29L230 8");
        assertThat(spark.area()).isEqualTo("M6 50L118 29L230 8L230 56L6 56z");
        assertThat(spark.end()).isEqualTo("M230 8h.01");
        assertThat(spark.threshold()).isNull();
    }

    @Test
    void tremorIsNotDrawnAsALeap() {
        Spark spark = Spark.of(List.of(84.1, 84.2), null, 10);

        assertThat(spark.line()).startsWith("M6 29.2L230 28.8");
    }

    @Test
    void levelRequiredSharesTheScale() {
        assertThat(Spark.of(List.of(0.0, 50.0), 100.0, 10).threshold()).isEqualTo("M0 8H240");
    }
}
