package clinic.anteroom.web.doctor;

import clinic.anteroom.care.Order;
import clinic.anteroom.care.ResultService;
import clinic.anteroom.care.TestResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** What came back for the orders of the opened case. */
@Named
@RequestScoped
public class ResultsBacking {

    @Inject
    private ResultService results;

    @Inject
    private ReviewBacking review;

    @Inject
    private CasePage page;

    private String conclusion;
    private Part file;
    private Boolean answered = Boolean.TRUE;
    private Boolean useful = Boolean.TRUE;
    private String words;

    /** Puts in what came back for an order. */
    public String record(UUID order) throws IOException {
        byte[] content = file == null ? null : file.getInputStream().readAllBytes();
        results.record(order, conclusion, file == null ? null : file.getSubmittedFileName(), content);
        return page.again("");
    }

    /** The doctor has read it. */
    public String review(UUID result) {
        results.review(page.caseId(), result, answered, useful, words);
        return page.again("");
    }

    /** Results of an order, the oldest first. */
    public List<TestResult> of(Order order) {
        return order == null ? List.of() : review.getWhole().kept().results().stream().filter(result -> result.orderId().equals(order.id())).toList();
    }

    public String getConclusion() {
        return conclusion;
    }

    public void setConclusion(String conclusion) {
        this.conclusion = conclusion;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public Boolean getAnswered() {
        return answered;
    }

    public void setAnswered(Boolean answered) {
        this.answered = answered;
    }

    public Boolean getUseful() {
        return useful;
    }

    public void setUseful(Boolean useful) {
        this.useful = useful;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
