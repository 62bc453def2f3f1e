package vn.langso.households.keys;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.langso.households.RegisterColumns;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTest {

    @Test
    void namesSortByGivenNameThenFamilyNameThenMiddleNames() {
        List<String> sorted = List.of(
                "Lê Văn An",
                "Nguyễn An",
                "Nguyễn Thị An",
                "Nguyễn Văn An",
                "Lê Anh",
                "Nguyễn Văn Ân",
                "Nguyễn Văn Ấn",
                "Nguyễn Văn Bình",
                "Phạm Dũng",
                "Lý Đào",
                "Lê Thị Oanh",
                "Lê Thị Ơn",
                "Lê Thị Uyên",
                "Lê Thị Ưng");

        assertThat(sorted).isSortedAccordingTo(Comparator.comparing(PersonName::sortKey));
    }

    @Test
    void tonesOrderNamesThatAreOtherwiseTheSame() {
        List<String> sorted = List.of("Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ");

        assertThat(sorted).isSortedAccordingTo(Comparator.comparing(PersonName::sortKey));
    }

    @Test
    void searchKeysHaveNoMarksAndBothPlacementsOfToneAreOne() {
        assertThat(PersonName.of("Đặng  Thị Hoà")).isEqualTo(PersonName.of("Đặng Thị Hoà"));
        assertThat(PersonName.key("Hoà")).isEqualTo(PersonName.key("Hòa")).isEqualTo("hoa");
        assertThat(PersonName.of("Nguyễn Văn An").givenKey()).isEqualTo("an nguyen van");
        assertThat(PersonName.of("Én").givenKey()).isEqualTo("en");
    }

    @Test
    void householdNumbersAreOneHoweverTheyAreWritten() {
        assertThat(RegisterColumns.numberKey("HK-001"))
                .isEqualTo(RegisterColumns.numberKey("hk 1"))
                .isEqualTo("hk000001");
    }
}
