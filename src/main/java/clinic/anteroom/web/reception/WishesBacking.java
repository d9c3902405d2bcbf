package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.FindTimes;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.Set;

/** What the patient asks for on the phone, and what makes the visit longer; all of it stands in the address. */
@Named
@ViewScoped
public class WishesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private DayOfWeek weekday;
    private Wishes.HalfDay half;
    private String language;
    private String sex;
    private boolean accessible;
    private Integer limbs;
    private Integer sides;
    private boolean interpreter;
    private boolean mobility;

    /** The question with all of this. */
    FindTimes ask(FindTimes question) {
        return question.wishing(wishes()).needing(needs(question.needs()));
    }

    private Wishes wishes() {
        return new Wishes(weekday == null ? Set.of() : Set.of(weekday), half, Set.of(), null, language, sex, accessible);
    }

    /** Null where nobody said anything: then the orders decide. */
    private VisitNeeds needs(VisitNeeds before) {
        if (limbs == null && sides == null && !interpreter && !mobility) {
            return before;
        }
        VisitNeeds base = before == null ? VisitNeeds.PLAIN : before;
        return new VisitNeeds(base.studies(), within(limbs, 4, base.limbs()), within(sides, 2, base.sides()),
                interpreter || base.interpreter(), mobility || base.mobility());
    }

    private static int within(Integer typed, int most, int otherwise) {
        return typed == null ? otherwise : Math.max(1, Math.min(most, typed));
    }

    /** Whether anything is asked for, so that the page shows it. */
    public boolean isAny() {
        return weekday != null || half != null || language != null || sex != null || accessible || limbs != null || sides != null
                || interpreter || mobility;
    }

    /** Monday to Sunday. */
    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    public DayOfWeek getWeekday() {
        return weekday;
    }

    public void setWeekday(DayOfWeek weekday) {
        this.weekday = weekday;
    }

    public Wishes.HalfDay getHalf() {
        return half;
    }

    public void setHalf(Wishes.HalfDay half) {
        this.half = half;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSex() {
        return sex;
    }

    public void setSex(String sex) {
        this.sex = sex;
    }

    public boolean isAccessible() {
        return accessible;
    }

    public void setAccessible(boolean accessible) {
        this.accessible = accessible;
    }

    public Integer getLimbs() {
        return limbs;
    }

    public void setLimbs(Integer limbs) {
        this.limbs = limbs;
    }

    public Integer getSides() {
        return sides;
    }

    public void setSides(Integer sides) {
        this.sides = sides;
    }

    public boolean isInterpreter() {
        return interpreter;
    }

    public void setInterpreter(boolean interpreter) {
        this.interpreter = interpreter;
    }

    public boolean isMobility() {
        return mobility;
    }

    public void setMobility(boolean mobility) {
        this.mobility = mobility;
    }
}
