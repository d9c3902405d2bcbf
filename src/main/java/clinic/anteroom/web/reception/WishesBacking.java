package clinic.anteroom.web.reception;

import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.Place;
import clinic.anteroom.scheduling.FindTimes;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the patient asks for on the phone, and what makes the visit longer; all of it stands in the address. */
@Named
@ViewScoped
public class WishesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DirectoryService directory;

    private Map<DayOfWeek, Boolean> on = new EnumMap<>(DayOfWeek.class);
    private UUID site;
    private Wishes.HalfDay half;
    private String language;
    private String sex;
    private boolean accessible;
    private boolean sameDay;
    private boolean known;
    private Integer limbs;
    private Integer sides;
    private boolean interpreter;
    private boolean mobility;

    /** The question with all of this but {@link #isKnown}, for which there is a search of its own. */
    FindTimes ask(FindTimes question) {
        return question.wishing(wishes()).needing(needs(question.needs()));
    }

    /** Whether times with people whom the patient has met here come first, and alone if there are any. */
    public boolean isKnown() {
        return known;
    }

    public void setKnown(boolean known) {
        this.known = known;
    }

    private Wishes wishes() {
        return new Wishes(weekdays(), half, Set.of(), site, language, sex, accessible, sameDay);
    }

    private Set<DayOfWeek> weekdays() {
        return Stream.of(DayOfWeek.values()).filter(day -> Boolean.TRUE.equals(on.get(day))).collect(Collectors.toSet());
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
        return !weekdays().isEmpty() || site != null || half != null || language != null || sex != null || accessible || sameDay || limbs != null || sides != null
                || interpreter || mobility;
    }

    /** Monday to Sunday. */
    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    /** Which days are ticked; pages read and write it by day. */
    public Map<DayOfWeek, Boolean> getOn() {
        return on;
    }

    /** The days that are ticked, for the address: codes with commas; null for none. */
    public String getWeekday() {
        return weekdays().isEmpty() ? null : weekdays().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    /** Ticks the days of an address; what names no day is passed over. */
    public void setWeekday(String codes) {
        on = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).filter(day -> codes != null && List.of(codes.split(",")).contains(day.name())).forEach(day -> on.put(day, true));
    }

    /** The clinic's sites; a page asks only where there are several. */
    public List<Place> getSites() {
        return directory.places().stream().filter(place -> place.partOf() == null).toList();
    }

    public UUID getSite() {
        return site;
    }

    public void setSite(UUID site) {
        this.site = site;
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

    public boolean isSameDay() {
        return sameDay;
    }

    public void setSameDay(boolean sameDay) {
        this.sameDay = sameDay;
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
