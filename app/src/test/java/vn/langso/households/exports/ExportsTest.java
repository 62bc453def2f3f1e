package vn.langso.households.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.langso.households.imports.ImportSamples;
import vn.langso.households.imports.ImportSamples.Commune;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Role;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest
@Import(ImportSamples.class)
class ExportsTest {

    private static final String ROWS = """
            Thôn;Số hộ;Đường;Địa chỉ;Họ và tên;Ngày sinh;Giới tính;Quan hệ;Cư trú;CCCD;Điện thoại;Internet;Diện hộ;Mức định danh;Người có công
            V;HK-1;Ngõ 3;Số 5;Nguyễn Văn An;20/11/1960;Nam;Chủ hộ;Thường trú;038060001234;0912345678;Có;Hộ nghèo;2;x
            V;HK-1;Ngõ 3;Số 5;Trần Thị Bình;1962;Nữ;Vợ;Làm ăn xa;;;Có;Hộ nghèo;;
            V;HK-1;Ngõ 3;Số 5;Nguyễn Thị Dâu;02/1990;Nữ;Con dâu;Tạm vắng;;;Có;Hộ nghèo;0;
            V;HK-2;;;=Lê Văn Tí;;Nam;Chủ hộ;Tạm trú;;;Không;;1;
            """;

    @Autowired
    private ImportSamples samples;

    @Autowired
    private Exports exports;

    @Autowired
    private JdbcClient jdbc;

    private Commune commune = new Commune(Caller.program("none"), "", "", new java.util.UUID(0, 0));

    @BeforeEach
    void register() {
        samples.empty();
        commune = samples.commune();
        samples.write(commune.clerk(), ROWS.replace("V;HK", commune.village() + ";HK"));
    }

    private byte[] export(Caller caller, boolean xlsx, String after, @Nullable String reason) throws IOException {
        Exports.Question question =
                new Exports.Question(Objects.requireNonNull(commune.clerk().placeId()), "", after, reason);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var villages = exports.begin(caller, question);
        try (SheetWriter sheet = xlsx
                ? SheetWriter.xlsx(out, "Sổ")
                : after.isEmpty() ? SheetWriter.csv(out) : SheetWriter.csvRest(out)) {
            sheet.row(ExportWords.COLUMNS);
            exports.write(caller, question, villages, sheet);
        }
        return out.toByteArray();
    }

    private String csv(String after, @Nullable String reason) throws IOException {
        return new String(export(commune.clerk(), false, after, reason), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasExportedImportsAsUnchanged() throws IOException {
        String nothing = "new 0, changed 0, unchanged 4, errors 0, households 0/0";

        assertThat(samples.outcome(commune.clerk(), export(commune.clerk(), false, "", null)))
                .isEqualTo(nothing);
        assertThat(samples.outcome(commune.clerk(), export(commune.clerk(), true, "", null)))
                .isEqualTo(nothing);
        assertThat(samples.outcome(commune.clerk(), export(commune.clerk(), true, "", "Rà soát cuối năm 2026")))
                .isEqualTo(nothing);
    }

    @Test
    void numbersAreMaskedUnlessThereIsAReason() throws IOException {
        assertThat(csv("", null)).contains("038********234").doesNotContain("038060001234");
        assertThat(csv("", "Rà soát cuối năm 2026")).contains("038060001234");
        assertThatThrownBy(() -> csv("", "vì")).isInstanceOf(ProblemException.class);
        assertThat(jdbc.sql("select after ->> 'reason' from audit.change where action = 'households.export-whole'")
                        .query(String.class)
                        .list())
                .contains("Rà soát cuối năm 2026");
    }

    @Test
    void wholeNumbersNeedThePermissionToo() {
        Caller leader = CallerSamples.withPermissions(commune.clerk(), Exports.PERMISSION);

        assertThatThrownBy(() -> export(leader, false, "", "Rà soát cuối năm 2026"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void foreignCallerIsRefused() {
        Caller stranger = CallerSamples.of(Role.COMMUNE_CLERK, vn.langso.kernel.Ids.next());

        assertThatThrownBy(() -> export(stranger, false, "", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .extracting(code -> code.code())
                                .containsExactly("SHL-403"));
    }

    @Test
    void interruptedExportGoesOnAfterTheLastWholeHousehold() throws IOException {
        String rest = csv(commune.village() + "/HK-1", null);

        assertThat(rest).contains("Lê Văn Tí").doesNotContain("Nguyễn Văn An").doesNotContain("\ufeff");
    }

    @Test
    void nothingInTheFileIsComputedAndEachBatchIsInTheTrail() throws IOException {
        assertThat(csv("", null)).contains(";'=Lê Văn Tí;");
        assertThat(jdbc.sql("select max(cardinality(subject_ids)) from audit.look where what = 'households.export'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }
}
