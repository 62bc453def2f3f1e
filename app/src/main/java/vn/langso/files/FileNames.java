package vn.langso.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import vn.langso.kernel.Folding;

/** Makes a name that came with an upload safe to keep, to show and to save under on any system. */
final class FileNames {

    /** File systems allow 255 bytes; the rest is room for "(1)" that browsers add. */
    private static final int MOST_BYTES = 200;

    private static final int MOST_EXTENSION = 10;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*;%]");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** The last part of the path, NFC, without invisible or forbidden signs, bounded; "file" when nothing is left. */
    static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE.matcher(last.replaceAll("\\s", " ")).replaceAll("");
        String safe = EDGES.matcher(FORBIDDEN.matcher(Folding.clean(visible)).replaceAll("_"))
                .replaceAll("");
        if (safe.isEmpty()) {
            return "file";
        }
        return bounded(DEVICE.matcher(safe).matches() ? "_" + safe : safe);
    }

    private static String bounded(String name) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= MOST_EXTENSION;
        String extension = hasExtension ? name.substring(dot) : "";
        String stem = hasExtension ? name.substring(0, dot) : name;
        int room = MOST_BYTES - bytes(extension);
        while (bytes(stem) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.stripTrailing() + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
