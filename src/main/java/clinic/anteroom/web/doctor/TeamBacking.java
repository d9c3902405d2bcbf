package clinic.anteroom.web.doctor;

import clinic.anteroom.access.SignedIn;
import clinic.anteroom.care.CaseService;
import clinic.anteroom.care.CaseStepTaken;
import clinic.anteroom.care.ColleagueService;
import clinic.anteroom.care.ColleagueWord;
import clinic.anteroom.care.ReplyService;
import clinic.anteroom.care.SavedReply;
import clinic.anteroom.care.StandInService;
import clinic.anteroom.care.StandingIn;
import clinic.anteroom.intake.FollowUp;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
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
    private ColleagueService colleagues;

    @Inject
    private StandInService standIns;

    @Inject
    private ReviewBacking review;

    @Inject
    private ReplyService replies;

    @Inject
    private NamesBacking names;

    @Inject
    private SecurityContext security;

    @Inject
    private CasePage page;

    private List<CaseStepTaken> steps;
    private String owner;
    private String remark;
    private String told;
    private boolean opinion;
    private StandingIn standIn;
    private final Map<UUID, String> opinions = new HashMap<>();
    private String question;
    private final Map<UUID, String> answers = new HashMap<>();

    @PostConstruct
    void read() {
        owner = review.getShown().summary().work().owner();
        standIn = owner == null ? null : standIns.of(owner).orElse(null);
    }

    /** Gives the case to the doctor that was chosen, or lets it go. */
    public String assign() {
        cases.assign(page.caseId(), page.seen(), owner);
        return page.again("");
    }

    /** A word to all colleagues, or to one of them, who may be asked for an opinion. */
    public String write() {
        if (told == null && !opinion) {
            cases.remark(page.caseId(), remark);
        } else {
            colleagues.tell(page.caseId(), told, remark, opinion);
        }
        return page.again("");
    }

    /** Gives the opinion that a colleague asked for. */
    public String giveOpinion(ColleagueWord word) {
        colleagues.answer(page.caseId(), word.id(), opinions.get(word.id()));
        return page.again("");
    }

    /** What colleagues told each other about the case, the oldest first. */
    public List<ColleagueWord> getWords() {
        return review.getWhole().kept().words();
    }

    /** What waits for the opinion of whoever reads this. */
    public List<ColleagueWord> getAskedOfMe() {
        return getWords().stream().filter(word -> word.open() && word.toldTo().equals(security.getCallerPrincipal().getName())).toList();
    }

    /** Opinions that are awaited from others. */
    public List<ColleagueWord> getAwaited() {
        return getWords().stream().filter(word -> word.open() && !word.toldTo().equals(security.getCallerPrincipal().getName())).toList();
    }

    /** Whom a word can be meant for: every doctor but who writes it. */
    public List<SignedIn> getColleagues() {
        return names.getDoctors().stream().filter(doctor -> !doctor.username().equals(security.getCallerPrincipal().getName())).toList();
    }

    /** Who stands in for the owner of the case; null if the owner is here, or has named nobody. */
    public StandingIn getStandIn() {
        return standIn;
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

    public String getTold() {
        return told;
    }

    public void setTold(String told) {
        this.told = told;
    }

    public boolean isOpinion() {
        return opinion;
    }

    public void setOpinion(boolean opinion) {
        this.opinion = opinion;
    }

    /** The opinion of who reads this, by the word that asks for it. */
    public Map<UUID, String> getOpinions() {
        return opinions;
    }

    /** What the doctor keeps to ask it often. */
    public List<SavedReply> getReplies() {
        return replies.all();
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
