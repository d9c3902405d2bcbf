package clinic.anteroom.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What a file is, told by its first bytes; what it is called and what the browser says of it is not believed. */
enum AttachmentType {

    JPEG, PNG, MP4, QUICKTIME;

    private static final Set<String> MP4_BRANDS = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "MSNV", "M4V ", "3gp4", "3gp5");

    /** Empty for anything else. */
    static Optional<AttachmentType> of(byte[] content) {
        if (startsWith(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (content.length > 16 && text(content, 4).equals("ftyp")) {
            String brand = text(content, 8);
            return brand.equals("qt  ") ? Optional.of(QUICKTIME) : MP4_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
        }
        return Optional.empty();
    }

    boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /** What it is stored as: every picture becomes a JPEG. */
    String contentType() {
        return isPicture() ? "image/jpeg" : this == MP4 ? "video/mp4" : "video/quicktime";
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] content, int at) {
        return new String(content, at, 4, StandardCharsets.ISO_8859_1);
    }
}
