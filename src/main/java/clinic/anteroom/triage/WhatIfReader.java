package clinic.anteroom.triage;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.triage.rules.Because;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Finding;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.Truth;
import clinic.anteroom.triage.rules.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Flips answers and asks the rules again. Pure; stores nothing. */
final class WhatIfReader {

    private final RuleSet ruleSet;
    private final Answers answers;
    private final LocalDate asOf;
    private final Wording wording;

    WhatIfReader(RuleSet ruleSet, Answers answers, LocalDate asOf) {
        this.ruleSet = ruleSet;
        this.answers = answers;
        this.asOf = asOf;
        this.wording = new Wording(answers);
    }

    /** @param flips codes by link id: an option, {@code true} or {@code false}; what is no such question or code is passed over */
    WhatIf read(Map<String, String> flips) {
        Evaluation was = Evaluator.evaluate(ruleSet, answers, asOf);
        Map<String, Answer> given = new LinkedHashMap<>(answers.asMap());
        flips.forEach((linkId, code) -> answers.questionnaire().find(linkId).filter(question -> isOffered(question, code))
                .ifPresent(question -> given.put(linkId, answer(question, code))));
        Evaluation would = Evaluator.evaluate(ruleSet, Answers.of(answers.questionnaire(), given, answers.flaggedTests()), asOf);
        List<String> before = names(was);
        List<String> after = names(would);
        return new WhatIf(choices(was, flips), was.urgency(), would.urgency(), both(before, after), without(after, before),
                without(before, after), would.specialties(), met(would, was), met(was, would));
    }

    private List<WhatIf.Choice> choices(Evaluation was, Map<String, String> flips) {
        Set<String> deciding = new LinkedHashSet<>();
        was.findings().stream().filter(finding -> finding.truth() == Truth.TRUE && finding.level().compareTo(Level.R) <= 0)
                .flatMap(finding -> finding.because().stream()).map(Because::questions).flatMap(List::stream).forEach(deciding::add);
        deciding.removeIf(linkId -> answers.questionnaire().find(linkId).isEmpty());
        Set<String> all = new LinkedHashSet<>(deciding);
        all.addAll(was.questionsToAsk());
        answers.questionnaire().questions().stream().map(Question::linkId).filter(answers::asks).forEach(all::add);
        return all.stream().map(answers.questionnaire()::get).filter(question -> !options(question).isEmpty())
                .map(question -> new WhatIf.Choice(question.linkId(), question.text(), wording.answer(question.linkId()), options(question),
                        isOffered(question, flips.get(question.linkId())) ? flips.get(question.linkId()) : "", deciding.contains(question.linkId())))
                .toList();
    }

    private static List<WhatIf.Option> options(Question question) {
        if (question.type() == QuestionType.YES_NO) {
            return List.of(new WhatIf.Option("true", "Yes"), new WhatIf.Option("false", "No"));
        }
        return question.options().stream().map(option -> new WhatIf.Option(option.code(), option.label())).toList();
    }

    private static boolean isOffered(Question question, String code) {
        return code != null && options(question).stream().anyMatch(option -> option.code().equals(code));
    }

    private static Answer answer(Question question, String code) {
        return question.type() == QuestionType.YES_NO ? new Answer.YesNo(Boolean.parseBoolean(code)) : Answer.Choice.of(code);
    }

    private List<WhatIf.Met> met(Evaluation here, Evaluation notThere) {
        List<String> there = rules(notThere).toList();
        return rules(here).filter(rule -> !there.contains(rule)).map(rule -> new WhatIf.Met(rule, ruleSet.get(rule).sentence())).toList();
    }

    private static Stream<String> rules(Evaluation evaluation) {
        return evaluation.findings().stream().filter(finding -> finding.truth() == Truth.TRUE && finding.level().compareTo(Level.C) <= 0)
                .map(Finding::rule);
    }

    private static List<String> names(Evaluation evaluation) {
        return evaluation.flags().stream().map(WhatIfReader::name).toList();
    }

    private static String name(Flag flag) {
        return (flag.test() + " " + flag.bodyPart()).strip();
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.retainAll(other);
        return both;
    }

    private static List<String> without(List<String> all, List<String> taken) {
        return all.stream().filter(one -> !taken.contains(one)).toList();
    }
}
