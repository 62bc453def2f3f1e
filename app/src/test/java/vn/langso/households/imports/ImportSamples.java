package vn.langso.households.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.households.rows.Mapping;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

/** A commune with two villages, its clerk, and the way of a sheet through an import without waiting for threads. */
@TestComponent
public class ImportSamples {

    public static final String HEAD =
            "Thôn;Số hộ;Họ và tên;Ngày sinh;Giới tính;Quan hệ với chủ hộ;Số CCCD;Điện thoại\n";

    private final Places places;
    private final Imports imports;
    private final ImportWork work;
    private final ImportStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Path folder = TestDatabase.temporaryFolder();

    private int villages;

    ImportSamples(
            Places places,
            Imports imports,
            ImportWork work,
            ImportStore store,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.places = places;
        this.imports = imports;
        this.work = work;
        this.store = store;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A clerk of a commune with its villages; each call makes new ones. */
    public record Commune(Caller clerk, String village, String otherVillage, UUID villageId) {}

    public Commune commune() {
        Place commune = places.tree().byCode("15316", null).orElseThrow();
        int number = villages += 2;
        Map<String, UUID> ids = places.establishVillages(
                Caller.program("test"),
                List.of(village(commune, number), village(commune, number + 1)),
                new Decision("01/QĐ-UBND", LocalDate.of(2026, 1, 1), "Lập thôn"));
        Caller clerk =
                CallerSamples.of(Role.COMMUNE_CLERK, commune.id(), ids.get(code(number)), ids.get(code(number + 1)));
        return new Commune(clerk, code(number), code(number + 1), ids.get(code(number)));
    }

    private static NewVillage village(Place commune, int number) {
        return new NewVillage(code(number), "thon", "Mẫu " + number, commune.id());
    }

    private static String code(int number) {
        return "15316-%02d".formatted(number);
    }

    Path csv(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "sheet", ".bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads, maps as guessed, reads; the import is previewed then or failed. */
    RegisterImport preview(Caller clerk, Path file) {
        UUID id = upload(clerk, file);
        return read(clerk, id);
    }

    UUID upload(Caller clerk, Path file) {
        try {
            return imports.upload(clerk, "Danh sách.csv", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RegisterImport read(Caller clerk, UUID id) {
        RegisterImport found = imports.get(clerk, id);
        transaction.executeWithoutResult(status -> {
            store.move(id, ImportState.READING, ImportState.UPLOADED, ImportState.FAILED, ImportState.UNDONE);
            store.choose(id, new Mapping.Choice(imports.suggested(found), LocalDate.of(2026, 11, 1)));
        });
        work.read(clerk, id);
        return imports.get(clerk, id);
    }

    RegisterImport commit(Caller clerk, UUID id) {
        transaction.executeWithoutResult(status -> store.move(id, ImportState.COMMITTING, ImportState.PREVIEWED));
        work.commit(clerk, id);
        return imports.get(clerk, id);
    }

    RegisterImport undo(Caller clerk, UUID id) {
        transaction.executeWithoutResult(status -> store.move(id, ImportState.UNDOING, ImportState.COMMITTED));
        work.undo(clerk, id);
        return imports.get(clerk, id);
    }

    /** Brings a text file into the register. */
    public void write(Caller clerk, String csv) {
        bring(clerk, csv);
    }

    /** What importing the file would do: "new 0, changed 0, unchanged 4, errors 0, households 0/0". */
    public String outcome(Caller clerk, byte[] file) {
        ImportCounts counts =
                java.util.Objects.requireNonNull(preview(clerk, file(file)).counts());
        return "new %d, changed %d, unchanged %d, errors %d, households %d/%d"
                .formatted(
                        counts.newRows(),
                        counts.changedRows(),
                        counts.unchangedRows(),
                        counts.errors(),
                        counts.newHouseholds(),
                        counts.changedHouseholds());
    }

    /** The whole way of a sheet into the register. */
    RegisterImport bring(Caller clerk, String csv) {
        RegisterImport previewed = preview(clerk, csv(csv));
        return commit(clerk, previewed.id());
    }

    /** Everything of the register that undoing must bring back, versions aside. */
    String picture() {
        return jdbc.sql("""
                        select coalesce(string_agg(line, E'\\n' order by line), '') from (
                          select (to_jsonb(h) - 'version')::text as line from households.household h
                          union all select (to_jsonb(p) - 'version')::text from households.person p
                          union all select to_jsonb(s)::text from households.person_past_stay s
                          union all select to_jsonb(a)::text from households.past_attribute a
                          union all select to_jsonb(c)::text from households.village_count c
                                    where c.households <> 0 or c.residents <> 0) lines
                        """).query(String.class).single();
    }

    /** Leaves nothing of the register and its imports. */
    public void empty() {
        jdbc.sql("""
                        truncate households.person_past_stay, households.past_attribute, households.village_count,
                          households.person, households.household_past_stay, households.household,
                          households.register_import, households.import_row, households.import_household,
                          households.import_match, households.import_before, households.import_mapping
                        """).update();
    }

    long count(String what) {
        return jdbc.sql("select count(*) from households." + what)
                .query(Long.class)
                .single();
    }
}
