package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseSummary;
import clinic.anteroom.web.shell.ClockBacking;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The rows of the doctor's list. They are written by hand and not by tags: sixty rows of tags are fifteen thousand expressions,
 * and took longer than all the rest of the page.
 */
@FacesComponent("anteroom.CaseRows")
public class CaseRows extends UIComponentBase {

    @Override
    public String getFamily() {
        return "anteroom";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        WorklistBacking list = (WorklistBacking) getAttributes().get("list");
        NamesBacking names = (NamesBacking) getAttributes().get("names");
        ClockBacking clock = (ClockBacking) getAttributes().get("times");
        Markup out = new Markup(faces, this);
        for (CaseSummary one : list.getList().cases()) {
            out.open("tr").attribute("data-row", "true");
            timeLeft(out, one, list.pressure(one), clock);
            out.cell("doctor_worklist.urgency").badge(one.urgency()).close();
            patient(out, one);
            out.cell("doctor_review.age_sex");
            if (one.birthDate() != null) {
                out.open("span", "nowrap").text(list.age(one) + ", " + out.word("sex." + (one.sex() == null ? "" : one.sex()))).close();
            }
            out.close();
            out.cell("doctor_review.complaint").text(one.complaint()).close();
            flags(out, one);
            state(out, one, names, clock);
            out.cell("doctor_worklist.booked_legs");
            if (one.work().orders() > 0) {
                out.open("span", "nowrap").text(one.work().booked() + " " + out.word("shell_tag.of") + " " + one.work().orders()).close();
            }
            out.close();
            out.cell("doctor_worklist.waiting").open("span", "nowrap").text(clock.since(one.since())).close()
                    .open("span", "sub waits").time(clock.iso(one.since()), clock.day(one.since())).close().close();
            people(out, one, names);
            out.close();
        }
    }

    private static void timeLeft(Markup out, CaseSummary one, String pressure, ClockBacking clock) throws IOException {
        out.cell("doctor_worklist.left").open("span", ("time-left " + pressure).strip()).open("b");
        out.text(one.diverted() ? out.word("doctor_worklist.diverted") : one.dueAt() == null ? out.word("doctor_worklist.no_limit") : clock.left(one.dueAt()));
        out.close();
        if (!one.diverted() && one.dueAt() != null) {
            out.open("span", "sub").text(out.word("doctor_worklist.by") + " ").time(clock.iso(one.dueAt()), clock.day(one.dueAt())).close();
        }
        out.close().close();
    }

    private static void patient(Markup out, CaseSummary one) throws IOException {
        out.open("td", "grow").open("a", "main-link").attribute("href", "review.xhtml?case=" + one.responseId());
        out.text(one.patientName() == null ? out.word("doctor_worklist.nobody") : one.patientName()).close();
        out.open("span", "sub").text(one.reference()).close();
        if (one.diverted()) {
            if (!one.emergencyTold().isEmpty()) {
                out.open("span", "sub").text(out.word("doctor_worklist.told") + " ").open("b").text(one.emergencyTold()).close().close();
            }
            String reply = out.word("doctor_worklist.reply_" + (one.emergencyReply() == null ? "none" : one.emergencyReply()));
            out.open("span", "sub").open("b").text(one.emergencyPhone() == null ? reply : reply + " " + one.emergencyPhone()).close().close();
        }
        out.close();
    }

    private static void flags(Markup out, CaseSummary one) throws IOException {
        out.cell("doctor_worklist.tests").open("span", "chips");
        for (String test : one.tests()) {
            out.open("span", "chip").icon("test-" + test.toLowerCase(Locale.ROOT), "").text(out.word("test_short." + test)).close();
        }
        if (one.tests().isEmpty()) {
            out.open("span", "faint").text(out.word("doctor_worklist.none")).close();
        }
        out.close().close();
        out.cell("doctor_worklist.red_flags");
        if (one.redFlags() > 0) {
            out.open("span", "red-count").icon("red-flag", "").text("" + one.redFlags()).close();
        }
        out.close();
    }

    private static void state(Markup out, CaseSummary one, NamesBacking names, ClockBacking clock) throws IOException {
        CaseSummary.Work work = one.work();
        out.cell("doctor_worklist.state");
        if (one.byHand()) {
            out.open("span", "state-line").open("b").text(out.word("doctor_worklist.by_hand")).close().close();
        }
        for (String asks : work.waitOnMe()) {
            out.open("b", "state-line").text(names.of(asks) + " " + out.word("doctor_worklist.asks_you")).close();
        }
        if (work.askedAt() != null) {
            out.open("span", "state-line").text(out.word("doctor_worklist.asked") + " " + clock.since(work.askedAt())).close();
        }
        if (work.resultsUnread() > 0) {
            out.open("span", "state-line").open("b").text(work.resultsUnread() + " " + out.word("doctor_worklist.unread")).close().close();
        }
        if (work.undecided() > 0) {
            out.open("span", "state-line").text(work.undecided() + " " + out.word("doctor_worklist.undecided")).close();
        } else if (work.orders() == 0 && !one.byHand() && work.askedAt() == null) {
            out.open("span", "faint state-line").text(out.word(work.decided() > 0 ? "doctor_worklist.all_dismissed" : "doctor_worklist.read_only")).close();
        } else if (work.orders() > 0 && work.resultsUnread() == 0) {
            out.open("span", "faint state-line").text(out.word("doctor_worklist.all_decided")).close();
        }
        out.close();
    }

    private static void people(Markup out, CaseSummary one, NamesBacking names) throws IOException {
        out.cell("doctor_worklist.owner");
        if (one.work().owner() != null) {
            out.open("span", "owner nowrap").text(names.of(one.work().owner())).close();
        }
        List<String> readers = one.work().readers();
        for (String reader : readers) {
            out.open("span", "chip is-present").icon("person", out.word("doctor_review.open_with")).text(names.of(reader)).close();
        }
        out.close();
    }
}
