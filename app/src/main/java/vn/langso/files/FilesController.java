package vn.langso.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import vn.langso.kernel.Problem;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;
import vn.langso.shell.SignedIn;

/** Uploads and downloads over the API. */
@RestController
class FilesController {

    private static final Set<FileKind> TAKEN =
            EnumSet.complementOf(EnumSet.of(FileKind.OLE, FileKind.ZIP, FileKind.UNKNOWN));

    private static final int MOST = 200;

    /** A file opened by itself runs no script, sends no form and loads nothing. */
    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

    private final StoredFiles files;

    FilesController(StoredFiles files) {
        this.files = files;
    }

    /** One upload in JSON. */
    record Item(
            UUID id,
            String name,
            String type,
            long sizeBytes,
            String sha256,
            UUID placeId,
            String createdAt,
            String content) {}

    /** A page of uploads, newest first. */
    record Items(List<Item> items, @Nullable UUID after) {}

    @Needs(StoredFiles.UPLOAD)
    @PostMapping("/api/v1/files")
    ResponseEntity<Item> upload(
            Caller caller, @RequestParam("file") MultipartFile file, @RequestParam @Nullable UUID placeId)
            throws IOException {
        UUID place = placeId == null ? caller.placeId() : placeId;
        if (place == null) {
            throw Problem.at("placeId", FilesProblem.MISSING).asException();
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            StoredFile kept = files.keep(caller, new Upload(name, place, StoredFiles.UPLOAD, TAKEN, content));
            return ResponseEntity.created(URI.create("/api/v1/files/" + kept.id()))
                    .body(item(kept));
        }
    }

    @SignedIn
    @GetMapping("/api/v1/files")
    Items list(Caller caller, @RequestParam @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<StoredFile> found = files.own(caller, after, most);
        UUID next = found.size() < most ? null : found.getLast().id();
        return new Items(found.stream().map(FilesController::item).toList(), next);
    }

    @SignedIn
    @GetMapping("/api/v1/files/{id}")
    @ApiShape(etag = true)
    ResponseEntity<Item> describe(Caller caller, @PathVariable UUID id) {
        StoredFile file = files.get(caller, id);
        return ResponseEntity.ok().eTag(file.id().toString()).body(item(file));
    }

    /** The content, whole or in ranges; a range under a stale {@code If-Range} gets the whole. */
    @SignedIn
    @GetMapping("/api/v1/files/{id}/content")
    @ApiShape(etag = true, media = "application/octet-stream")
    ResponseEntity<Resource> content(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange)
            throws IOException {
        StoredFile file = files.get(caller, id);
        boolean whole = ifRange != null && !ifRange.equals("\"" + file.sha256() + "\"");
        Resource body = whole
                ? new InputStreamResource(Channels.newInputStream(files.open(file)))
                : new StoredContent(files, file);
        ContentDisposition.Builder disposition =
                file.kind().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .eTag(file.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    private static Item item(StoredFile file) {
        return new Item(
                file.id(),
                file.name(),
                file.kind().mediaType(),
                file.sizeBytes(),
                file.sha256(),
                file.placeId(),
                file.createdAt().toString(),
                "/api/v1/files/" + file.id() + "/content");
    }
}
