package vn.langso.lighting.assets;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemCode;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LampDetails;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.assets.AssetCells.Read;

import static org.assertj.core.api.Assertions.assertThat;

class AssetCellsTest {

    @Test
    void rowIsReadAsPeopleWriteIt() {
        Read read = read(
                "T1",
                "",
                "A",
                "",
                "TU-A1",
                "1a",
                "l2",
                "T1-01",
                "Cao áp",
                "70 W",
                "20,015",
                "105,787",
                "1/6/2024",
                "2027-05-31");

        LampDetails details = read.row().details();
        assertThat(read.problems()).isEmpty();
        assertThat(read.row().roadName()).isEqualTo("T1");
        assertThat(read.row().deviceId()).isEqualTo("tu-a1");
        assertThat(read.row().phase()).isEqualTo("L2");
        assertThat(details.type()).isEqualTo(Lamp.Type.SODIUM);
        assertThat(details.watts()).isEqualTo(70);
        assertThat(details.since()).isEqualTo("2024-06-01");
        assertThat(details.warrantyUntil()).isEqualTo("2027-05-31");
    }

    @Test
    void everythingWrongIsToldAtItsColumn() {
        Read read = read(
                "", "", "A", "", "Tủ số 1", "1a", "R", "T1-01", "nến", "bốn mươi", "20.0", "", "31/02/2024", "1970");

        assertThat(read.problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "road", "device", "phase", "type", "watts", "longitude", "since", "warranty");
        assertThat(read.problems())
                .extracting(Problem::code)
                .contains((ProblemCode) LightingProblem.NEEDED, LightingProblem.NOT_UNDERSTOOD);
    }

    @Test
    void emptyCellsAreNeverThrown() {
        Read read = read("", "", "", "", "", "", "", "", "", "", "", "", "", "");

        assertThat(read.problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("road", "cabinet", "circuit", "lamp", "watts", "since");
    }

    private static Read read(String... cells) {
        List<String> row = Arrays.asList(cells);
        assertThat(row).hasSize(AssetColumn.values().length);
        return new AssetCells(row).row(2);
    }
}
