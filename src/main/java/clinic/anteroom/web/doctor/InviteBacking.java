package clinic.anteroom.web.doctor;

import clinic.anteroom.myvisit.BookingInvitationService;
import clinic.anteroom.myvisit.Invitation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The booking invitation of the opened case: what it lets the patient book, and what is on hold. */
@Named
@RequestScoped
public class InviteBacking {

    /** The talk about results that a patient may book together with the tests. */
    private static final String TALK = "NEUROLOGY_FOLLOW_UP";

    @Inject
    private BookingInvitationService invitations;

    @Inject
    private ReviewBacking review;

    @Inject
    private CasePage page;

    private Invitation newest;
    private boolean looked;
    private boolean talk;

    /** Lets the patient choose times. */
    public String invite() {
        invitations.inviteFor(page.caseId(), talk ? TALK : null);
        return page.again("&invited=true");
    }

    /** Whether the patient was invited a moment ago. */
    public boolean isSent() {
        return page.parameter("invited").isPresent();
    }

    /** The cards whose order stands. */
    public List<FlagCard> getOrders() {
        return review.getCards().stream().filter(card -> card.getOrder() != null && card.getOrder().stands()).toList();
    }

    /** The newest invitation of the patient; null if there was none. */
    public Invitation getInvitation() {
        if (!looked) {
            looked = true;
            newest = invitations.find(review.getShown().patient().id()).orElse(null);
        }
        return newest;
    }

    public boolean isTalk() {
        return talk;
    }

    public void setTalk(boolean talk) {
        this.talk = talk;
    }

}
