package vn.langso.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

    @Test
    void pathsOfTheSenderAreCutOff() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\Users\\Lan\\Danh sách hộ.xlsx")).isEqualTo("Danh sách hộ.xlsx");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("")).isEqualTo("file");
    }

    @Test
    void decomposedNamesAreComposed() {
        String decomposed = Normalizer.normalize("Hộ Chí Phúc.csv", Normalizer.Form.NFD);

        assertThat(FileNames.clean(decomposed)).isEqualTo("Hộ Chí Phúc.csv");
    }

    @Test
    void signsThatHideOrBreakAreTakenOut() {
        assertThat(FileNames.clean("bản kê\u202Exslx.exe")).isEqualTo("bản kêxslx.exe");
        assertThat(FileNames.clean("a\r\nSet-Cookie: x\".csv")).isEqualTo("a Set-Cookie_ x_.csv");
        assertThat(FileNames.clean("con.txt")).isEqualTo("_con.txt");
        assertThat(FileNames.clean(".hidden.")).isEqualTo("hidden");
    }

    @Test
    void longNamesKeepTheirExtensionAndWholeSigns() {
        String clean = FileNames.clean("ề".repeat(500) + "😀.xlsx");

        assertThat(clean).endsWith("ề.xlsx");
        assertThat(clean.getBytes(StandardCharsets.UTF_8).length).isBetween(195, 200);
    }
}
