package vn.langso.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A kept content for an answer over HTTP, whole or in ranges. */
final class StoredContent extends AbstractResource {

    private final StoredFiles files;
    private final StoredFile file;

    StoredContent(StoredFiles files, StoredFile file) {
        this.files = files;
        this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Channels.newInputStream(files.open(file));
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return file.sizeBytes();
    }

    @Override
    public String getDescription() {
        return "file " + file.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredContent content && content.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
