package vn.langso.infrastructure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a thing of the village is. The wire and table name is {@link #code()}, its icon stands in the sprite. */
public enum AssetKind {
    BTS("cell-tower", true),
    PUBLIC_WIFI("wifi-high", true),
    CULTURE_HOUSE("bank", false),
    POSTAL_POINT("envelope-simple", true),
    LOUDSPEAKER_CLUSTER("speaker-high", false),
    LANE("git-branch", false);

    /** What stands somewhere, as opposed to the lanes, which pages show in a table of their own. */
    static final List<AssetKind> SITES =
            Arrays.stream(values()).filter(kind -> kind != LANE).toList();

    private final String icon;
    private final boolean operated;

    AssetKind(String icon, boolean operated) {
        this.icon = icon;
        this.operated = operated;
    }

    /** For example {@code public-wifi}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String icon() {
        return icon;
    }

    /** True if a company runs it whose name must be given. */
    boolean operated() {
        return operated;
    }

    public static Optional<AssetKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
