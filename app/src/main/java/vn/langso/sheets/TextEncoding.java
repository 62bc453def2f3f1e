package vn.langso.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import vn.langso.kernel.Problem;

/**
 * How a text file writes its letters: UTF-8 and UTF-16 with or without their mark, windows-1258, or the older TCVN3 (ABC, .VnTime).
 *
 * <p>A file that is not valid UTF-8 throughout is windows-1258 or TCVN3: the one whose letters occur in Vietnamese words is taken. What
 * neither explains is refused.
 */
enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16", StandardCharsets.UTF_16BE),
    WINDOWS_1258("windows-1258", Charset.forName("windows-1258")),
    TCVN3("TCVN3 (ABC)", StandardCharsets.ISO_8859_1);

    private static final int PROBE_BYTES = 64 << 10;
    private static final int BUFFER_BYTES = 128 << 10;

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    String label() {
        return label;
    }

    /** The whole text of the file, its mark skipped, letters composed as they stand in the file. */
    Reader reader(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
        in.mark(4);
        byte[] mark = in.readNBytes(3);
        in.reset();
        in.skipNBytes(markLength(mark));
        Reader reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return this == TCVN3 ? new Tcvn3Reader(reader) : reader;
    }

    private int markLength(byte[] head) {
        return switch (this) {
            case UTF_8 -> starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
            case UTF_16LE -> starts(head, 0xff, 0xfe) ? 2 : 0;
            case UTF_16BE -> starts(head, 0xfe, 0xff) ? 2 : 0;
            case WINDOWS_1258, TCVN3 -> 0;
        };
    }

    /** Finds it out from the whole file; refuses {@link SheetProblem#ENCODING} when nothing explains its bytes. */
    static TextEncoding of(SheetSource file) throws IOException {
        byte[] probe;
        try (InputStream in = file.stream()) {
            probe = in.readNBytes(PROBE_BYTES);
        }
        if (starts(probe, 0xff, 0xfe) || mostlyZero(probe, 1)) {
            return UTF_16LE;
        }
        if (starts(probe, 0xfe, 0xff) || mostlyZero(probe, 0)) {
            return UTF_16BE;
        }
        if (isUtf8(file)) {
            return UTF_8;
        }
        return older(file);
    }

    private static TextEncoding older(SheetSource file) throws IOException {
        int tcvn = 0;
        int windows = 0;
        try (InputStream in = file.stream()) {
            byte[] bytes = in.readNBytes(BUFFER_BYTES * 8);
            windows = VietnameseScore.of(new String(bytes, WINDOWS_1258.charset));
            tcvn = VietnameseScore.of(Tcvn3Reader.decode(new String(bytes, TCVN3.charset)));
        }
        if (windows <= 0 && tcvn <= 0) {
            throw Problem.at("file", SheetProblem.ENCODING).asException();
        }
        return tcvn > windows ? TCVN3 : WINDOWS_1258;
    }

    /** No zero bytes and few controls, unless it is UTF-16. */
    static boolean isText(byte[] head) {
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || mostlyZero(head, 0) || mostlyZero(head, 1)) {
            return true;
        }
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && "\t\n\r\f\u001b".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] head, int... sign) {
        if (head.length < sign.length) {
            return false;
        }
        for (int i = 0; i < sign.length; i++) {
            if ((head[i] & 0xff) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** Separators and digits make every other byte zero in UTF-16, more than a third even of Vietnamese text. */
    private static boolean mostlyZero(byte[] head, int offset) {
        int zero = 0;
        int other = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            zero += head[i + offset] == 0 ? 1 : 0;
            other += head[i + 1 - offset] == 0 ? 1 : 0;
        }
        return head.length >= 8 && other == 0 && zero * 6 > head.length;
    }

    private static boolean isUtf8(SheetSource file) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int pending = 0;
        try (InputStream in = file.stream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    int b = buffer[i] & 0xff;
                    if (pending > 0) {
                        if ((b & 0xc0) != 0x80) {
                            return false;
                        }
                        pending--;
                    } else if (b >= 0x80) {
                        pending = followers(b);
                        if (pending < 0) {
                            return false;
                        }
                    }
                }
            }
        }
        // A file cut in the middle of a letter is still UTF-8.
        return true;
    }

    private static int followers(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 1;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            return 2;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
    }
}
