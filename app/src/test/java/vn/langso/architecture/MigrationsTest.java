package vn.langso.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {

    private static final Path MIGRATIONS = Code.RESOURCES.resolve("db/migration");
    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9_]+\\.sql");

    /** Beyond one schema or the common ground of PostgreSQL 15 and its distributed kin. */
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "trigger", Pattern.compile("\\bcreate\\s+(or\\s+replace\\s+)?trigger\\b"),
            "id made in the database",
                    Pattern.compile("\\b(serial|bigserial|as\\s+identity|gen_random_uuid|uuidv7)\\b"),
            "time without zone", Pattern.compile("\\btimestamp\\b(?!\\s*with)"),
            "virtual column of PostgreSQL 18", Pattern.compile("\\bvirtual\\b"));

    /** The file {@code released.sha256} lists the migrations that some installation has already run. */
    @Test
    void releasedMigrationsAreNeverEdited() {
        Map<String, String> changed = new TreeMap<>();
        for (String line :
                Code.read(MIGRATIONS.resolve("released.sha256")).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] sumAndFile = line.split("\\s+", 2);
                String now = sha256(MIGRATIONS.resolve(sumAndFile[1]));
                if (!now.equals(sumAndFile[0])) {
                    changed.put(sumAndFile[1], now);
                }
            }
        }

        assertThat(changed).as("write a new migration instead").isEmpty();
    }

    @Test
    void migrationsAreNumberedPerModule() {
        Map<String, Long> numbers = new TreeMap<>();
        for (Path file : Code.files(MIGRATIONS.toString(), ".sql")) {
            assertThat(file.getFileName().toString()).matches(NAME);
            numbers.merge(
                    file.getParent().getFileName() + " "
                            + file.getFileName().toString().substring(0, 4),
                    1L,
                    Long::sum);
        }

        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy((number, files) -> assertThat(files).isEqualTo(1));
    }

    @Test
    void migrationsStayInTheirSchemaAndInCommonSql() {
        List<String> schemas;
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            schemas = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, String> found = new TreeMap<>();
        for (Path file : Code.files(MIGRATIONS.toString(), ".sql")) {
            String sql = Code.read(file).replaceAll("--[^\n]*", "").toLowerCase(java.util.Locale.ROOT);
            FORBIDDEN.forEach((what, pattern) -> {
                if (pattern.matcher(sql).find()) {
                    found.put(file.toString(), what);
                }
            });
            String own = file.getParent().getFileName().toString();
            schemas.stream()
                    .filter(schema -> !schema.equals(own)
                            && Pattern.compile("\\b(references|from|join|on)\\s+" + schema + "\\.")
                                    .matcher(sql)
                                    .find())
                    .forEach(schema -> found.put(file.toString(), "reaches into the schema " + schema));
        }

        assertThat(found).isEmpty();
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Code.read(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
