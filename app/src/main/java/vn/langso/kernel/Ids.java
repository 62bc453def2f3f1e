package vn.langso.kernel;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/** Makes the ids of all records: UUID version 7 (RFC 9562), so that keys grow with time and indexes stay dense. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new id; later calls in the same millisecond may sort before earlier ones. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
