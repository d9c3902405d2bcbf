package clinic.anteroom.intake;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.shared.Translation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a patient is asked about one symptom: an immutable version of a document, known for ever by its canonical
 * address and its hash. Read from a FHIR R4 Questionnaire; see {@link QuestionnaireReader} for the part of FHIR it uses.
 * Put into another language it is the same questionnaire with other words.
 */
public final class Questionnaire {

    private final String url;
    private final String version;
    private final String title;
    private final String description;
    private final String sha256;
    private final List<Page> pages;
    private final Language language;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Question> inOrder;
    private final List<Question> texts;
    private final boolean[] hangsOnTests;

    Questionnaire(String url, String version, String title, String description, String sha256, List<Page> pages) {
        this(url, version, title, description, sha256, pages, Language.ENGLISH);
    }

    private Questionnaire(String url, String version, String title, String description, String sha256, List<Page> pages, Language language) {
        this.url = url;
        this.version = version;
        this.title = title;
        this.description = description;
        this.sha256 = sha256;
        this.pages = List.copyOf(pages);
        this.language = language;
        pages.forEach(page -> page.questions().forEach(question -> questions.put(question.linkId(), question)));
        this.inOrder = List.copyOf(questions.values());
        this.texts = inOrder.stream().filter(question -> question.type() == QuestionType.TEXT).toList();
        inOrder.forEach(question -> places.put(question.linkId(), places.size()));
        this.hangsOnTests = hangingOnTests();
    }

    /** Rounds, because a question may hang on one that hangs on a test. */
    private boolean[] hangingOnTests() {
        boolean[] hanging = new boolean[inOrder.size()];
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < hanging.length; i++) {
                Question question = inOrder.get(i);
                boolean hangs = !question.askedForTests().isEmpty()
                        || question.enableWhen().linkIds().anyMatch(gate -> places.containsKey(gate) && hanging[places.get(gate)]);
                found |= hangs && !hanging[i];
                hanging[i] |= hangs;
            }
        }
        return hanging;
    }

    /**
     * Reads a document.
     *
     * @param fhirJson a FHIR R4 Questionnaire in JSON; never null
     * @throws IllegalArgumentException if the document has a fault; it names the fault and says what may be behind it
     */
    public static Questionnaire parse(String fhirJson) {
        return new QuestionnaireReader(fhirJson).read(Sha256.of(fhirJson));
    }

    /**
     * The same questions in the words of a translation: same address, version, hash, link ids and codes.
     *
     * @throws IllegalStateException if a text has no translation
     */
    Questionnaire in(Translation translation) {
        return new Questionnaire(url, version, translation.get("title", title), translation.get("description", description), sha256,
                pages.stream().map(page -> page.in(translation)).toList(), translation.language());
    }

    /** Last part of the address, for example {@code muscle-twitching}; never null. */
    public String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Address without version; never null. */
    public String url() {
        return url;
    }

    /** Version of the content; never null. */
    public String version() {
        return version;
    }

    /** Address and version, {@code url|version}: what responses and rule sets refer to. */
    public String canonical() {
        return url + "|" + version;
    }

    /** What a person calls it, for example "Muscle twitching"; never null. */
    public String title() {
        return title;
    }

    /** One line that tells a patient whether this is about them; never null. */
    public String description() {
        return description;
    }

    /** Hash of the document's text: 64 hex digits. */
    public String sha256() {
        return sha256;
    }

    /** The language of its words; never null. */
    public Language language() {
        return language;
    }

    /** One topic each, in the order they are shown; never empty. */
    public List<Page> pages() {
        return pages;
    }

    /** All questions in the order of the document, those that are parts of others included. */
    public List<Question> questions() {
        return inOrder;
    }

    /** The questions that are answered in free text, in the order of the document. */
    public List<Question> texts() {
        return texts;
    }

    /** Where a question stands in {@link #questions()}, from 0; -1 if there is none with this link id. */
    public int placeOf(String linkId) {
        return places.getOrDefault(linkId, -1);
    }

    /** Whether the question at this place is asked or not as tests are flagged: itself, or through one it hangs on. */
    public boolean hangsOnTests(int place) {
        return hangsOnTests[place];
    }

    /** The question with this link id, if there is one. */
    public Optional<Question> find(String linkId) {
        return Optional.ofNullable(questions.get(linkId));
    }

    /**
     * The question with this link id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Question get(String linkId) {
        Question question = questions.get(linkId);
        if (question == null) {
            throw noSuchQuestion(linkId);
        }
        return question;
    }

    IllegalArgumentException noSuchQuestion(String linkId) {
        return new IllegalArgumentException(canonical() + " has no question " + linkId
                + ".\nMaybe it belongs to another version of the questionnaire.");
    }

    /**
     * The page with this link id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Page page(String linkId) {
        return pages.stream().filter(page -> page.linkId().equals(linkId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(canonical() + " has no page " + linkId + ".\n"
                        + "Maybe the address was typed, or it belongs to another version of the questionnaire."));
    }

    /**
     * Which page of the document this is, from 1: what its address says, because a link id names the topic. Whatever is answered and in every language
     * it stays the same; a form keeps the version it was begun with.
     *
     * @throws IllegalArgumentException if there is no such page
     */
    public int numberOf(String pageLinkId) {
        return pages.indexOf(page(pageLinkId)) + 1;
    }

    /** The page with this number, from 1, if there is one. */
    public Optional<Page> page(int number) {
        return number < 1 || number > pages.size() ? Optional.empty() : Optional.of(pages.get(number - 1));
    }

    @Override
    public String toString() {
        return canonical();
    }
}
