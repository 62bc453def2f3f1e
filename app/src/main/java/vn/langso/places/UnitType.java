package vn.langso.places;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The official kinds of units with the word that stands before the name. */
enum UnitType {
    NUOC("nuoc", "", PlaceKind.COUNTRY),
    TINH("tinh", "Tỉnh", PlaceKind.PROVINCE),
    THANH_PHO("thanh-pho", "Thành phố", PlaceKind.PROVINCE, PlaceKind.DISTRICT),
    HUYEN("huyen", "Huyện", PlaceKind.DISTRICT),
    THI_XA("thi-xa", "Thị xã", PlaceKind.DISTRICT),
    QUAN("quan", "Quận", PlaceKind.DISTRICT),
    XA("xa", "Xã", PlaceKind.COMMUNE),
    PHUONG("phuong", "Phường", PlaceKind.COMMUNE),
    THI_TRAN("thi-tran", "Thị trấn", PlaceKind.COMMUNE),
    DAC_KHU("dac-khu", "Đặc khu", PlaceKind.COMMUNE),
    THON("thon", "Thôn", PlaceKind.VILLAGE),
    BAN("ban", "Bản", PlaceKind.VILLAGE),
    LANG("lang", "Làng", PlaceKind.VILLAGE),
    KHU_PHO("khu-pho", "Khu phố", PlaceKind.VILLAGE),
    TO_DAN_PHO("to-dan-pho", "Tổ dân phố", PlaceKind.VILLAGE);

    private final String code;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<PlaceKind> kinds;

    UnitType(String code, String word, PlaceKind... kinds) {
        this.code = code;
        this.word = word;
        this.kinds = List.of(kinds);
    }

    String code() {
        return code;
    }

    /** "Xã". */
    String word() {
        return word;
    }

    boolean fits(PlaceKind kind) {
        return kinds.contains(kind);
    }

    /** "Xã Hà Sơn". */
    String fullName(String name) {
        return word.isEmpty() ? name : word + " " + name;
    }

    static Optional<UnitType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    static List<UnitType> of(PlaceKind kind) {
        return Arrays.stream(values()).filter(type -> type.fits(kind)).toList();
    }

    /** Full name of a type and name as stored; a type that this version does not know stands as the bare name. */
    static String fullName(String code, String name) {
        return ofCode(code).map(type -> type.fullName(name)).orElse(name);
    }
}
