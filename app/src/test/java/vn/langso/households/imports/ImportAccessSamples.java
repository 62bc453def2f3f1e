package vn.langso.households.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.platform.TestDatabase;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

/** A sheet that the head of each village has brought, for the access matrix. */
class ImportAccessSamples implements AccessSamples {

    private final Imports imports;

    ImportAccessSamples(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("import.own", brought(own), "import.foreign", brought(foreign));
    }

    private String brought(Place village) {
        Path sheet = TestDatabase.temporaryFolder().resolve(village.code() + ".csv");
        String line = village.name() + ";HK-77;Lê Văn Mẫu;01/02/1980;Nam;Chủ hộ;;\n";
        try {
            Files.writeString(sheet, ImportSamples.HEAD + line);
            return imports.upload(CallerSamples.of(Role.VILLAGE_HEAD, village.id()), "so-ho.csv", sheet)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
