package vn.langso.households.entry;

/**
 * A person as typed in a form or found in a file, every member as text; empty means not given.
 *
 * @param birth 20/11/1985, 11/1985 or 1985
 * @param sex code, or "Nam", "Nữ"
 * @param relation code, or "Chủ hộ", "Vợ", "Con" ...; empty means other
 * @param residence code, or "Thường trú" ...; empty means permanent
 */
public record PersonDraft(
        String fullName, String birth, String sex, String relation, String residence, String cccd, String phone) {}
