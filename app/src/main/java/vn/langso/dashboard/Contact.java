package vn.langso.dashboard;

import java.util.UUID;

/**
 * Whom the people of a place may call, as published by the office itself.
 *
 * @param name as shown, "Ông Lê Văn Mẫu, trưởng thôn"
 * @param phone digits alone, beginning with 0
 * @param version for noticing that somebody else changed it meanwhile
 */
public record Contact(UUID placeId, String name, String phone, int version) {

    /** In groups, as it is read aloud: 0912 345 678. */
    public String spaced() {
        int tail = phone.length() - 3;
        int middle = tail - 3;
        return phone.substring(0, middle) + " " + phone.substring(middle, tail) + " " + phone.substring(tail);
    }
}
