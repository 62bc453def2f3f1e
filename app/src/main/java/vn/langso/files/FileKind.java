package vn.langso.files;

/** What a file is, told from its first bytes and, for archives, from what is inside; each kind with its own limit. */
public enum FileKind {
    JPEG("image/jpeg", 20),
    PNG("image/png", 20),
    WEBP("image/webp", 20),
    HEIC("image/heic", 20),
    PDF("application/pdf", 60),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 220),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 60),
    TEXT("text/plain", 220),
    MP4("video/mp4", 200),
    MP3("audio/mpeg", 60),
    OGG("audio/ogg", 60),
    /** Old Office files, and new ones behind a password; kept by nobody. */
    OLE("application/x-ole-storage", 0),
    ZIP("application/zip", 0),
    UNKNOWN("application/octet-stream", 0);

    private final String mediaType;
    private final long largestBytes;

    FileKind(String mediaType, int largestMegabytes) {
        this.mediaType = mediaType;
        this.largestBytes = (long) largestMegabytes << 20;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Zero for kinds that are never kept. */
    public long largestBytes() {
        return largestBytes;
    }

    /** Browsers may show it in place; everything else is offered for saving. */
    boolean isPicture() {
        return this == JPEG || this == PNG || this == WEBP;
    }
}
