package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {

    @Test
    @DisplayName("T34 the type is told by the content")
    void typeIsToldByTheContent() throws IOException {
        assertThat(AttachmentType.of(image("jpeg"))).contains(AttachmentType.JPEG);
        assertThat(AttachmentType.of(image("png"))).contains(AttachmentType.PNG);
        assertThat(AttachmentType.of(video("mp42"))).contains(AttachmentType.MP4);
        assertThat(AttachmentType.of(video("qt  "))).contains(AttachmentType.QUICKTIME);
        for (String other : new String[] {"<html><script>", "%PDF-1.7 .........", "GIF89a...............", "<svg xmlns='http://www.w3.org/2000/svg'/>", ""}) {
            assertThat(AttachmentType.of(other.getBytes(StandardCharsets.UTF_8))).as(other).isEmpty();
        }
        assertThat(AttachmentType.of(video("heic"))).isEmpty();
    }

    /** The left half is red, the right half is blue, above all 8 ways a camera may be held. Where is red afterwards? */
    @ParameterizedTest
    @CsvSource({"1, 40, 20, 5, 10", "2, 40, 20, 35, 10", "3, 40, 20, 35, 10", "4, 40, 20, 5, 10", "5, 20, 40, 10, 5", "6, 20, 40, 10, 5",
            "7, 20, 40, 10, 35", "8, 20, 40, 10, 35"})
    @DisplayName("T34 pictures are drawn anew: upright, without EXIF")
    void picturesAreDrawnAnew(int orientation, int width, int height, int redX, int redY) throws IOException {
        byte[] file = withExif(image("jpeg"), orientation);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS 43.65 -79.38");
        byte[] redrawn = Picture.redrawn(file).orElseThrow();
        assertThat(new String(redrawn, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(redrawn));
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        assertThat(new Color(seen.getRGB(redX, redY)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(width - 1 - redX, height - 1 - redY)).getBlue()).isGreaterThan(200);
    }

    @Test
    void brokenAndHugePicturesAreRefused() throws IOException {
        byte[] cut = new byte[60];
        System.arraycopy(image("jpeg"), 0, cut, 0, 60);
        assertThat(Picture.redrawn(cut)).isEmpty();
        byte[] huge = image("png");
        ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(Picture.redrawn(huge)).isEmpty();
    }

    @Test
    void videoForgetsItsPlaceAndKeepsItsLength() {
        byte[] udta = box("udta", "\u00a9xyz+43.65-079.38/".getBytes(StandardCharsets.ISO_8859_1));
        byte[] file = join(video("mp42"), box("moov", join(box("mvhd", new byte[20]), udta)), box("mdat", "udta stays here".getBytes(StandardCharsets.ISO_8859_1)));
        byte[] clean = Video.withoutPlace(file);
        assertThat(clean).hasSameSizeAs(file);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("43.65").contains("mvhd", "free", "udta stays here");
    }

    private static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 20, 20);
        pen.setColor(Color.BLUE);
        pen.fillRect(20, 0, 20, 20);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] place = "GPS 43.65 -79.38".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + place.length);
        segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2)).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        segment.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        segment.put(place);
        return join(java.util.Arrays.copyOf(jpeg, 2), segment.array(), java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] video(String brand) {
        return box("ftyp", (brand + "\0\0\0\0isom").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
