package vn.langso.e2e;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

/** The ids that addresses of {@code pages.csv} name in braces, found as a reader finds them: by following links. */
final class WalkSamples {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private WalkSamples() {}

    static Map<String, String> of(Visitor head, Visitor administrator) {
        Map<String, String> ids = new HashMap<>();
        head.open("/households");
        ids.put("household", linked(head, "/households/" + ID));
        head.open("/households/" + ids.get("household"));
        ids.put("person", linked(head, "/persons/" + ID + "/edit"));
        head.open("/places/15313-03/infrastructure");
        ids.put("asset", linked(head, "/infrastructure/assets/" + ID));
        administrator.open("/accounts?q=thoa");
        ids.put("account", linked(administrator, "/accounts/" + ID));
        ids.put("import", previewed(head, "Chí Phúc"));
        administrator.open("/places/15313-03/lighting/assets");
        ids.put("lamp", linked(administrator, "/lighting/lamps/" + ID + "/edit"));
        ids.put("cabinet", linked(administrator, "/lighting/cabinets/" + ID + "/edit"));
        ids.put("lampsheet", lampSheet(administrator));
        return ids;
    }

    private static String linked(Visitor visitor, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return visitor.links().stream()
                .map(wanted::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No link " + pattern + " on " + visitor.page().url()));
    }

    /** A sheet with one new lamp and one fault, waiting to be recorded. */
    private static String lampSheet(Visitor officer) {
        officer.open("/places/15313-03/lighting/import");
        String sheet = """
                Mã tuyến,Mã tủ điện,Lộ,Mã đèn,Công suất (W),Ngày lắp
                T9,C9,9a,T9-01,40,01/06/2024
                T9,C9,9a,T9-02,-40,01/06/2024
                """;
        officer.page()
                .setInputFiles(
                        "#f-file", new FilePayload("den.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        officer.page().click("form[enctype] button[type=submit]");
        officer.page().waitForURL("**/lighting/imports/**");
        return idOf(officer.page().url());
    }

    /** A sheet with one household and one fault, read and waiting to be taken over. */
    private static String previewed(Visitor officer, String village) {
        officer.open("/households/import");
        String sheet = """
                Số hộ,Họ và tên,Ngày sinh,Quan hệ với chủ hộ
                HK-901,Lê Thị Mẫu,30/02/1990,Chủ hộ
                HK-901,Lê Văn Mẫu,01/03/2001,Con
                """;
        officer.page()
                .setInputFiles(
                        "#f-file", new FilePayload("mau.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        officer.page().click("form[enctype] button[type=submit]");
        String id = idOf(officer.page().url());
        officer.page().waitForURL("**/import/" + id + "**");
        if (officer.page().locator("form[action$='/columns']").count() > 0) {
            String value = officer.page()
                    .locator("#f-village option")
                    .filter(new Locator.FilterOptions().setHasText(village))
                    .first()
                    .getAttribute("value");
            officer.page().selectOption("#f-village", value);
            officer.page().click("form[action$='/columns'] button[type=submit]");
        }
        officer.page().locator("form[action$='/commit']").waitFor();
        return id;
    }

    /** A sheet that was taken over, in a village that no other test counts. */
    static String imported(Visitor officer) {
        String id = previewed(officer, "Bãi Mẫu");
        officer.page().click("form[action$='/commit'] button");
        officer.page().locator("a[href$='/undo']").waitFor();
        return id;
    }

    private static String idOf(String address) {
        Matcher id = Pattern.compile(ID).matcher(address);
        if (!id.find()) {
            throw new AssertionError("No id in " + address);
        }
        return id.group(1);
    }
}
