package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URL;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody types what a browser, a template or a script language would run. Once with our content policy, once without. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InertWordsIT {

    /** Each would set {@code window.ran}, or leave an element of its own, or be reckoned out. */
    private static final List<String> THIRTY = List.of("<script>window.ran=1</script>", "<img src=x onerror=ran=1>", "<svg onload=ran=1>",
            "\"><script>ran=1</script>", "'><img src=x onerror=ran=1>", "</textarea><script>ran=1</script>", "</title><script>ran=1</script>",
            "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:ran=1>a</a>", "<body onload=ran=1>", "<details open ontoggle=ran=1>",
            "<input autofocus onfocus=ran=1>", "<video><source onerror=ran=1>", "<math><mi xlink:href=javascript:ran=1>", "<base href=//x.example>",
            "<meta http-equiv=refresh content=0>", "<form action=//x.example><button>", "<style>*{display:none}</style>", "<link rel=stylesheet href=//x.example>",
            "<object data=javascript:ran=1>", "<!--><script>ran=1</script>", "<![CDATA[<script>ran=1</script>]]>", "&lt;script&gt;ran=1&lt;/script&gt;",
            "&#60;script&#62;ran=1&#60;/script&#62;", "#{7*191}", "${7*191}", "{{7*191}}", "%3Cscript%3Eran=1%3C/script%3E", "=7*191", "\u202e<b onclick=ran=1>b</b>");

    private static final String RAN = """
            window.ran !== undefined || document.body.innerText.includes('1337') || document.baseURI.includes('x.example')
                || document.querySelector("[onerror], [onload], [ontoggle], [onfocus], [onclick], iframe, object, base, form[action*='x.example'], a[href^='javascript']") !== null""";

    @ArquillianResource
    private URL home;

    @Test
    @DisplayName("T30 what a patient types runs nowhere, with our content policy")
    void runsNowhere() {
        everywhere(Browser.phone(), Browser.desk(), Browser.desk(), "Guarded");
    }

    @Test
    @DisplayName("T30 what a patient types runs nowhere, without our content policy")
    void runsNowhereEvenWithoutThePolicy() {
        everywhere(Browser.withoutPolicy(), Browser.withoutPolicy(), Browser.withoutPolicy(), "Bare");
    }

    private void everywhere(BrowserContext phone, BrowserContext doctors, BrowserContext desk, String family) {
        try (phone; doctors; desk) {
            String name = family + " <img src=x onerror=ran=1>";
            tellsInAnEmergency(phone.newPage());
            tells(phone.newPage(), name);
            Page list = signIn(doctors, home, "dr.osei", "doctor/worklist.xhtml?folder=all");
            assertThat(list.getByText(name).first()).isVisible();
            isInert(list, "worklist");
            list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
            assertThat(list.locator(".identity")).containsText(name);
            readsAll(list, "review");
            Page front = signIn(desk, home, "desk", "reception/alerts.xhtml");
            assertThat(front).hasTitle("Calls - Anteroom");
            isInert(front, "calls");
            front.navigate(home + "reception/find.xhtml?q=" + family);
            isInert(front, "find a patient");
        }
    }

    private void tellsInAnEmergency(Page page) {
        AnyLanguage patient = new AnyLanguage(page, home).open("patient/question.xhtml?begin=new&about=muscle-twitching").tick("CHEST_PAIN").press("next").isAt("emergency");
        patient.type("note", String.join("\n", THIRTY)).press("add");
        readsAll(page, "emergency");
    }

    private void tells(Page page, String name) {
        AnyLanguage patient = new AnyLanguage(page, home).open("patient/question.xhtml?begin=new&about=muscle-twitching").tick("NONE").goOn();
        patient.question("page.worry");
        page.locator("textarea").fill(String.join("\n", THIRTY));
        patient.goOn().isAt("check");
        readsAll(page, "check");
        patient.open("patient/needs.xhtml").type("words", "<script>ran=1</script> #{7*191} ${7*191} <img src=x onerror=ran=1>").press("next").isAt("check");
        readsAll(page, "check");
        patient.open("patient/contact.xhtml").type("family", name).press("send");
        isInert(page, "contact, refused");
        patient.sendIn(name, "");
        isInert(page, "sent");
        patient.open("patient/copy.xhtml");
        readsAll(page, "copy");
    }

    /** Every one of them is there, letter by letter. */
    private static void readsAll(Page page, String where) {
        isInert(page, where);
        Assertions.assertThat(page.locator("main").textContent()).as(where).contains(THIRTY);
    }

    private static void isInert(Page page, String where) {
        page.waitForLoadState();
        Assertions.assertThat((Boolean) page.evaluate(RAN)).as(where).isFalse();
    }
}
