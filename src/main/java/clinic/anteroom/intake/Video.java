package clinic.anteroom.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** A short video without what the camera wrote about place and time: those boxes are emptied, and everything else stays where it is. */
final class Video {

    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");
    private static final Set<String> HOLDING = Set.of("moov", "trak");
    private static final int HEADER = 8;

    private Video() {
    }

    /** The same video, place and camera overwritten. A file that is cut off stays as it is from there on. */
    static byte[] withoutPlace(byte[] file) {
        byte[] clean = file.clone();
        walk(clean, 0, clean.length);
        return clean;
    }

    private static void walk(byte[] file, int from, int to) {
        int at = from;
        while (at + HEADER <= to) {
            long size = ByteBuffer.wrap(file, at, 4).getInt() & 0xFFFFFFFFL;
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (size < HEADER || at + size > to) {
                return;
            }
            int end = (int) (at + size);
            if (TELLING.contains(type)) {
                System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, file, at + 4, 4);
                Arrays.fill(file, at + HEADER, end, (byte) 0);
            } else if (HOLDING.contains(type)) {
                walk(file, at + HEADER, end);
            }
            at = end;
        }
    }
}
