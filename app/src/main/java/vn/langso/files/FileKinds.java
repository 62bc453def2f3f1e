package vn.langso.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks into a file to tell what it is; its name plays no part. */
final class FileKinds {

    /** Signatures stand in the first bytes; text is judged by as much. */
    private static final int HEAD_BYTES = 8192;

    private FileKinds() {}

    /** Reads where it needs to; the content stays open. */
    static FileKind of(SeekableByteChannel content) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        while (head.hasRemaining() && content.read(head) >= 0) {
            // reads on until the head is whole
        }
        byte[] bytes = Arrays.copyOf(head.array(), head.position());
        if (starts(bytes, "504b0304") || starts(bytes, "504b0506")) {
            return ofArchive(content);
        }
        return ofHead(bytes);
    }

    private static FileKind ofHead(byte[] head) {
        if (starts(head, "ffd8ff")) {
            return FileKind.JPEG;
        } else if (starts(head, "89504e470d0a1a0a")) {
            return FileKind.PNG;
        } else if (starts(head, "52494646") && at(head, 8, "WEBP")) {
            return FileKind.WEBP;
        } else if (starts(head, "255044462d")) {
            return FileKind.PDF;
        } else if (starts(head, "d0cf11e0a1b11ae1")) {
            return FileKind.OLE;
        } else if (starts(head, "494433") || starts(head, "fffb") || starts(head, "fff3")) {
            return FileKind.MP3;
        } else if (starts(head, "4f676753")) {
            return FileKind.OGG;
        } else if (at(head, 4, "ftyp")) {
            return at(head, 8, "heic") || at(head, 8, "heix") || at(head, 8, "mif1") ? FileKind.HEIC : FileKind.MP4;
        }
        return isText(head) ? FileKind.TEXT : FileKind.UNKNOWN;
    }

    private static FileKind ofArchive(SeekableByteChannel content) {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(content).get()) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return FileKind.XLSX;
            }
            return zip.getEntry("word/document.xml") != null ? FileKind.DOCX : FileKind.ZIP;
        } catch (IOException e) {
            return FileKind.UNKNOWN;
        }
    }

    /** UTF-16 with its mark, or bytes without controls other than tab, line ends, form feed and escape. */
    private static boolean isText(byte[] head) {
        if (starts(head, "fffe") || starts(head, "feff")) {
            return true;
        }
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && "\t\n\r\f\u001b".indexOf(b) < 0) {
                return false;
            }
        }
        return head.length > 0;
    }

    private static boolean starts(byte[] head, String hex) {
        byte[] sign = HexFormat.of().parseHex(hex);
        return head.length >= sign.length && Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
    }

    private static boolean at(byte[] head, int offset, String ascii) {
        byte[] sign = ascii.getBytes(StandardCharsets.US_ASCII);
        int end = offset + sign.length;
        return head.length >= end && Arrays.equals(head, offset, end, sign, 0, sign.length);
    }
}
