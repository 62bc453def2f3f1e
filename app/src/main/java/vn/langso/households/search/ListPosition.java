package vn.langso.households.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the key and id of its last row, and in a search by which phase it was found.
 *
 * @param phase ordinal of the {@link SearchPhase}; 0 in a plain list
 */
record ListPosition(int phase, String key, UUID id) {

    private static final UUID NONE = new UUID(0, 0);
    private static final int LONGEST = 1_000;

    static ListPosition startOf(int phase) {
        return new ListPosition(phase, "", NONE);
    }

    /** The start for an empty or unreadable text: a reader who cut an address gets the first page, not an error. */
    static ListPosition parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return startOf(0);
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int first = plain.indexOf('\n');
            int second = plain.indexOf('\n', first + 1);
            return new ListPosition(
                    Integer.parseInt(plain.substring(0, first)),
                    plain.substring(second + 1),
                    UUID.fromString(plain.substring(first + 1, second)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return startOf(0);
        }
    }

    /** The begin of a range of keys where this is the start; one bound only, because a scan begins at the bound that comes first. */
    ListPosition orFrom(String begin) {
        return key.isEmpty() ? new ListPosition(phase, begin, id) : this;
    }

    String text() {
        String plain = phase + "\n" + id + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
