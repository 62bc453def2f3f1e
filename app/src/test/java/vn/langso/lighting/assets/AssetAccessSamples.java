package vn.langso.lighting.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.mock.web.MockHttpServletRequest;

import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;
import vn.langso.shell.Pages;

/** A sheet of lamps in each village for the access matrix. */
class AssetAccessSamples implements AccessSamples {

    private final AssetImports imports;
    private final Pages pages;

    AssetAccessSamples(AssetImports imports, Pages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of("lampsheet.own", sheet(program, own), "lampsheet.foreign", sheet(program, foreign));
    }

    private String sheet(Caller program, Place village) {
        Texts t = pages.texts(new MockHttpServletRequest());
        try {
            return imports.send(program, village.id(), "den.csv", SheetSamples.of(SheetSamples.TWO_LAMPS), t)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
