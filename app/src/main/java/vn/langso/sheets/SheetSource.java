package vn.langso.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a sheet lie; may be opened as often as needed, each time from the start. They need not lie anywhere in clear. */
public interface SheetSource {

    /** The content from its start; closed by who asked for it. */
    SeekableByteChannel open() throws IOException;

    default InputStream stream() throws IOException {
        return Channels.newInputStream(open());
    }

    static SheetSource of(Path file) {
        return () -> Files.newByteChannel(file);
    }
}
