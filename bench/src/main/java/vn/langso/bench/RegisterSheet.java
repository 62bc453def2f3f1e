package vn.langso.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import de.siegmar.fastcsv.writer.CsvWriter;

/**
 * A register as communes have it, one row per resident: villages of 20 to 400 households, 30 of 100 people without identity number, common
 * names thousands of times, people who work away. Same seed, same sheet.
 */
final class RegisterSheet {

    static final List<String> COLUMNS = List.of(
            "village",
            "number",
            "lane",
            "address",
            "full-name",
            "birth",
            "sex",
            "relation",
            "residence",
            "cccd",
            "phone",
            "internet",
            "smartphone",
            "address-code",
            "own-smartphone",
            "epayment-account",
            "eid-level",
            "health-record");

    private static final String[] FAMILY = {
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Lê", "Lê", "Trần", "Phạm", "Hoàng", "Vũ", "Đỗ", "Mai", "Tống"
    };
    private static final String[] MIDDLE = {
        "Văn", "Văn", "Thị", "Thị", "Thị", "Đình", "Hữu", "Thu", "Ngọc", "Xuân", "Quang", "Kim"
    };
    private static final String[] GIVEN = {
        "An", "Anh", "Ân", "Bình", "Chi", "Cường", "Dung", "Dũng", "Đào", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hằng",
        "Hiền", "Hoa", "Hòa", "Hùng", "Hương", "Khoa", "Lan", "Lâm", "Liên", "Long", "Mai", "Minh", "Nam", "Nga",
        "Oanh", "Phong", "Phượng", "Quân", "Sơn", "Tâm", "Thành", "Thảo", "Thắng", "Thoa", "Thủy", "Toàn", "Trung",
        "Tuấn", "Tuyết", "Vân", "Vinh", "Xuân", "Yến"
    };

    private final SplittableRandom random;

    private RegisterSheet(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Writes a sheet of {@code rows} residents spread over the villages. */
    static void write(Path file, List<String> villages, int rows, long seed) throws IOException {
        RegisterSheet sheet = new RegisterSheet(seed);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(COLUMNS);
            double[] upTo = sizes(villages.size());
            int written = 0;
            int[] next = new int[villages.size()];
            while (written < rows) {
                int village = sheet.village(upTo);
                int members = Math.min(rows - written, 1 + sheet.random.nextInt(6));
                sheet.household(csv, villages.get(village), ++next[village], members);
                written += members;
            }
        }
    }

    /**
     * How often each village is drawn, added up: 20 to 400 households where a million residents live in 4,000 villages, most of them small.
     * The golden ratio spreads the large ones over the communes.
     */
    private static double[] sizes(int villages) {
        double[] upTo = new double[villages];
        double sum = 0;
        for (int i = 0; i < villages; i++) {
            double lot = i * 0.618033988749895 % 1;
            sum += 20 + 380 * Math.pow(lot, 6);
            upTo[i] = sum;
        }
        return upTo;
    }

    private int village(double[] upTo) {
        int found = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
        return found < 0 ? -found - 1 : found;
    }

    private void household(CsvWriter csv, String village, int number, int members) {
        String family = pick(FAMILY);
        String internet = random.nextInt(100) < 82 ? "có" : "không";
        String smartphone = random.nextInt(100) < 96 ? "có" : "không";
        String addressCode = random.nextInt(100) < 60 ? village + "-" + number : "";
        String lane = "Ngõ " + (1 + random.nextInt(9));
        int headAge = 30 + random.nextInt(50);
        for (int i = 0; i < members; i++) {
            boolean man = random.nextBoolean();
            int age = i == 0 ? headAge : i == 1 ? headAge - 2 : Math.max(0, headAge - 24 - random.nextInt(10));
            int year = 2026 - age;
            String relation = i == 0 ? "chủ hộ" : i == 1 ? (man ? "chồng" : "vợ") : "con";
            boolean away = i > 1 && age >= 18 && random.nextInt(100) < 45;
            csv.writeRecord(
                    village,
                    "HK-%04d".formatted(number),
                    lane,
                    "Số " + number,
                    (i == 1 ? pick(FAMILY) : family) + " " + pick(MIDDLE) + " " + pick(GIVEN),
                    age > 72
                            ? String.valueOf(year)
                            : "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), year),
                    man ? "nam" : "nữ",
                    relation,
                    away ? "làm ăn xa" : "thường trú",
                    random.nextInt(100) < 70 ? cccd(man, year) : "",
                    i == 0 ? "09%08d".formatted(random.nextInt(100_000_000)) : "",
                    internet,
                    smartphone,
                    addressCode,
                    age >= 12 ? (random.nextInt(100) < 80 ? "có" : "không") : "",
                    age >= 15 ? (random.nextInt(100) < 55 ? "có" : "không") : "",
                    age >= 15 ? String.valueOf(random.nextInt(3)) : "",
                    random.nextInt(100) < 70 ? "có" : "không");
        }
    }

    private String cccd(boolean man, int year) {
        return "038%d%02d%06d".formatted((year < 2000 ? 0 : 2) + (man ? 0 : 1), year % 100, random.nextInt(1_000_000));
    }

    private String pick(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
