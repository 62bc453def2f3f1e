package vn.langso.households.imports;

/**
 * What an import would do, or did.
 *
 * @param warnings rows among the other classes that are worth a look
 */
record ImportCounts(
        long newRows,
        long changedRows,
        long unchangedRows,
        long errors,
        long warnings,
        long newHouseholds,
        long changedHouseholds) {

    long rows() {
        return newRows + changedRows + unchangedRows + errors;
    }

    /** True when committing would write something. */
    boolean isWork() {
        return newRows + changedRows + newHouseholds + changedHouseholds > 0;
    }
}
