package vn.langso.households.rows;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.langso.households.RegisterAttribute;
import vn.langso.kernel.Folding;

/**
 * What a column of a sheet can mean, with the headings under which communes keep it, folded. Its label is the text
 * {@code households.imports.column.<code>}.
 */
public enum ImportColumn {
    VILLAGE(
            "village",
            null,
            "thon",
            "ten thon",
            "ma thon",
            "thon ban",
            "thon to dan pho",
            "to dan pho",
            "xom",
            "village"),
    NUMBER(
            "number",
            null,
            "so ho",
            "ma ho",
            "ma so ho",
            "so ho khau",
            "so ho gia dinh",
            "household number",
            "household"),
    LANE("lane", null, "duong", "ngo", "tuyen duong", "duong ngo", "ngo xom", "lane", "road"),
    ADDRESS("address", null, "dia chi", "so nha", "noi o", "noi o hien nay", "cho o hien nay", "address"),
    FULL_NAME(
            "full-name", null, "ho va ten", "ho ten", "ho dem va ten", "ho chu dem va ten", "ten", "full name", "name"),
    BIRTH(
            "birth",
            null,
            "ngay sinh",
            "ngay thang nam sinh",
            "nam sinh",
            "ngay thang nam sinh hoac nam sinh",
            "sinh ngay",
            "birth",
            "date of birth",
            "birth date",
            "year of birth"),
    SEX("sex", null, "gioi tinh", "gioi", "nam nu", "sex", "gender"),
    RELATION(
            "relation",
            null,
            "quan he voi chu ho",
            "quan he",
            "qh voi chu ho",
            "quan he chu ho",
            "relation",
            "relation to head"),
    RESIDENCE(
            "residence",
            null,
            "cu tru",
            "tinh trang cu tru",
            "hien trang cu tru",
            "hinh thuc cu tru",
            "dien cu tru",
            "residence"),
    CCCD(
            "cccd",
            null,
            "cccd",
            "so cccd",
            "can cuoc",
            "so can cuoc",
            "can cuoc cong dan",
            "so dinh danh",
            "so dinh danh ca nhan",
            "cccd so dinh danh",
            "cmnd cccd",
            "so cccd cmnd",
            "identity number",
            "id number"),
    PHONE("phone", null, "dien thoai", "so dien thoai", "sdt", "so dt", "phone", "phone number"),
    INTERNET("internet", RegisterAttribute.INTERNET, "internet", "co internet", "mang internet", "internet at home"),
    SMARTPHONE(
            "smartphone",
            RegisterAttribute.SMARTPHONE,
            "ho co dien thoai thong minh",
            "ho co smartphone",
            "smartphone cua ho",
            "household smartphone"),
    ADDRESS_CODE("address-code", RegisterAttribute.ADDRESS_CODE, "ma dia chi", "ma dia chi so", "address code"),
    POVERTY("poverty", RegisterAttribute.POVERTY, "loai ho", "dien ho", "phan loai ho", "muc song", "poverty"),
    POLICY_FAMILY(
            "policy-family", RegisterAttribute.POLICY_FAMILY, "gia dinh chinh sach", "ho chinh sach", "policy family"),
    OWN_SMARTPHONE(
            "own-smartphone",
            RegisterAttribute.OWN_SMARTPHONE,
            "dien thoai thong minh",
            "co dien thoai thong minh",
            "smartphone",
            "own smartphone"),
    EPAYMENT_ACCOUNT(
            "epayment-account",
            RegisterAttribute.EPAYMENT_ACCOUNT,
            "tai khoan thanh toan",
            "tai khoan thanh toan dien tu",
            "vi dien tu",
            "epayment account",
            "e payment account"),
    EID_LEVEL("eid-level", RegisterAttribute.EID_LEVEL, "dinh danh dien tu", "muc dinh danh", "vneid", "eid level"),
    HEALTH_RECORD(
            "health-record",
            RegisterAttribute.HEALTH_RECORD,
            "so suc khoe dien tu",
            "ho so suc khoe",
            "ho so suc khoe dien tu",
            "health record"),
    DISABLED("disabled", RegisterAttribute.DISABLED, "khuyet tat", "nguoi khuyet tat", "disabled"),
    SOCIAL_PROTECTION(
            "social-protection", RegisterAttribute.SOCIAL_PROTECTION, "bao tro xa hoi", "bao tro", "social protection"),
    ELDERLY("elderly", RegisterAttribute.ELDERLY, "cao tuoi", "nguoi cao tuoi", "elderly"),
    ORPHAN("orphan", RegisterAttribute.ORPHAN, "mo coi", "tre mo coi", "orphan"),
    MERIT("merit", RegisterAttribute.MERIT, "nguoi co cong", "co cong", "merit");

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]+");

    private final String code;
    private final @Nullable RegisterAttribute attribute;
    /** Folded, each between bars. */
    private final String headings;

    ImportColumn(String code, @Nullable RegisterAttribute attribute, String... headings) {
        this.code = code;
        this.attribute = attribute;
        this.headings = "|" + String.join("|", headings) + "|";
    }

    public String code() {
        return code;
    }

    public String labelKey() {
        return "households.imports.column." + code;
    }

    /** The attribute that the column holds; null for the register's own fields. */
    @Nullable
    RegisterAttribute attribute() {
        return attribute;
    }

    boolean isOfHousehold() {
        RegisterAttribute known = attribute;
        return known == null
                ? this == NUMBER || this == LANE || this == ADDRESS
                : known.subject() == RegisterAttribute.Subject.HOUSEHOLD;
    }

    /** The column that a heading names, without regard to marks, case, signs and what stands in brackets. */
    static Optional<ImportColumn> ofHeading(String heading) {
        int bracket = heading.indexOf('(');
        String bare = bracket > 0 ? heading.substring(0, bracket) : heading;
        String folded = SIGNS.matcher(Folding.fold(bare)).replaceAll(" ").strip();
        return Arrays.stream(values())
                .filter(column ->
                        column.code.equals(bare) || (!folded.isEmpty() && column.headings.contains("|" + folded + "|")))
                .findFirst();
    }

    public static Optional<ImportColumn> ofCode(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code.equals(code))
                .findFirst();
    }
}
