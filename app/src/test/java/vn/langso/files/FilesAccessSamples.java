package vn.langso.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A file of each village for the access matrix, for everybody there who may read its infrastructure. */
class FilesAccessSamples implements AccessSamples {

    private final StoredFiles files;

    FilesAccessSamples(StoredFiles files) {
        this.files = files;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("file.own", kept(program, own), "file.foreign", kept(program, foreign));
    }

    private String kept(Caller program, Place village) {
        byte[] text = ("Biên bản " + village.fullName()).getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload(
                "bien-ban.txt",
                village.id(),
                "infrastructure.read",
                Set.of(FileKind.TEXT),
                new ByteArrayInputStream(text));
        return files.keep(program, upload).id().toString();
    }
}
