package clinic.anteroom.web.doctor;

import clinic.anteroom.care.Decision;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.Order;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.rules.Source;
import clinic.anteroom.triage.rules.Strength;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One flag on the page and what the doctor types into it. */
public class FlagCard {

    private final FlaggedTest flag;
    private final Order order;
    private final List<Order> earlier;
    private final List<String> warnings;
    private final List<String> openSafety;
    private final boolean toldAbove;
    private String indication;
    private boolean inSet;
    private String bodyPart;
    private String[] analytes;
    private DismissalReason reason;
    private String words;
    private String how;
    private String newIndication;
    private String amendment;

    /** @param orders what it became, the newest first; empty while there is none */
    FlagCard(FlaggedTest flag, List<Order> orders, List<String> warnings, List<String> openSafety, boolean toldAbove) {
        this.flag = flag;
        this.order = orders.isEmpty() ? null : orders.get(0);
        this.earlier = orders.stream().skip(1).filter(one -> one.revokedFor() != null).toList();
        this.warnings = warnings;
        this.openSafety = openSafety;
        this.toldAbove = toldAbove;
        this.indication = flag.reasons().isEmpty() ? "" : flag.reasons().get(0).sentence();
        this.inSet = flag.strength() != Strength.CONSIDER;
        this.bodyPart = order == null ? flag.bodyPart() : order.bodySite() == null ? "" : order.bodySite();
        this.analytes = OrderChoices.array(order == null ? flag.analytes() : order.detail() == null ? List.of() : List.of(order.detail().split(" ")));
        this.newIndication = order == null ? "" : order.indication();
    }

    public FlaggedTest getFlag() {
        return flag;
    }

    /** The order it became, taken back or not; null while there is none. */
    public Order getOrder() {
        return order;
    }

    /** Orders that this one took the place of, the newest first; what was undone at once is not among them. */
    public List<Order> getEarlier() {
        return earlier;
    }

    /** Whether the order is for something else than the rules proposed. */
    public boolean isOtherwise() {
        return order != null && !(order.bodySite() == null ? "" : order.bodySite()).equals(flag.bodyPart()) || !getOrderedAnalytes().equals(flag.analytes());
    }

    /** What the order measures, as codes; what the rules proposed while there is none. */
    public List<String> getOrderedAnalytes() {
        return order == null ? flag.analytes() : order.detail() == null ? List.of() : List.of(order.detail().split(" "));
    }

    /** Whether something has to be settled first: a safety question of the flag, or what still holds its order. */
    public boolean isHeld() {
        return order == null || !order.stands() ? flag.onHold() : order.held();
    }

    UUID id() {
        return flag.id();
    }

    /** What is ordered if the doctor agrees with what the rules proposed. */
    Decision asProposed() {
        return Decision.asProposed(flag.id(), indication);
    }

    /** What is ordered if the doctor agrees to something else. */
    Decision changed() {
        return new Decision(flag.id(), indication, bodyPart == null ? "" : bodyPart, OrderChoices.list(analytes));
    }

    /** What is ordered in the place of the order. */
    Decision amended() {
        return new Decision(flag.id(), newIndication, getParts().isEmpty() ? null : bodyPart == null ? "" : bodyPart,
                getMeasurable().isEmpty() ? null : OrderChoices.list(analytes));
    }

    public List<FlagReason> getReasons() {
        return flag.reasons();
    }

    /** Rules that are met; the others could not be ruled out. */
    public List<FlagReason> getCertain() {
        return flag.reasons().stream().filter(FlagReason::certain).toList();
    }

    /** Where the rules come from, each source once. */
    public List<Source> getSources() {
        return flag.reasons().stream().flatMap(reason -> reason.sources().stream()).distinct().toList();
    }

    /** Questions left out that leave a rule unknown, each once. */
    public List<String> getMissing() {
        return flag.reasons().stream().flatMap(reason -> reason.missing().stream()).distinct().toList();
    }

    /** Whether the same rules and answers stand on a card above; they are folded here. */
    public boolean isToldAbove() {
        return toldAbove;
    }

    /** What the test must mind. */
    public List<String> getWarnings() {
        return warnings;
    }

    /** Safety questions of this test that were not answered. */
    public List<String> getOpenSafety() {
        return openSafety;
    }

    /** Whether a decision is still open. */
    public boolean isOpen() {
        return flag.decidedAt() == null;
    }

    /** Parts of the body to choose from; empty where the test has none. */
    public List<String> getParts() {
        return Stream.concat(OrderChoices.parts(flag.test()).stream(), Stream.of(flag.bodyPart())).filter(part -> !part.isEmpty()).distinct().toList();
    }

    /** What can be measured; empty where the test measures nothing. */
    public List<String> getMeasurable() {
        return OrderChoices.analytes(flag.test());
    }

    public String getIndication() {
        return indication;
    }

    public void setIndication(String indication) {
        this.indication = indication;
    }

    /** Whether it is signed with the whole set. */
    public boolean isInSet() {
        return inSet;
    }

    public void setInSet(boolean inSet) {
        this.inSet = inSet;
    }

    public String getBodyPart() {
        return bodyPart;
    }

    public void setBodyPart(String bodyPart) {
        this.bodyPart = bodyPart;
    }

    public String[] getAnalytes() {
        return analytes.clone();
    }

    public void setAnalytes(String[] analytes) {
        this.analytes = analytes == null ? new String[0] : analytes.clone();
    }

    public DismissalReason getReason() {
        return reason;
    }

    public void setReason(DismissalReason reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    /** Why the changed order is needed. */
    public String getNewIndication() {
        return newIndication;
    }

    public void setNewIndication(String newIndication) {
        this.newIndication = newIndication;
    }

    /** Why the order is changed. */
    public String getAmendment() {
        return amendment;
    }

    public void setAmendment(String amendment) {
        this.amendment = amendment;
    }

    /** How what held its order was settled. */
    public String getHow() {
        return how;
    }

    public void setHow(String how) {
        this.how = how;
    }
}
