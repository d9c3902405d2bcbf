package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.RequestPriority;
import clinic.anteroom.directory.TestType;
import clinic.anteroom.shared.JsonText;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlagStatus;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** What the rules said, as cards of CDS Hooks 2.0: the same flags, warnings, reasons and words that a doctor reads here. */
final class CdsCards {

    /** The codes a client sends back with a card that was put away. */
    static final String REASONS = "https://anteroom.clinic/fhir/CodeSystem/dismissal-reason";

    private static final int SUMMARY = 139;
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("clinic.anteroom.fhir.messages", Locale.ROOT, CdsCards.class.getClassLoader());

    private final CaseTriage triage;
    private final String patient;

    /** @param patient the patient's id in the client's own words; null if it told none */
    CdsCards(CaseTriage triage, String patient) {
        this.triage = triage;
        this.patient = patient;
    }

    /**
     * One card.
     *
     * @param id    what feedback names it by
     * @param test  the test it is about
     * @param rules the rules behind it
     * @param json  as it goes out
     */
    record Card(UUID id, String test, List<String> rules, JsonObject json) {
    }

    /** A card for each flag that nobody has decided: what is suggested, because of what, what is missing, and the order to take over. */
    List<Card> suggestions() {
        return triage.flags().stream().filter(flag -> flag.status() == FlagStatus.RAISED).map(this::suggestion).toList();
    }

    /** A card for each warning about a test that is about to be ordered, and for each safety question about it that was left out. */
    List<Card> warnings(Set<String> ordered) {
        List<Card> cards = new ArrayList<>();
        for (CaseWarning warning : triage.warnings()) {
            warning.tests().stream().filter(ordered::contains).forEach(test -> cards.add(warning(test, warning)));
        }
        return cards;
    }

    private Card suggestion(FlaggedTest flag) {
        UUID id = NewId.next();
        String test = name(flag.test());
        String first = flag.reasons().isEmpty() ? "" : flag.reasons().get(0).sentence();
        String detail = flag.reasons().stream().map(CdsCards::detail).collect(Collectors.joining("\n\n")) + warned(flag.test()) + "\n\n" + TEXTS.getString("cds.unsigned");
        JsonObjectBuilder card = card(id, shortened(text("cds.suggested", test, first)), flag.urgency(), detail, flag.reasons())
                .add("suggestions", Json.createArrayBuilder().add(Json.createObjectBuilder().add("label", text("cds.order", test)).add("uuid", NewId.next().toString())
                        .add("actions", Json.createArrayBuilder().add(Json.createObjectBuilder().add("type", "create").add("description", text("cds.order", test))
                                .add("resource", order(flag))))))
                .add("selectionBehavior", "any").add("overrideReasons", reasons());
        return new Card(id, flag.test(), flag.reasons().stream().map(FlagReason::ruleId).toList(), card.build());
    }

    private Card warning(String test, CaseWarning warning) {
        UUID id = NewId.next();
        FlagReason reason = warning.reason();
        String words = reason.certain() ? reason.doctorWords() : String.join(" ", reason.missing());
        String summary = shortened(text(reason.certain() ? "cds.warning" : "cds.open", name(test), words));
        JsonObjectBuilder card = card(id, summary, reason.certain() ? Urgency.SOON : Urgency.ROUTINE, detail(reason) + "\n\n" + TEXTS.getString("cds.unsigned"), List.of(reason))
                .add("overrideReasons", reasons());
        return new Card(id, test, List.of(reason.ruleId()), card.build());
    }

    private JsonObjectBuilder card(UUID id, String summary, Urgency urgency, String detail, List<FlagReason> reasons) {
        String from = reasons.stream().flatMap(reason -> reason.sources().stream()).map(one -> inert(one.id() + ", " + one.title())).distinct().collect(Collectors.joining("; "));
        return Json.createObjectBuilder().add("uuid", id.toString()).add("summary", summary).add("detail", from.isEmpty() ? detail : detail + "\n\n" + text("cds.sources", from))
                .add("indicator", indicator(urgency)).add("source", Json.createObjectBuilder().add("label", text("cds.source", triage.ruleSet())));
    }

    private static String indicator(Urgency urgency) {
        return urgency.compareTo(Urgency.URGENT) <= 0 ? "critical" : urgency.compareTo(Urgency.SOON) <= 0 ? "warning" : "info";
    }

    private static String detail(FlagReason reason) {
        Stream<String> told = reason.because().stream().map(one -> "- " + inert(one.question()) + " **" + inert(one.answer()) + "**");
        Stream<String> missing = reason.missing().stream().map(question -> "- " + text("cds.missing", inert(question)));
        Stream<String> from = Stream.of(text("cds.rule", reason.ruleId(), "" + reason.ruleVersion()));
        return Stream.of(Stream.of(inert(reason.doctorWords())), told, missing, from).flatMap(part -> part).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Words as they are, in a text that is read as GitHub Flavored Markdown (CDS Hooks 2.0, Card Attributes): nothing in them marks anything up, or runs. */
    static String inert(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("[\\\\`*_\\[\\]#|~!]", "\\\\$0").replaceAll("\\s+", " ");
    }

    private String warned(String test) {
        return triage.warnings().stream().filter(warning -> warning.tests().contains(test) && warning.reason().certain())
                .map(warning -> "\n\n" + text("cds.warning", name(test), inert(warning.reason().doctorWords()))).collect(Collectors.joining());
    }

    private JsonObject order(FlaggedTest flag) {
        ServiceRequest request = new ServiceRequest().setStatus(ServiceRequestStatus.DRAFT).setIntent(ServiceRequestIntent.ORDER)
                .setPriority(ServiceRequestPriority.fromCode(RequestPriority.of(flag.urgency().name()).name().toLowerCase(Locale.ROOT)))
                .setCode(Codes.concept(Codes.TEST, flag.test(), name(flag.test())));
        if (patient != null) {
            request.setSubject(new Reference("Patient/" + patient));
        }
        if (!flag.bodyPart().isEmpty()) {
            request.addBodySite().setText(flag.bodyPart());
        }
        flag.analytes().forEach(analyte -> request.addOrderDetail().setText(analyte));
        flag.reasons().forEach(reason -> request.addReasonCode().setText(reason.sentence()));
        return JsonText.object(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(request));
    }

    private static JsonArrayBuilder reasons() {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        Stream.of(DismissalReason.values()).filter(reason -> reason != DismissalReason.NOT_NEEDED).forEach(reason ->
                reasons.add(Json.createObjectBuilder().add("code", reason.name()).add("system", REASONS).add("display", TEXTS.getString("cds.reason_" + reason))));
        return reasons;
    }

    private static String name(String test) {
        return TestType.valueOf(test).displayName();
    }

    private static String shortened(String words) {
        return words.length() <= SUMMARY ? words : words.substring(0, SUMMARY - 1).stripTrailing() + "\u2026";
    }

    private static String text(String key, String... arguments) {
        return new java.text.MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(arguments);
    }
}
