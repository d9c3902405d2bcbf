package clinic.anteroom.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with a questionnaire whose parts are each well-formed. */
final class QuestionnaireCheck {

    private final Questionnaire questionnaire;

    QuestionnaireCheck(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    void refuseFaults() {
        if (questionnaire.name().isEmpty() || questionnaire.version().isEmpty() || questionnaire.title().isEmpty()
                || questionnaire.description().isEmpty()) {
            throw QuestionnaireReader.fault("A questionnaire has no url, no version, no title or no description.", "the head of the file was cut");
        }
        if (questionnaire.pages().isEmpty()) {
            throw QuestionnaireReader.fault(questionnaire + " has no pages.", "the items were left out");
        }
        refuseSecondLinkIds();
        questionnaire.pages().forEach(QuestionnaireCheck::refuseBarePage);
        questionnaire.questions().forEach(this::refuseFaults);
        questionnaire.questions().forEach(question -> refuseCircle(question, question, new HashSet<>()));
    }

    private void refuseSecondLinkIds() {
        Set<String> seen = new HashSet<>();
        for (Page page : questionnaire.pages()) {
            refuseSecond(seen, page.linkId());
            page.questions().forEach(question -> refuseSecond(seen, question.linkId()));
        }
    }

    private static void refuseSecond(Set<String> seen, String linkId) {
        if (linkId.isEmpty() || !seen.add(linkId)) {
            throw QuestionnaireReader.fault("Two items are called \"" + linkId + "\", or one has no linkId.", "one was copied");
        }
    }

    private static void refuseBarePage(Page page) {
        if (page.title().isEmpty() || page.questions().isEmpty()) {
            throw QuestionnaireReader.fault("Page " + page.linkId() + " has no text or no questions.", "its items were moved away");
        }
    }

    private void refuseFaults(Question question) {
        if (question.text().isEmpty()) {
            throw QuestionnaireReader.fault("Question " + question.linkId() + " has no text.", "it was left for later");
        }
        List<String> codes = question.options().stream().map(Option::code).toList();
        if (question.type().hasOptions() == codes.isEmpty() || Set.copyOf(codes).size() < codes.size()) {
            throw QuestionnaireReader.fault("Question " + question.linkId() + " is " + question.type() + " and has the options "
                    + codes + ".", "an option is missing, stands there twice, or the type is wrong");
        }
        refuseUnfit(question, question.enableWhen());
    }

    private void refuseUnfit(Question question, Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(part -> refuseUnfit(question, part));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> refuseUnfit(question, part));
        } else if (!fits(condition)) {
            throw QuestionnaireReader.fault("Question " + question.linkId() + " is enabled by " + condition
                    + ", which can never be answered.", "the question or option is misspelt, or its type has changed");
        }
    }

    private boolean fits(Condition condition) {
        return questionnaire.find(condition.linkIds().findFirst().orElse("")).filter(trigger -> {
            if (condition instanceof Condition.Picked picked) {
                return trigger.option(picked.code()).isPresent();
            }
            return condition instanceof Condition.Said ? trigger.type() == QuestionType.YES_NO
                    : trigger.type() == QuestionType.NUMBER || trigger.type() == QuestionType.SCALE;
        }).isPresent();
    }

    private void refuseCircle(Question start, Question at, Set<String> seen) {
        at.enableWhen().linkIds().distinct().map(questionnaire::get).forEach(trigger -> {
            if (trigger.linkId().equals(start.linkId())) {
                throw QuestionnaireReader.fault("Question " + start.linkId() + " waits for itself, by way of " + at.linkId() + ".",
                        "a trigger was named the wrong way round");
            }
            if (seen.add(trigger.linkId())) {
                refuseCircle(start, trigger, seen);
            }
        });
    }
}
