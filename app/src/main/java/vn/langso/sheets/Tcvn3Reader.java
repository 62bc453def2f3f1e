package vn.langso.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads TCVN 5712:1993 (VN3, "ABC"), the one-byte letters of the .VnTime fonts.
 *
 * <p>Its capitals with tones came from separate fonts, so they read as small letters here: "NGUYễN".
 */
final class Tcvn3Reader extends FilterReader {

    private static final char[] LETTERS = new char[256];

    static {
        for (char c = 0; c < 256; c++) {
            LETTERS[c] = c;
        }
        put(0xa1, "ĂÂÊÔƠƯĐăâêôơưđ");
        put(0xb5, "àảãá");
        put(0xb9, "ạ");
        put(0xbb, "ằẳẵắ");
        put(0xc6, "ặầẩẫấậè");
        put(0xce, "ẻẽéẹềểễếệìỉ");
        put(0xdc, "ĩíịò");
        put(0xe1, "ỏõóọồổỗốộờởỡớợù");
        put(0xf1, "ủũúụừửữứựỳỷỹýỵ");
    }

    Tcvn3Reader(Reader latin1) {
        super(latin1);
    }

    static String decode(String latin1) {
        char[] signs = latin1.toCharArray();
        map(signs, 0, signs.length);
        return new String(signs);
    }

    @Override
    public int read() throws IOException {
        int sign = super.read();
        return sign < 0 ? sign : LETTERS[sign & 0xff];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        map(buffer, offset, Math.max(count, 0));
        return count;
    }

    private static void map(char[] signs, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            signs[i] = signs[i] < 256 ? LETTERS[signs[i]] : signs[i];
        }
    }

    private static void put(int first, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            LETTERS[first + i] = letters.charAt(i);
        }
    }
}
