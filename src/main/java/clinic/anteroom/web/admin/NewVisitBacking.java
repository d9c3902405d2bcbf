package clinic.anteroom.web.admin;

import clinic.anteroom.scheduling.VisitKindService;
import clinic.anteroom.scheduling.VisitPolicy;
import clinic.anteroom.scheduling.VisitPolicyService;
import clinic.anteroom.scheduling.VisitPreview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A new kind of visit after the pattern of one that is there, looked at before it is added. */
@Named
@RequestScoped
public class NewVisitBacking {

    private static final int DAY = 1440;

    @Inject
    private VisitKindService kinds;

    @Inject
    private VisitPolicyService policies;

    private List<VisitPolicy> all;
    private VisitPreview preview;
    private String name;
    private String like;
    private String minutes;

    /** Kinds of visit that can be a pattern. */
    public List<VisitPolicy> getAll() {
        if (all == null) {
            all = policies.all();
        }
        return all;
    }

    /** Shows what patients would find; nothing is added. Without lengths those of the pattern are taken. */
    public void look() {
        List<Integer> lengths = lengths();
        VisitPolicy pattern = getAll().stream().filter(one -> one.code().equals(like)).findFirst().orElse(getAll().get(0));
        preview = kinds.preview(pattern.code(), lengths, Math.max(pattern.noticeMinutes(), DAY), pattern.aloneDays());
    }

    /** What patients would find; null before somebody has looked. */
    public VisitPreview getPreview() {
        return preview;
    }

    /** Adds it; how it may be booked is set next. */
    public String add() {
        return "/admin/visits?faces-redirect=true&saved=1&visit=" + kinds.add(name, like, lengths());
    }

    private List<Integer> lengths() {
        if (minutes == null || minutes.isBlank()) {
            minutes = String.join(", ", kinds.minutes(like).stream().map(String::valueOf).toList());
        }
        return VisitTypesBacking.numbers(minutes);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLike() {
        return like;
    }

    public void setLike(String like) {
        this.like = like;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes;
    }
}
