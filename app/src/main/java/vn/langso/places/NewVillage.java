package vn.langso.places;

import java.util.Map;
import java.util.UUID;

/**
 * A village to be established, possibly with history: it follows its commune through all later mergers by itself.
 *
 * @param code code of its first commune, a dash and two digits: "15313-03"; it keeps it for ever
 * @param unitType thon, ban, lang, khu-pho or to-dan-pho
 * @param parentId the commune on the first day
 * @param afterSplit for each commune on its way that was divided: to which successor the village went
 */
public record NewVillage(String code, String unitType, String name, UUID parentId, Map<UUID, UUID> afterSplit) {

    public NewVillage(String code, String unitType, String name, UUID parentId) {
        this(code, unitType, name, parentId, Map.of());
    }
}
