package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Photos and short videos that go with a form: what comes in is told by its content, and never kept as it came. */
@Stateless
public class AttachmentService {

    /** The largest file taken, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(AttachmentService.class.getName());
    private static final String ENTITY = "Media";
    private static final int MOST = 5;

    @Inject
    private Attachments attachments;

    @Inject
    private VirusScanner scanner;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    /**
     * Adds a photo (JPEG, PNG) or a short video (MP4, QuickTime) to a form in progress.
     *
     * @throws AnswersRefused (field {@code file}) if there is none, it is something else, larger than 10 MB, or the sixth, or
     *                        the virus scan found something or does not answer
     * @throws DraftClosed    if the form takes no answers any more
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public void add(String key, byte[] file) {
        QuestionnaireResponse response = open(key);
        int position = freePosition(response.id());
        AttachmentType type = type(file);
        refuseVirus(file);
        Attachment added = new Attachment(NewId.next(), position, type.contentType(), file.length, time.now());
        attachments.add(response.id(), new AttachmentContent(added, clean(type, file)));
        audit.record(AuditedAction.CREATE, ENTITY, added.id(), null);
    }

    /** Takes one away from a form in progress; one that is not there is not there afterwards. */
    @PermitAll // The key is the proof.
    public void remove(String key, UUID attachmentId) {
        QuestionnaireResponse response = open(key);
        if (attachments.remove(response.id(), attachmentId)) {
            audit.record(AuditedAction.UPDATE, ENTITY, attachmentId, null);
        }
    }

    /** What was added to the form that opens with this key. */
    @PermitAll // The key is the proof.
    public List<Attachment> of(String key) {
        return responses.findByKey(key).map(response -> attachments.of(response.id())).orElse(List.of());
    }

    /** What was added to a form, for who decides on it. */
    @RolesAllowed(Roles.DOCTOR)
    public List<Attachment> of(UUID responseId) {
        return attachments.of(responseId);
    }

    /** One with its content; the look is logged. A draft is not for staff. */
    @RolesAllowed(Roles.DOCTOR)
    public Optional<AttachmentContent> find(UUID attachmentId) {
        Optional<Object[]> row = attachments.find(attachmentId);
        row.ifPresent(found -> audit.record(AuditedAction.VIEW, ENTITY, attachmentId, Rows.id(found[6])));
        return row.map(found -> new AttachmentContent(Attachments.attachment(found), (byte[]) found[5]));
    }

    /** Whether files are scanned for viruses before they are kept. */
    @PermitAll // Everybody may know.
    public boolean isScanning() {
        return scanner.isOn();
    }

    private void refuseVirus(byte[] file) {
        try {
            if (scanner.isOn() && !scanner.isClean(file)) {
                throw refused("refusal.file_virus");
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The virus scan does not answer; files are refused", e);
            throw refused("refusal.file_unscanned");
        }
    }

    private QuestionnaireResponse open(String key) {
        QuestionnaireResponse response = responses.findByKeyForChange(key).orElseThrow(DraftGone::new);
        if (response.status() != ResponseStatus.IN_PROGRESS) {
            throw new DraftClosed(response.status());
        }
        return response;
    }

    private int freePosition(UUID responseId) {
        List<Integer> taken = attachments.of(responseId).stream().map(Attachment::position).toList();
        return IntStream.rangeClosed(1, MOST).filter(position -> !taken.contains(position)).findFirst()
                .orElseThrow(() -> refused("refusal.file_too_many", MOST));
    }

    private static AttachmentType type(byte[] file) {
        if (file == null || file.length == 0) {
            throw refused("refusal.file_missing");
        }
        if (file.length > LARGEST) {
            throw refused("refusal.file_too_large", 10);
        }
        return AttachmentType.of(file).orElseThrow(() -> refused("refusal.file_type"));
    }

    private static byte[] clean(AttachmentType type, byte[] file) {
        return type.isPicture() ? Picture.redrawn(file).orElseThrow(() -> refused("refusal.file_type")) : Video.withoutPlace(file);
    }

    private static AnswersRefused refused(String key, Object... arguments) {
        return new AnswersRefused(List.of(new FieldRefused("file", key, arguments)));
    }
}
