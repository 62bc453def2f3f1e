package vn.langso.lighting.assets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import vn.langso.sheets.SheetSource;

/** Sheets of lamps as people keep them. */
final class SheetSamples {

    static final String HEADING =
            "Mã tuyến,Tên tuyến,Mã tủ điện,Tên tủ điện,Thiết bị,Lộ,Pha,Mã đèn,Loại đèn,Công suất (W),Vĩ độ,Ghi chú,Kinh độ,Ngày lắp,Bảo hành đến\n";

    static final String TWO_LAMPS = HEADING
            + "B1,Ngõ Mẫu,BT,Tủ bảng,tu-bang-mau,1a,L1,B1-01,LED,40,20.015,,105.787,01/06/2024,31/05/2027\n"
            + "B1,Ngõ Mẫu,BT,Tủ bảng,tu-bang-mau,1b,L2,B1-02,cao áp,70 W,,,,01/06/2024,\n";

    private SheetSamples() {}

    static SheetSource of(String csv) throws IOException {
        Path file = Files.createTempFile("lamps", ".csv");
        file.toFile().deleteOnExit();
        Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
        return SheetSource.of(file);
    }
}
