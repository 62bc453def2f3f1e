package vn.langso.places;

import org.junit.jupiter.api.Test;

import vn.langso.shell.Languages;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.places.PlaceSamples.BEFORE_REFORM;
import static vn.langso.places.PlaceSamples.TODAY;
import static vn.langso.places.PlaceSamples.id;

class AddressTest {

    private final PlaceTree tree = PlaceSamples.withChiPhuc();
    private final Place chiPhuc = tree.get(id(tree, "15313-03", TODAY));

    @Test
    void todaysAddressTellsTheFormerOneToo() {
        assertThat(Address.of(tree, chiPhuc, TODAY).say(new Languages().of("vi")))
                .isEqualTo("Thôn Chí Phúc, xã Tống Sơn, tỉnh Thanh Hóa"
                        + " (trước 01/07/2025: xã Hà Sơn, huyện Hà Trung)");
    }

    @Test
    void addressOf2023IsThatOf2023() {
        Address address = Address.of(tree, chiPhuc, BEFORE_REFORM);

        assertThat(address.current()).isEqualTo("Thôn Chí Phúc, xã Hà Sơn, huyện Hà Trung, tỉnh Thanh Hóa");
        assertThat(address.former()).isNull();
    }

    @Test
    void countryStandsAlone() {
        Place country = tree.byCode("VN", TODAY).orElseThrow();

        assertThat(Address.of(tree, country, TODAY).current()).isEqualTo("Việt Nam");
    }
}
