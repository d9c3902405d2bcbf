package clinic.anteroom.intake;

/**
 * A photo or short video with its content.
 *
 * @param attachment what it is; never null
 * @param content    its bytes; never null
 */
public record AttachmentContent(Attachment attachment, byte[] content) {

    public AttachmentContent {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** Tells its name only. */
    @Override
    public String toString() {
        return attachment.fileName();
    }
}
