package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Attachment;
import clinic.anteroom.intake.AttachmentService;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Photos and short videos that go with the form. */
@Named
@RequestScoped
public class PhotosBacking {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String HERE = "/patient/photos" + PatientDraft.REDIRECT;

    @Inject
    private PatientDraft patient;

    @Inject
    private AttachmentService attachments;

    @Inject
    private FacesContext faces;

    private Part file;

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
    }

    /** Says beside the field that the file was too large for the server to take in at all ({@link LargeUpload}). */
    public void tellTooLarge() {
        if (faces.getExternalContext().getRequestParameterMap().containsKey("too") && !faces.isPostback()) {
            faces.addMessage("form:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, getTooLarge(), null));
        }
    }

    /** The sentence about a file that is too large. */
    public String getTooLarge() {
        return Texts.of(faces, "refusal.file_too_large", AttachmentService.LARGEST / MEGABYTE);
    }

    /** The largest file taken, in bytes. */
    public int getLargest() {
        return AttachmentService.LARGEST;
    }

    /** Adds the chosen file. */
    public String add() throws IOException {
        attachments.add(patient.key(), read());
        return HERE;
    }

    /** Takes one away. */
    public String remove(UUID attachment) {
        attachments.remove(patient.key(), attachment);
        return HERE;
    }

    /** What was added so far. */
    public List<Attachment> getAll() {
        return attachments.of(patient.key());
    }

    /** One byte more than is allowed is enough to know that it is too much. */
    private byte[] read() throws IOException {
        if (file == null) {
            return null;
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(AttachmentService.LARGEST + 1);
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
