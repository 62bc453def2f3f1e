package vn.langso.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.langso.kernel.MasterKeySamples;
import vn.langso.kernel.Sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealedFileTest {

    private static final int CHUNK = 64 << 10;

    @TempDir
    private Path folder;

    private Sealer sealer;

    @BeforeEach
    void key() {
        sealer = MasterKeySamples.of("one").sealer("files");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17})
    void whatIsWrittenIsReadAgain(int length) throws IOException {
        byte[] plain = noise(length);

        try (InputStream in = Channels.newInputStream(SealedFile.open(sealer, written("a", plain)))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void numbersOfPeopleAreNotOnTheDisk() throws IOException {
        Path file =
                written("a", "Hà Thị Mẫu;038180001234;0912345678\n".repeat(4000).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("038180001234")
                .doesNotContain("0912345678");
    }

    @Test
    void readingBeginsAnywhere() throws IOException {
        byte[] plain = noise(5 * CHUNK + 100);
        Path file = written("a", plain);

        for (int from : new int[] {0, 1, CHUNK - 1, CHUNK, 3 * CHUNK + 5, 5 * CHUNK + 99}) {
            try (InputStream in = Channels.newInputStream(SealedFile.open(sealer, file))) {
                assertThat(in.skip(from)).isEqualTo(from);
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(plain, from, plain.length));
            }
        }
    }

    @Test
    void changedBytesAreNeverReadAsContent() throws IOException {
        Path file = written("a", noise(2 * CHUNK));
        byte[] sealed = Files.readAllBytes(file);
        sealed[CHUNK + 500] ^= 1;
        Files.write(file, sealed);

        assertDamaged(file);
    }

    /** Wherever the cut lies: in the head, in a nonce or tag, at the end of a chunk, behind one. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                24,
                24 + 10,
                24 + 28,
                24 + 500,
                24 + CHUNK + 28 + 10,
                24 + CHUNK + 28 + 28,
                24 + CHUNK + 28 + 29,
                24 + 2 * (CHUNK + 28),
                24 + 2 * (CHUNK + 28) + 10
            })
    void fileCutAnywhereIsNotTakenForWhole(int length) throws IOException {
        Path file = written("a", noise(2 * CHUNK + 100));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertDamaged(file);
    }

    @Test
    void chunksOfTwoFilesCannotBeMixed() throws IOException {
        Path one = written("a", noise(2 * CHUNK));
        byte[] mixed = Files.readAllBytes(one);
        byte[] other = Files.readAllBytes(written("b", noise(2 * CHUNK)));
        System.arraycopy(other, 24, mixed, 24, CHUNK + 28);
        Files.write(one, mixed);

        assertDamaged(one);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        Path file = written("a", noise(100));
        sealer = MasterKeySamples.of("another").sealer("files");

        assertDamaged(file);
    }

    @Test
    void fileInClearIsNotTakenForAKeptOne() throws IOException {
        assertDamaged(Files.writeString(folder.resolve("old"), "họ tên;cccd\n"));
        assertDamaged(Files.writeString(folder.resolve("long"), "họ tên;cccd\n".repeat(20)));
    }

    @Test
    void archiveIsReadWhereItsDirectorySaysSo() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("noise"));
            zip.write(noise(3 * CHUNK));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }

        try (SeekableByteChannel content = SealedFile.open(sealer, written("a", zipped.toByteArray()))) {
            assertThat(FileKinds.of(content)).isEqualTo(FileKind.XLSX);
        }
    }

    private Path written(String name, byte[] plain) throws IOException {
        Path file = folder.resolve(name);
        SealedFile.write(sealer, new ByteArrayInputStream(plain), file);
        return file;
    }

    private void assertDamaged(Path file) {
        assertThatThrownBy(() -> {
                    try (InputStream in = Channels.newInputStream(SealedFile.open(sealer, file))) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
