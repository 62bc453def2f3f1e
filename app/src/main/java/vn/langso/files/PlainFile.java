package vn.langso.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A content in clear for a reader that needs a file of its own, as archives do; gone when it is closed. What a killed program leaves is
 * taken away by the sweep.
 */
public final class PlainFile implements AutoCloseable {

    private final Path path;

    PlainFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
