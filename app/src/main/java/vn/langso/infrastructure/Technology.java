package vn.langso.infrastructure;

import java.util.Arrays;
import java.util.Optional;

/** How a house gets onto the network: a cable in its lane, or a generation of mobile radio. */
public enum Technology {
    FIBRE("fibre"),
    G3("3g"),
    G4("4g"),
    G5("5g");

    private final String code;

    Technology(String code) {
        this.code = code;
    }

    /** The wire and table name, {@code 4g}. */
    public String code() {
        return code;
    }

    public static Optional<Technology> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
