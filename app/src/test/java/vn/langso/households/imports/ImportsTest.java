package vn.langso.households.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.langso.files.StoredFile;
import vn.langso.files.StoredFiles;
import vn.langso.households.imports.ImportSamples.Commune;
import vn.langso.households.rows.Mapping;
import vn.langso.households.rows.RowProblem;
import vn.langso.platform.MovedClock;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@Import({MovedClock.Beans.class, ImportSamples.class})
class ImportsTest {

    @Value("${langso.data}")
    private Path data;

    @Autowired
    private ImportSamples samples;

    @Autowired
    private PreviewStore preview;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportUpkeep upkeep;

    @Autowired
    private StoredFiles files;

    @Autowired
    private MovedClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Commune commune;

    @BeforeEach
    void emptyRegister() {
        samples.empty();
        commune = samples.commune();
    }

    private String sheet(String... rows) {
        StringBuilder sheet = new StringBuilder(ImportSamples.HEAD);
        for (String row : rows) {
            sheet.append(commune.village()).append(';').append(row).append('\n');
        }
        return sheet.toString();
    }

    private String family() {
        return sheet(
                "HK-001;Nguyễn Văn An;20/11/1960;Nam;Chủ hộ;038060001234;0912345678",
                "HK-001;Trần Thị Bình;1962;Nữ;Vợ;;",
                "HK-002;Lê Văn Cường;;Nam;Chủ hộ;;",
                "HK-002;Lê Văn Cường;2001;Nam;Con;;");
    }

    @Test
    void sheetIsPreviewedThenWritten() {
        RegisterImport previewed = samples.preview(commune.clerk(), samples.csv(family()));
        assertThat(previewed.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(previewed.counts()).isEqualTo(new ImportCounts(4, 0, 0, 0, 0, 2, 0));

        RegisterImport written = samples.commit(commune.clerk(), previewed.id());
        assertThat(written.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(jdbc.sql("""
                        select h.number || '/' || h.head_name || '/' || h.member_count from households.household h
                        where h.village_id = :village order by h.number
                        """)
                        .param("village", commune.villageId())
                        .query(String.class)
                        .list())
                .containsExactly("HK-001/Nguyễn Văn An/2", "HK-002/Lê Văn Cường/2");
        assertThat(jdbc.sql(
                                "select households || '/' || residents from households.village_count where village_id = :id")
                        .param("id", commune.villageId())
                        .query(String.class)
                        .single())
                .isEqualTo("2/4");
    }

    @Test
    void twiceIsOnce() {
        samples.bring(commune.clerk(), family());
        String before = samples.picture();

        RegisterImport again = samples.preview(commune.clerk(), samples.csv(family()));

        assertThat(again.counts()).isEqualTo(new ImportCounts(0, 0, 4, 0, 0, 0, 0));
        assertThat(samples.picture()).isEqualTo(before);
    }

    @Test
    void changesAreWrittenAndUndoneExactly() {
        samples.bring(commune.clerk(), family());
        String before = samples.picture();

        RegisterImport changed = samples.bring(
                commune.clerk(),
                sheet(
                        "HK-001;Nguyễn Văn Án;20/11/1960;Nam;Chủ hộ;038060001234;0987654321",
                        "HK-002;Trần Thị Bình;02/03/1962;Nữ;Khác;038162000777;",
                        "HK-002;Lê Văn Cường;2001;Nam;Con;038201000123;",
                        "HK-003;Phạm Thị Dung;1990;Nữ;Chủ hộ;;"));
        assertThat(changed.counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 1, 0));
        assertThat(samples.picture()).isNotEqualTo(before);

        RegisterImport undone = samples.undo(commune.clerk(), changed.id());
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(samples.picture()).isEqualTo(before);
    }

    @Test
    void personWithTheSameCccdMovesBetweenHouseholdsAndBack() {
        samples.bring(
                commune.clerk(),
                family() + commune.otherVillage() + ";HK-009;Hồ Văn Em;1999;Nam;Chủ hộ;;\n" + commune.otherVillage()
                        + ";HK-009;Hồ Thị Út;05/05/2003;Nữ;Em;038303000456;\n");
        String before = samples.picture();

        RegisterImport moved =
                samples.bring(commune.clerk(), sheet("HK-001;Hồ Thị Út;05/05/2003;Nữ;Con dâu;038303000456;"));
        assertThat(moved.counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 1, 0, 0));
        assertThat(jdbc.sql("select residents from households.village_count where village_id = :id")
                        .param("id", commune.villageId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);

        samples.undo(commune.clerk(), moved.id());
        assertThat(samples.picture()).isEqualTo(before);
    }

    @Test
    void whatWasEditedSinceStaysWhenTheRestIsUndone() {
        RegisterImport written = samples.bring(commune.clerk(), family());
        jdbc.sql("""
                update households.person set full_name = 'Trần Thị Bích', version = version + 1
                where full_name = 'Trần Thị Bình' and village_id = :village
                """).param("village", commune.villageId()).update();

        samples.undo(commune.clerk(), written.id());

        assertThat(jdbc.sql("select full_name from households.person where village_id = :village order by full_name")
                        .param("village", commune.villageId())
                        .query(String.class)
                        .list())
                .containsExactly("Nguyễn Văn An", "Trần Thị Bích");
        assertThat(jdbc.sql(
                                "select households || '/' || residents from households.village_count where village_id = :id")
                        .param("id", commune.villageId())
                        .query(String.class)
                        .single())
                .isEqualTo("1/2");
    }

    @Test
    void eachContradictionIsTold() {
        samples.bring(commune.clerk(), family());
        Commune elsewhere = samples.commune();
        samples.bring(
                elsewhere.clerk(),
                ImportSamples.HEAD + elsewhere.village() + ";HK-1;Vũ Văn Xa;1970;Nam;Chủ hộ;038070009999;\n");

        RegisterImport previewed = samples.preview(
                commune.clerk(),
                samples.csv(sheet(
                                "HK-010;Nguyễn Văn Khác;20/11/1961;Nam;Chủ hộ;038060001234;",
                                "HK-011;Đỗ Văn Một;1980;Nam;Chủ hộ;038080000001;",
                                "HK-011;Đỗ Văn Hai;1981;Nam;Con;038080000001;",
                                "HK-011;Đỗ Văn Ba;1982;Nam;Chủ hộ;;",
                                "HK-011;Đỗ Văn Một;1980;Nam;Em;;",
                                "HK-012;Vũ Văn Xa;1970;Nam;Chủ hộ;038070009999;",
                                "HK-001;Phan Văn Mới;1975;Nam;Chủ hộ;;",
                                ";Không Số Hộ;1975;Nam;Chủ hộ;;",
                                "HK-013;Sai Ngày;30/02/1990;Nam;Chủ hộ;;",
                                "HK-013;Quá Già;01/01/1850;Nam;Chủ hộ;;",
                                "HK-013;Chưa Sinh;01/01/2030;Nam;Chủ hộ;;",
                                "HK-013;Tên 😀;1990;Nam;Chủ hộ;;",
                                "HK-013;Sai Số;1990;Nam;Chủ hộ;12345;abc",
                                "HK-013;Trái Giới;1990;Nữ;Chủ hộ;038090000002;")
                        + elsewhere.village() + ";HK-1;Ngoài Xã;1990;Nam;Chủ hộ;;\n"
                        + "Thôn Không Có;HK-1;Lạ;1990;Nam;Chủ hộ;;\n"));

        Map<Integer, List<RowProblem>> problems = preview.problems(previewed.id(), 0, 100);
        assertThat(problems.get(2)).extracting(RowProblem::code).contains("HHI-114");
        assertThat(problems.get(4)).extracting(RowProblem::code).contains("HHI-111");
        assertThat(problems.get(5)).extracting(RowProblem::code).containsExactly("HHI-113");
        assertThat(problems.get(6)).extracting(RowProblem::code).containsExactly("HHI-112");
        assertThat(problems.get(7)).extracting(RowProblem::code).containsExactly("HHI-115");
        assertThat(problems.get(8)).extracting(RowProblem::code).containsExactly("HHI-119");
        assertThat(problems.get(9)).extracting(RowProblem::code).containsExactly("HHI-105");
        assertThat(problems.get(10)).extracting(RowProblem::code).containsExactly("HHD-006");
        assertThat(problems.get(11)).extracting(RowProblem::code).containsExactly("HHD-008");
        assertThat(problems.get(12)).extracting(RowProblem::code).containsExactly("HHD-007");
        assertThat(problems.get(13)).extracting(RowProblem::code).containsExactly("HHD-003");
        assertThat(problems.get(14)).extracting(RowProblem::code).containsExactly("HHD-004", "HHD-012");
        assertThat(problems.get(15)).allMatch(RowProblem::warning);
        assertThat(problems.get(16)).extracting(RowProblem::code).containsExactly("HHI-103");
        assertThat(problems.get(17)).extracting(RowProblem::code).containsExactly("HHI-102");
        assertThat(previewed.counts()).isNotNull();
        assertThat(previewed.counts().errors()).isEqualTo(14);
    }

    @Test
    void registerThatChangedSinceThePreviewIsPreviewedAgain() {
        UUID first = samples.preview(commune.clerk(), samples.csv(family())).id();
        samples.bring(commune.clerk(), family());

        RegisterImport stale = samples.commit(commune.clerk(), first);

        assertThat(stale.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(stale.failure().code()).isEqualTo("register-changed");
        assertThat(stale.counts()).isEqualTo(new ImportCounts(0, 0, 4, 0, 0, 0, 0));
    }

    @Test
    void emptyCellsTakeTheHouseholdOfTheRowAbove() {
        RegisterImport previewed = samples.preview(
                commune.clerk(),
                samples.csv(sheet("HK-020;Bùi Văn Năm;1980;Nam;Chủ hộ;;")
                        + ";;Bùi Thị Sáu;1985;Nữ;Vợ;;\n\n;;Bùi Văn Bảy;2010;Nam;Con;;\n"));

        assertThat(previewed.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void uploadedSheetLiesSealedAndIsReadAgain() throws IOException {
        String cccd = "038085004321";
        RegisterImport found =
                samples.preview(commune.clerk(), samples.csv(sheet("HK-040;Vũ Văn Kín;1985;Nam;Chủ hộ;" + cccd + ";")));
        StoredFile file = files.find(commune.clerk(), found.fileId()).orElseThrow();

        try (Stream<Path> kept = Files.walk(data.resolve("files"))) {
            assertThat(kept.filter(Files::isRegularFile)).isNotEmpty().noneMatch(path -> holds(path, cccd));
        }
        try (InputStream plain = Channels.newInputStream(files.open(file))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains(cccd);
        }
    }

    private static boolean holds(Path path, String text) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void uploadedSheetGoesAfterItsTimeAndTheImportStays() {
        RegisterImport written = samples.bring(commune.clerk(), family());
        RegisterImport waiting =
                samples.preview(commune.clerk(), samples.csv(sheet("HK-030;Vũ Văn Chờ;1980;Nam;Chủ hộ;;")));

        clock.moveBy(Duration.ofDays(59));
        upkeep.forgetFiles();
        assertThat(files.find(commune.clerk(), written.fileId())).isPresent();

        clock.moveBy(Duration.ofDays(2));
        upkeep.forgetFiles();
        assertThat(files.find(commune.clerk(), written.fileId())).isEmpty();
        assertThat(imports.get(commune.clerk(), waiting.id()).failure().code()).isEqualTo("HHI-010");
        assertThat(samples.undo(commune.clerk(), written.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(samples.count("person")).isZero();
        clock.moveBy(Duration.ofDays(-61));
    }

    @Test
    void twoHeadingRowsWithMergedCellsAreOneHeading() {
        String sheet = "DANH SÁCH HỘ;;;;\nThông tin hộ;;Nhân khẩu;;\nThôn;Số hộ;Họ và tên;Năm sinh;Giới tính\n"
                + commune.village() + ";HK-1;Nguyễn Văn An;1960;Nam\n";
        String merged = "Thôn;Số hộ;Nhân khẩu;;\n;;Họ và tên;Năm sinh;Giới tính\n" + commune.village()
                + ";HK-1;Nguyễn Văn An;1960;Nam\n";

        assertThat(samples.preview(commune.clerk(), samples.csv(sheet)).counts())
                .isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1, 0));
        assertThat(samples.preview(commune.clerk(), samples.csv(merged)).counts())
                .isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void decomposedTextLostZerosAndDayNumbersAreUnderstood() {
        String sheet = java.text.Normalizer.normalize(
                sheet("HK-1;Nguyễn Thị Ánh;31371;Nữ;Chủ hộ;38185001234;912345678"), java.text.Normalizer.Form.NFD);

        RegisterImport previewed = samples.bring(commune.clerk(), sheet);

        assertThat(previewed.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1, 1, 0));
        assertThat(jdbc.sql("select full_name || '/' || birth_date || '/' || cccd_mask from households.person")
                        .query(String.class)
                        .single())
                .isEqualTo("Nguyễn Thị Ánh/1985-11-20/038********234");
    }

    @Test
    void mappingIsRememberedForSheetsWithTheSameHeading() {
        UUID first = samples.upload(commune.clerk(), samples.csv(family()));
        List<String> columns = List.of("village", "number", "full-name", "birth", "", "relation", "cccd", "phone");
        Mapping mapping = new Mapping(columns, null);
        imports.read(commune.clerk(), first, new Mapping.Choice(mapping, LocalDate.of(2026, 11, 1)));
        Awaitility.await().until(() -> imports.get(commune.clerk(), first).state() == ImportState.PREVIEWED);

        UUID second = samples.upload(commune.clerk(), samples.csv(sheet("HK-9;Ai Đó;1990;Nam;Chủ hộ;;")));

        assertThat(imports.isRemembered(imports.get(commune.clerk(), second))).isTrue();
        assertThat(imports.suggested(imports.get(commune.clerk(), second))).isEqualTo(mapping);
    }

    @Test
    void cellsThatCannotBeReadAreToldAndCutRowsAreNotImported() {
        RegisterImport previewed = samples.preview(
                commune.clerk(),
                samples.csv(sheet(
                                "HK-1;NguyÔn V¨n An;1960;Nam;Chủ hộ;;",
                                "HK-2;" + "x".repeat(100_000) + ";1960;Nam;Chủ hộ;;",
                                "HK-3;Trần Văn Đủ;1960;Nam;Chủ hộ;;")
                        + commune.village() + ";HK-4;Lê Văn C"));

        Map<Integer, List<RowProblem>> problems = preview.problems(previewed.id(), 0, 100);
        assertThat(problems.get(2)).extracting(RowProblem::code).contains("HHI-109");
        assertThat(problems.get(3)).extracting(RowProblem::code).contains("HHI-108");
        assertThat(problems.get(5)).extracting(RowProblem::code).containsExactly("HHI-110");
        assertThat(previewed.counts()).isEqualTo(new ImportCounts(1, 0, 0, 3, 0, 1, 0));
    }
}
