package vn.langso.lighting;

import java.util.UUID;

/**
 * What one contactor of a cabinet switches and one meter measures.
 *
 * @param slot its place in the arrays of readings
 * @param code its name on the wire, "3a"
 * @param phase L1, L2 or L3
 */
public record Circuit(UUID id, UUID cabinetId, UUID roadId, int slot, String code, String phase) {}
