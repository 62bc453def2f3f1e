package vn.langso.lighting.assets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Texts;

/** The columns of a sheet of lamps, in the order of the empty one that we hand out. */
enum AssetColumn {
    ROAD(true),
    ROAD_NAME(false),
    CABINET(true),
    CABINET_NAME(false),
    DEVICE(false),
    CIRCUIT(true),
    PHASE(false),
    LAMP(true),
    TYPE(false),
    WATTS(true),
    LATITUDE(false),
    LONGITUDE(false),
    SINCE(true),
    WARRANTY(false);

    private static final List<AssetColumn> ORDER = List.of(values());

    private final boolean needed;

    AssetColumn(boolean needed) {
        this.needed = needed;
    }

    boolean isNeeded() {
        return needed;
    }

    /** Where its cell lies in a row that was put into our order. */
    int place() {
        return ORDER.indexOf(this);
    }

    /** Name of the column in problems and addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String labelKey() {
        return "lighting.assets.column." + code();
    }

    /** The column of a heading, without regard to case and marks; programs that lose them are common. */
    static Optional<AssetColumn> ofHeading(String heading, Texts t) {
        String asked = Folding.fold(heading);
        for (AssetColumn column : values()) {
            if (asked.equals(Folding.fold(t.say(column.labelKey()))) || asked.equals(column.code())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
