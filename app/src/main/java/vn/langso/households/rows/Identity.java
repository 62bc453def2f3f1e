package vn.langso.households.rows;

import java.util.UUID;

import vn.langso.households.RegisterColumns.PersonColumns;

/** A number that two rows share when they name the same person of the same household; different persons may share it once in 10^12. */
final class Identity {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Identity() {}

    static long of(UUID village, String numberKey, PersonColumns person) {
        long hash = FNV_OFFSET ^ village.getMostSignificantBits();
        hash = hash * FNV_PRIME ^ village.getLeastSignificantBits();
        hash = add(hash, numberKey);
        hash = add(hash, person.nameKey());
        return add(hash, person.birthDate() + "/" + person.birthPrecision());
    }

    private static long add(long start, String text) {
        long hash = start * FNV_PRIME ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash ^ hash >>> 29;
    }
}
