package clinic.anteroom.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held, from 1 (upright) to 8: the one thing of EXIF that a picture cannot do without. */
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;

    private ExifOrientation() {
    }

    /** Upright for a file that says nothing, or nothing that can be read. */
    static int of(byte[] file) {
        try {
            ByteBuffer jpeg = ByteBuffer.wrap(file);
            if ((jpeg.getShort(0) & 0xFFFF) != 0xFFD8) {
                return UPRIGHT;
            }
            int at = 2;
            for (int marker = jpeg.getShort(at) & 0xFFFF; marker != START_OF_SCAN && marker >= 0xFF00; marker = jpeg.getShort(at) & 0xFFFF) {
                int length = jpeg.getShort(at + 2) & 0xFFFF;
                if (marker == APP1 && jpeg.getInt(at + 4) == 0x45786966) {
                    return inTiff(jpeg.slice(at + 10, length - 8));
                }
                at += 2 + length;
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
