package clinic.anteroom.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.UUID;

/** Text messages as files beside the letters, as long as the clinic has no provider. */
@ApplicationScoped
class TextFiles implements TextMessages {

    @Inject
    MailFolder folder;

    @Override
    public boolean isThere() {
        return folder.isThere();
    }

    @Override
    public void send(UUID id, String phone, String words) throws MessagingException {
        folder.write(id, "To: " + phone + "\n\n" + words);
    }
}
