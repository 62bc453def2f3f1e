package vn.langso.households;

/** A household's own fields as typed in a form or found in a file; empty means not given. */
public record HouseholdDraft(String number, String lane, String address) {}
