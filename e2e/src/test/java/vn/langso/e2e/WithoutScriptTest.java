package vn.langso.e2e;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The main paths in a browser that runs no script at all. */
class WithoutScriptTest {

    @Test
    void headSearchesAndChangesAHousehold() {
        try (Visitor visitor = Demo.phoneWithoutScript()) {
            Page page = visitor.page();
            visitor.enterAs("village-head");
            visitor.open("/households");
            visitor.openHousehold("HK-120");
            assertThat(page.textContent("main")).contains("HK-120");

            page.click("a[href$='/edit']");
            page.fill("#f-address", "Số 120, cạnh nhà văn hóa");
            page.click("main form[action$='/edit'] button[type=submit]");

            assertThat(page.textContent("main")).contains("cạnh nhà văn hóa");
        }
    }

    @Test
    void headReadsASheetAsFarAsThePreview() {
        try (Visitor visitor = Demo.phoneWithoutScript()) {
            Page page = visitor.page();
            visitor.enterAs("village-head");
            visitor.open("/households/import");
            String sheet = "Số hộ,Họ và tên,Quan hệ với chủ hộ\nHK-911,Lê Thị Mẫu,Chủ hộ\n";
            page.setInputFiles(
                    "#f-file", new FilePayload("mau.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
            page.click("form[enctype] button[type=submit]");

            assertThat(page.url()).matches(".*/households/import/[0-9a-f-]{36}.*");
            assertThat(page.textContent("main")).contains("mau.csv");
        }
    }

    @Test
    void residentSignsInWithTheCodeFromTheInbox() {
        try (Visitor visitor = Demo.phoneWithoutScript()) {
            Page page = visitor.page();
            visitor.askForCode("0900000101");
            visitor.open("/demo/inbox");
            String message = page.locator("main li").first().textContent();
            String code = message.replaceAll("(?s).*?\\b([0-9]{6})\\b.*", "$1");
            visitor.open("/sign-in/code");
            page.fill("#f-code", code);
            page.click("form[action='/sign-in/code'] button[type=submit]");

            assertThat(page.textContent("h1")).contains("Chào bà Thoa");
        }
    }
}
