package clinic.anteroom.care;

/**
 * A file that came with a result.
 *
 * @param name        1 to 120 characters
 * @param contentType application/pdf, image/png or image/jpeg
 * @param content     1 byte to 10 MB
 */
public record ResultFile(String name, String contentType, byte[] content) {

    private static final int LARGEST = 10 * 1024 * 1024;

    /** The type by content, whatever the name says; null for a type that is not taken. */
    static String typeOf(byte[] content) {
        if (starts(content, 0x25, 0x50, 0x44, 0x46)) {
            return "application/pdf";
        }
        return starts(content, 0x89, 0x50, 0x4E, 0x47) ? "image/png" : starts(content, 0xFF, 0xD8, 0xFF) ? "image/jpeg" : null;
    }

    /**
     * The file as it is kept: a type found by its content, a name without folders.
     *
     * @throws DecisionRefused if it is too large or of another type (field {@code file})
     */
    static ResultFile checked(String name, byte[] content) {
        String type = typeOf(content);
        if (type == null || content.length > LARGEST) {
            throw new DecisionRefused("file", "refusal.result_file");
        }
        String plain = name.replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        return new ResultFile(plain.isBlank() ? "result" : plain.substring(Math.max(0, plain.length() - 120)), type, content);
    }

    private static boolean starts(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
