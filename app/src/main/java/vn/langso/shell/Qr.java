package vn.langso.shell;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one SVG path on a square of {@code size} units, quiet zone of four units included.
 *
 * @param path the dark fields, row by row
 */
record Qr(int size, String path) {

    private static final int QUIET = 4;

    /** Error correction M: a fold or a stain on the paper does no harm. */
    static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return new Qr(code.size + 2 * QUIET, path.toString());
    }
}
