package clinic.anteroom.web.patient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.shared.DateWords;
import clinic.anteroom.shared.Language;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.FormsThatAskAll;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.triage.rules.TestDocuments;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every question about muscle twitching is asked on a page, answered, answered otherwise, and read by the doctor in the words
 * that stood on the page. The page is filled in by what it offers; a plan says what to choose, so that all branches open.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryQuestionIT {

    private static final Questionnaire TWITCHING = TestDocuments.questionnaire();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Toronto"));

    /** Fills in all questions of the page as planned, or otherwise: the last answer, "not sure", or no. Tells what it chose. */
    private static final String FILL = """
            ([plan, otherwise]) => [...document.querySelectorAll('#main .question')].map(question => {
                const text = question.querySelector('.question-text');
                const id = text.id.replace(/-text$/, '');
                const planned = plan[id];
                const wanted = otherwise ? undefined : planned;
                const isPlanned = values => planned && values.length === planned.length && values.every(value => planned.includes(value));
                const labelOf = input => document.querySelector(`label[for="${input.id}"]`).textContent.trim();
                const set = (input, on) => { if (input.checked !== on) { input.click(); } };
                const told = {id, asks: text.textContent.trim(), said: ''};
                const rows = [...question.querySelectorAll('.symptoms > li')];
                const typed = [...question.querySelectorAll('input[type=text], textarea')];
                const boxes = [...question.querySelectorAll('input[type=checkbox]')];
                const radios = [...question.querySelectorAll('input[type=radio]')];
                if (rows.length) {
                    rows.forEach((row, i) => {
                        const code = row.querySelector('.symptom').id.slice(id.length + 1).replace(/-label$/, '');
                        set(row.querySelector(`input[value=${wanted && wanted.includes(code) ? 'YES' : otherwise && i === 0 ? 'UNSURE' : 'NO'}]`), true);
                    });
                    told.said = [['Yes', 'YES'], ['No', 'NO'], ['Not sure', 'UNSURE']].map(([word, value]) => [word, rows.filter(row => row.querySelector(`input[value=${value}]`).checked)])
                        .filter(([, chosen]) => chosen.length).map(([word, chosen]) => word + ': ' + chosen.map(row => row.querySelector('.symptom').textContent.trim()).join('; ')).join('\\n');
                } else if (typed.length) {
                    boxes.forEach(box => set(box, !wanted));
                    typed.forEach((field, i) => { field.value = wanted ? wanted[i] : field.matches('textarea') ? 'Something else.' : ''; });
                    const unit = question.querySelector('.unit');
                    told.said = !wanted ? (boxes.length ? 'I am not sure' : 'Something else.') : (wanted.join('/') + ' ' + (unit ? unit.textContent.trim() : '')).trim();
                } else if (radios.length) {
                    const choice = wanted ? radios.find(radio => radio.value === wanted[0]) : radios.findLast(radio => !isPlanned([radio.value]));
                    boxes.forEach(box => set(box, false));
                    set(choice, true);
                    told.said = labelOf(choice);
                } else {
                    const none = boxes.filter(box => ['NONE', 'UNSURE'].includes(box.value)).find(box => !isPlanned([box.value])) || boxes[0];
                    boxes.forEach(box => set(box, wanted ? wanted.includes(box.value) : box === none));
                    told.said = boxes.filter(box => box.checked).map(labelOf).join('; ');
                }
                return told;
            })""";

    @ArquillianResource
    private URL home;

    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();

    @Test
    void everyQuestionIsAnsweredChangedAndReadByTheDoctorInItsWords() {
        List<Answers> forms = FormsThatAskAll.of(TWITCHING, TestDocuments.ruleSet(), TODAY);
        Set<String> seen = new HashSet<>();
        try (BrowserContext staff = Browser.desk()) {
            Hand doctor = new Hand(staff.newPage(), home.toString()).signIn("dr.osei", "doctor/worklist.xhtml").sees("Worklist");
            for (Answers form : forms) {
                asked.clear();
                try (BrowserContext phone = Browser.phone()) {
                    Map<String, String> told = new LinkedHashMap<>();
                    String reference = sendIn(phone.newPage(), form, told);
                    Assertions.assertThat(read(doctor, reference)).as("what the doctor reads").containsAllEntriesOf(told);
                }
                asked.keySet().stream().map(FormsThatAskAll::seed).forEach(seen::add);
            }
        }
        Set<String> all = TWITCHING.questions().stream().map(question -> FormsThatAskAll.seed(question.linkId())).collect(Collectors.toSet());
        Set<String> forEmergencies = TWITCHING.questions().stream().filter(question -> FormsThatAskAll.isForEmergenciesOnly(question, TestDocuments.ruleSet()))
                .map(question -> FormsThatAskAll.seed(question.linkId())).collect(Collectors.toSet());
        Assertions.assertThat(all).hasSize(70);
        Assertions.assertThat(forEmergencies).as("asked for a test that no form can ask for which goes on").containsExactly("SAF-Q06");
        all.removeAll(forEmergencies);
        Assertions.assertThat(seen).containsAll(all);
        Assertions.assertThat(changed.stream().map(FormsThatAskAll::seed)).containsAll(all);
    }

    /** Fills in page after page, the ones that no form had before twice; gives the reference. */
    private String sendIn(Page page, Answers form, Map<String, String> told) {
        Map<String, List<String>> plan = plan(form);
        page.navigate(home + "patient/question.xhtml?begin=new&about=muscle-twitching");
        while (page.url().contains("/patient/question.xhtml")) {
            String here = String.valueOf(page.evaluate("document.getElementById('form').getAttribute('action').match(/page=([^&]+)/)[1]"));
            if (before.putIfAbsent(here, "") == null) {
                List<Map<String, String>> first = fill(page, plan, true);
                next(page);
                page.navigate(home + "patient/question.xhtml?page=" + here);
                List<Map<String, String>> then = fill(page, plan, false);
                then.stream().filter(line -> first.stream().noneMatch(line::equals)).forEach(line -> changed.add(line.get("id")));
                keep(then, told);
            } else {
                keep(fill(page, plan, false), told);
            }
            next(page);
        }
        PatientSteps patient = new PatientSteps(page, home);
        patient.assertTitle("How we can reach and help you").goOn().assertTitle("Check your answers");
        Assertions.assertThat(facts(page, ".facts > div")).as("what the patient checks").containsAllEntriesOf(told);
        LocalDate born = TODAY.minusYears(45).minusDays(40);
        patient.visit("patient/contact.xhtml").fill("Given name", "Robin").fill("Family name", "Lane").fill("Day", "" + born.getDayOfMonth())
                .fill("Month", "" + born.getMonthValue()).fill("Year", "" + born.getYear()).fill("Phone", "416 555 0170").tick("I agree")
                .press("Send to the clinic").assertTitle("We have your answers");
        return page.locator(".sent b").first().innerText();
    }

    private static void next(Page page) {
        page.evaluate("document.body.dataset.seen = 'yes'");
        page.locator("[id='form:next']").click();
        page.locator("body:not([data-seen])").waitFor();
        page.waitForLoadState(); // A long page comes in pieces.
        assertThat(page.locator(".error-summary")).hasCount(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> fill(Page page, Map<String, List<String>> plan, boolean otherwise) {
        return (List<Map<String, String>>) page.evaluate(FILL, List.of(plan, otherwise));
    }

    private void keep(List<Map<String, String>> lines, Map<String, String> told) {
        lines.forEach(line -> {
            asked.put(line.get("id"), line.get("asks"));
            told.put(line.get("asks"), words(TWITCHING.get(line.get("id")), line.get("said")));
        });
    }

    /** A day is typed as three numbers and read as a date. */
    private static String words(Question question, String said) {
        String[] day = said.split("/");
        return day.length == 3 && question.type() == clinic.anteroom.intake.QuestionType.DATE
                ? DateWords.in(Language.ENGLISH).date(LocalDate.of(Integer.parseInt(day[2]), Integer.parseInt(day[1]), Integer.parseInt(day[0]))) : said;
    }

    private Map<String, String> read(Hand doctor, String reference) {
        doctor.open("doctor/worklist.xhtml");
        doctor.page().locator("tr", new Page.LocatorOptions().setHasText(reference)).locator("a").first().click();
        return facts(doctor.page(), ".answers dl > div");
    }

    /** Questions with their answers; of two that are worded alike the later. */
    private static Map<String, String> facts(Page page, String lines) {
        page.locator(lines).first().waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.waitForLoadState(); // A page that is still coming in has lines without words.
        Map<String, String> facts = new LinkedHashMap<>();
        ((List<?>) page.evaluate("lines => [...document.querySelectorAll(lines)].map(line => [...line.querySelectorAll('dt, dd:not(.change)')].slice(0, 2).map(one => one.textContent.trim()))", lines))
                .forEach(line -> facts.put((String) ((List<?>) line).get(0), (String) ((List<?>) line).get(1)));
        return facts;
    }

    private static Map<String, List<String>> plan(Answers form) {
        Map<String, List<String>> plan = new LinkedHashMap<>();
        form.asMap().forEach((linkId, answer) -> plan.put(linkId, codes(answer)));
        return plan;
    }

    private static List<String> codes(Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return choice.codes();
        }
        if (answer instanceof Answer.Rows rows) {
            return rows.yes();
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return List.of(yesNo.yes() ? "YES" : "NO");
        }
        if (answer instanceof Answer.Day day) {
            return List.of("" + day.date().getDayOfMonth(), "" + day.date().getMonthValue(), "" + day.date().getYear());
        }
        return List.of(answer instanceof Answer.Amount amount ? amount.value().toPlainString() : ((Answer.Words) answer).text());
    }
}
