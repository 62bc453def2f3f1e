package vn.langso.households.imports;

import java.util.Set;

/** How far an import is, and where it may go from there. */
enum ImportState {
    UPLOADED,
    READING,
    PREVIEWED,
    COMMITTING,
    COMMITTED,
    UNDOING,
    UNDONE,
    FAILED;

    /** The states that may follow. A cut during reading, writing or undoing leads back to where it began. */
    Set<ImportState> next() {
        return switch (this) {
            case UPLOADED, FAILED -> Set.of(READING);
            case READING -> Set.of(PREVIEWED, FAILED, UPLOADED);
            case PREVIEWED -> Set.of(READING, COMMITTING);
            case COMMITTING -> Set.of(COMMITTED, PREVIEWED);
            case COMMITTED -> Set.of(UNDOING);
            case UNDOING -> Set.of(UNDONE, COMMITTED);
            case UNDONE -> Set.of(READING);
        };
    }

    /** True while the program works on it. */
    boolean isGoingOn() {
        return this == READING || this == COMMITTING || this == UNDOING;
    }

    /** Where a cut leaves it: what was going on had changed nothing. */
    ImportState afterCut() {
        return switch (this) {
            case READING -> UPLOADED;
            case COMMITTING -> PREVIEWED;
            case UNDOING -> COMMITTED;
            default -> this;
        };
    }

    /** Icon and colour of the state in lists. */
    String icon() {
        return switch (this) {
            case COMMITTED -> "check-circle-fill";
            case FAILED -> "warning-octagon-fill";
            case UNDONE -> "arrow-counter-clockwise";
            default -> "hourglass-medium-fill";
        };
    }

    String color() {
        return switch (this) {
            case COMMITTED -> "success";
            case FAILED -> "danger";
            case UNDONE -> "neutral";
            default -> "info";
        };
    }
}
