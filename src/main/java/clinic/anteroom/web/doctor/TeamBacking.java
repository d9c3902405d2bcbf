package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseService;
import clinic.anteroom.care.CaseStepTaken;
import clinic.anteroom.intake.FollowUp;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Work on the opened case that orders nothing: whose it is, a word to colleagues, a question to the patient, its end. */
@Named
@RequestScoped
public class TeamBacking {

    @Inject
    private CaseService cases;

    @Inject
    private ReviewBacking review;

    @Inject
    private CasePage page;

    private List<CaseStepTaken> steps;
    private String owner;
    private String remark;
    private String question;
    private final Map<UUID, String> answers = new HashMap<>();

    @PostConstruct
    void read() {
        owner = review.getShown().summary().work().owner();
    }

    /** Gives the case to the doctor that was chosen, or lets it go. */
    public String assign() {
        cases.assign(page.caseId(), page.seen(), owner);
        return page.again("");
    }

    /** A word to colleagues. */
    public String write() {
        cases.remark(page.caseId(), remark);
        return page.again("");
    }

    /** Asks the patient. */
    public String ask() {
        return page.again(cases.ask(page.caseId(), question) ? "&asked=mail" : "&asked=call");
    }

    /** What the patient said on the phone. */
    public String answered(FollowUp asked) {
        cases.answered(page.caseId(), asked.id(), answers.get(asked.id()));
        return page.again("");
    }

    /** The question is not needed any more. */
    public String withdraw(FollowUp asked) {
        cases.withdraw(page.caseId(), asked.id());
        return page.again("");
    }

    /** Nothing is left to do. */
    public String close() {
        cases.close(page.caseId(), page.seen(), null);
        return page.again("");
    }

    /** There is something to do after all. */
    public String reopen() {
        cases.reopen(page.caseId(), page.seen());
        return page.again("");
    }

    /** How the question of a moment ago leaves: mail or call; empty if none was asked. */
    public String getAsked() {
        return page.parameter("asked").filter(how -> how.equals("mail") || how.equals("call")).orElse("");
    }

    /** What people did with the case, the newest first. */
    public List<CaseStepTaken> getSteps() {
        if (steps == null) {
            steps = review.getWhole().kept().steps().stream().sorted(java.util.Comparator.comparing(CaseStepTaken::version).reversed()).toList();
        }
        return steps;
    }

    /** What the patient was asked after the form was sent in, the oldest first. */
    public List<FollowUp> getQuestions() {
        return review.getWhole().around().questions();
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    /** What the patient said, by the question: every question has a field of its own. */
    public Map<UUID, String> getAnswers() {
        return answers;
    }
}
