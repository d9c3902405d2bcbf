package clinic.anteroom.intake;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a patient wants to be reached, and what helps them at a visit. */
@Stateless
public class NeedsService {

    /** Languages that interpreters are asked for in Ontario, sign languages included; ISO 639. */
    private static final Set<String> LANGUAGES = Set.of("ar", "ase", "bn", "cr", "de", "el", "en", "es", "fa", "fcs", "fr", "gu", "hi", "hu", "it", "iu",
            "ko", "oj", "pa", "pl", "pt", "ro", "ru", "so", "sr", "ta", "tl", "tr", "uk", "ur", "vi", "yue", "zh");

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private NeedsTold needs;

    @Inject
    private ClinicTime time;

    /** Languages an interpreter can be asked for. */
    @PermitAll // Everybody may know.
    public Set<String> languages() {
        return LANGUAGES;
    }

    /** What was told on the form that opens with this key; empty if the page was never saved. */
    @PermitAll // The key is the proof.
    public Optional<AccessNeeds> find(String key) {
        return responses.findByKey(key).flatMap(response -> needs.of(response.id()));
    }

    /**
     * Keeps what is told, instead of what was told before.
     *
     * @throws AnswersRefused if the language is none of {@link #languages} (field {@code interpreter}) or the words are too
     *                        long (field {@code words})
     * @throws DraftClosed    if the form takes no answers
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public void save(String key, AccessNeeds told) {
        if (told.interpreter() != null && !LANGUAGES.contains(told.interpreter())) {
            throw new AnswersRefused(List.of(new FieldRefused("interpreter", "refusal.answer_not_offered")));
        }
        if (told.words() != null && told.words().length() > AccessNeeds.LONGEST) {
            throw new AnswersRefused(List.of(new FieldRefused("words", "refusal.answer_too_long", AccessNeeds.LONGEST)));
        }
        QuestionnaireResponse response = responses.findByKeyForChange(key).orElseThrow(DraftGone::new);
        if (response.status() != ResponseStatus.IN_PROGRESS) {
            throw new DraftClosed(response.status());
        }
        needs.keep(response.id(), told, time.now());
    }
}
