package vn.langso.lighting;

import org.jspecify.annotations.Nullable;

/**
 * One lamp of a sheet with the road, cabinet and circuit that it hangs on; those not yet in the register are recorded with it.
 *
 * @param number of the row in the sheet
 * @param deviceId name on the wire of the cabinet; null when it has none or the row does not say
 * @param circuit name on the wire, "3a"
 * @param phase L1, L2 or L3
 */
public record AssetRow(
        int number,
        String road,
        String roadName,
        String cabinet,
        String cabinetName,
        @Nullable String deviceId,
        String circuit,
        String phase,
        String lamp,
        LampDetails details) {}
