package vn.langso.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a picture of a page with at most 256 colours: a third of the bytes, and hardly a difference to the eye. */
final class Palette {

    private static final int MOST = 256;

    private Palette() {}

    static byte[] reduce(byte[] png) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int width = full.getWidth();
        int height = full.getHeight();
        int[] pixels = full.getRGB(0, 0, width, height, null, 0, width);
        int[] colours = mostUsed(pixels);
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] indices = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = nearest.computeIfAbsent(pixels[i], colour -> nearest(colour, colours));
        }
        reduced.getRaster().setPixels(0, 0, width, height, indices);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", out);
        return out.toByteArray();
    }

    /** The most used colours as they are; of colours that differ in the lowest bits only the most used one. */
    private static int[] mostUsed(int[] pixels) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (int pixel : pixels) {
            uses.merge(pixel, 1, Integer::sum);
        }
        List<Integer> byUse = uses.keySet().stream()
                .sorted(Comparator.comparingInt((Integer colour) -> -uses.get(colour)))
                .toList();
        Map<Integer, Integer> chosen = new LinkedHashMap<>();
        byUse.forEach(colour -> chosen.putIfAbsent(colour & 0xF0F0F0, colour));
        byUse.stream().limit(MOST / 4).forEach(colour -> chosen.putIfAbsent(colour, colour));
        return chosen.values().stream()
                .sorted(Comparator.comparingInt((Integer colour) -> -uses.get(colour)))
                .distinct()
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length && least > 0; i++) {
            int distance =
                    square(colour, colours[i], 16) + square(colour, colours[i], 8) + square(colour, colours[i], 0);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other, int shift) {
        int difference = (one >> shift & 255) - (other >> shift & 255);
        return difference * difference;
    }
}
