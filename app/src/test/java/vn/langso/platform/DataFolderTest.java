package vn.langso.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    private Path root;

    @Test
    void folderOfADemoIsRefusedForRealWork() {
        DataFolder.open(root, "demo").close();

        assertThatThrownBy(() -> DataFolder.open(root, "run"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to 'demo' and is refused for 'run'");
    }

    @Test
    void folderOfANewerProgramIsRefused() throws IOException {
        Files.writeString(root.resolve("langso.properties"), "layout=99\nmode=run\n");

        assertThatThrownBy(() -> DataFolder.open(root, "run"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void damagedMarkerIsRefused() throws IOException {
        Files.writeString(root.resolve("langso.properties"), "layout=eleven\n");

        assertThatThrownBy(() -> DataFolder.open(root, "run"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void folderInUseIsRefusedAndFreeAfterwards() {
        try (DataFolder first = DataFolder.open(root, "run")) {
            assertThatThrownBy(() -> DataFolder.open(root, "run"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another running");
            assertThat(first.root()).isEqualTo(root);
        }

        DataFolder.open(root, "run").close();
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file, "run"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void refusalHasOneLineInEachLanguage() {
        DataFolder.open(root, "demo").close();

        assertThatThrownBy(() -> DataFolder.open(root, "run"))
                .message()
                .hasLineCount(2)
                .startsWith("Thư mục dữ liệu");
    }

    @Test
    void keyIsMadeOnceAndForItsOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            String secret = folder.secret("database-password");

            assertThat(secret).hasSize(64).isEqualTo(folder.secret("database-password"));
            assertThat(Files.getPosixFilePermissions(root.resolve("keys/database-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void demoStartedOverForgetsAllButItsKind() throws IOException {
        try (DataFolder folder = DataFolder.open(root, "demo")) {
            Path old = Files.writeString(root.resolve("files/old"), "");

            folder.clear();

            assertThat(old).doesNotExist();
        }
        assertThatThrownBy(() -> DataFolder.open(root, "run")).hasMessageContaining("belongs to 'demo'");
    }

    @Test
    void realDataIsNeverThrownAway() {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            assertThatThrownBy(folder::clear).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatAKilledProgramLeftAsideIsTakenAwayByTheNextStart() throws IOException {
        try (DataFolder folder = DataFolder.open(root, "run")) {
            Files.writeString(folder.aside().resolve("import.upload"), "038085004321");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.aside())))
                    .isEqualTo("rwx------");
        }

        try (DataFolder folder = DataFolder.open(root, "run")) {
            assertThat(folder.aside()).isEmptyDirectory();
        }
    }
}
