package vn.langso.files;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import vn.langso.kernel.MasterKeySamples;
import vn.langso.kernel.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FileFolderTest {

    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path data;

    private FileFolder folder(DataSize keepFree) {
        return new FileFolder(data, new FileSettings(keepFree, Duration.ofDays(1)), MasterKeySamples.of("one"));
    }

    @Test
    void contentAppearsUnderItsHashOnlyWhenItIsKept() throws IOException {
        FileFolder folder = folder(DataSize.ofMegabytes(1));

        FileFolder.Aside aside = folder.writeAside(content("hello"), 100);
        assertThat(aside.sha256()).isEqualTo(HELLO);
        assertThat(folder.pathOf(HELLO)).doesNotExist();

        folder.keep(aside);
        assertThat(Channels.newInputStream(folder.open(HELLO))).hasContent("hello");
        assertThat(folder.pathOf(HELLO)).isEqualTo(data.resolve("files/2c/f2/" + HELLO));
        assertThat(aside.path()).doesNotExist();
    }

    @Test
    void contentLiesSealedFromItsFirstByteOn() throws IOException {
        FileFolder folder = folder(DataSize.ofMegabytes(1));
        FileFolder.Aside aside = folder.writeAside(content("hello"), 100);
        assertThat(Files.readAllBytes(aside.path())).hasSize(24 + 5 + 28);
        assertThat(new String(Files.readAllBytes(aside.path()), StandardCharsets.ISO_8859_1))
                .doesNotContain("hello");

        folder.keep(aside);
        assertThat(Files.readAllBytes(folder.pathOf(HELLO))).hasSize(24 + 5 + 28);
        assertThat(data.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void contentAboveTheLimitLeavesNothingBehind() {
        FileFolder folder = folder(DataSize.ofMegabytes(1));

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> folder.writeAside(content("x".repeat(200_000)), 100_000));

        assertThat(refused.problems().getFirst().code()).isEqualTo(FilesProblem.TOO_LARGE);
        assertThat(data.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void uploadThatBreaksOffLeavesNothingBehind() {
        FileFolder folder = folder(DataSize.ofMegabytes(1));

        assertThatThrownBy(() -> folder.writeAside(broken(), 1_000_000))
                .isInstanceOf(java.io.UncheckedIOException.class);

        assertThat(data.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void nearlyFullDiskTakesNoUpload() {
        FileFolder folder = folder(DataSize.ofTerabytes(900_000));

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> folder.writeAside(content("hello"), 100));

        assertThat(refused.problems().getFirst().code()).isEqualTo(FilesProblem.DISK_FULL);
    }

    @Test
    void diskThatFillsUpWhileWritingIsRecognised() {
        IOException full = catchThrowableOfType(IOException.class, () -> {
            try (FileOutputStream out = new FileOutputStream("/dev/full")) {
                out.write(1);
            }
        });

        assertThat(FileFolder.isFull(full)).isTrue();
        assertThat(FileFolder.isFull(new IOException("Broken pipe"))).isFalse();
    }

    @Test
    void whatAnInterruptedUploadLeftIsTakenAway() throws IOException {
        FileFolder folder = folder(DataSize.ofMegabytes(1));
        FileFolder.Aside aside = folder.writeAside(content("half"), 100);

        folder.discardAsideOlderThan(Instant.now().minusSeconds(60));
        assertThat(aside.path()).exists();

        folder.discardAsideOlderThan(Instant.now().plusSeconds(60));
        assertThat(aside.path()).doesNotExist();
    }

    @Test
    void contentDecidesWhatAFileIs() throws IOException {
        assertThat(kind("%PDF-1.7 renamed to xlsx")).isEqualTo(FileKind.PDF);
        assertThat(kind("họ tên;ngày sinh\n")).isEqualTo(FileKind.TEXT);
        assertThat(kind("MZ\u0000\u0001 program")).isEqualTo(FileKind.UNKNOWN);
        assertThat(kind("PK\u0003\u0004 half an archive")).isEqualTo(FileKind.UNKNOWN);
        assertThat(kind("RIFF1234WEBPVP8 ")).isEqualTo(FileKind.WEBP);
    }

    private FileKind kind(String content) throws IOException {
        Path file = Files.writeString(data.resolve("probe"), content);
        try (SeekableByteChannel probe = Files.newByteChannel(file)) {
            return FileKinds.of(probe);
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        InputStream reset = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        return new java.io.SequenceInputStream(content("x".repeat(100_000)), reset);
    }
}
