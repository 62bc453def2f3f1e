package vn.langso.lighting.readings;

import java.util.UUID;

/**
 * What a cabinet says of a command.
 *
 * @param result done, refused, expired or repeated
 * @param detail its own words; may be empty
 */
public record CabinetAnswer(UUID command, String result, String detail) {}
