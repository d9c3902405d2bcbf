package clinic.anteroom.web.shell;

import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.FieldsRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.NotFound;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The one place where what a service threw becomes something a person reads: a refusal becomes its sentence on the same
 * page, an address that names nothing answers 404, an expired page is opened again, anything else becomes a reference
 * that the log knows too.
 */
class RefusalHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());

    /** Request attribute under which a page finds the refusal, if that carries more than its sentence. */
    static final String REFUSAL = "refusal";

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable thrown = events.next().getContext().getException();
            events.remove();
            answer(faces, thrown);
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        Optional<BusinessException> refusal = find(thrown, BusinessException.class);
        boolean asked = !faces.isPostback() || faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        if (asked && refusal.filter(NotFound.class::isInstance).isPresent()) {
            sendError(faces, 404);
        } else if (refusal.isPresent() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            refusal.filter(NotFound.class::isInstance).ifPresent(unknown -> RefusedLooks.mark(faces.getExternalContext()));
            tell(faces, refusal.get());
            faces.getExternalContext().getRequestMap().put(REFUSAL, refusal.get());
            faces.renderResponse();
        } else if (find(thrown, ViewExpiredException.class).isPresent()) {
            openAgain(faces);
        } else {
            fail(faces, thrown);
        }
    }

    private static void tell(FacesContext faces, BusinessException refusal) {
        if (refusal instanceof FieldsRefused fields) {
            new FieldMessages(faces).show(fields);
        } else {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces, refusal), null));
        }
    }

    /**
     * Nothing is lost: each answer was saved when its page was sent, and the mark tells the page to bring back what was typed. A script that
     * fetched a part of a page sees no mark behind a redirect, so it finds one in the query.
     */
    private static void openAgain(FacesContext faces) {
        ExternalContext request = faces.getExternalContext();
        HttpServletRequest http = (HttpServletRequest) request.getRequest();
        String query = http.getQueryString() == null ? "" : "?" + http.getQueryString();
        try {
            // The page's own address, not the one that was sent: //elsewhere/../patient/contact.xhtml would lead there.
            request.redirect(http.getContextPath() + http.getServletPath() + query + ("pane".equals(http.getParameter("part")) ? "&again=1" : "") + "#again");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(FacesContext faces, Throwable thrown) {
        String reference = NewId.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
        LOG.log(Level.SEVERE, thrown, () -> "Reference " + reference + " on " + faces.getExternalContext().getRequestServletPath());
        faces.getExternalContext().getRequestMap().put("errorReference", reference);
        if (faces.getExternalContext().isResponseCommitted()) {
            throw new FacesException("The page broke off; reference " + reference);
        }
        sendError(faces, 500);
    }

    private static void sendError(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseReset();
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance).map(type::cast).findFirst();
    }
}
