package vn.langso.lighting.programmes;

import java.time.Instant;

/**
 * What the programme wants of a circuit.
 *
 * @param percent 0 is dark, 100 full
 * @param since when this began
 * @param until when something else is wanted
 */
public record LightLevel(int percent, Instant since, Instant until) {

    public boolean isLit() {
        return percent > 0;
    }
}
