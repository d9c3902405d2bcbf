package clinic.anteroom.web.patient;

import static clinic.anteroom.web.patient.PatientSteps.signIn;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import clinic.anteroom.testing.Browser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo on its way from the phone to the doctor, and to nobody else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PhotosIT {

    @ArquillianResource
    private URL home;

    @Test
    @DisplayName("T34 a photo goes to the doctor as a download, and to nobody else")
    void photoGoesToTheDoctorAndToNobodyElse() throws IOException {
        try (BrowserContext phone = Browser.window(320, 640, ColorScheme.LIGHT)) {
            Page page = phone.newPage();
            PatientSteps patient = new PatientSteps(page, home).begin().tick("None of these").goOn().fill("How old are you (the patient)?", "34").goOn();
            patient.visit("patient/check.xhtml").follow("Add a photo or short video").assertTitle("Photos and video").assertAccessible("photos");
            patient.press("Add it").assertTitle("Error: Photos and video");
            choose(page, "photo.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            patient.press("Add it").assertTitle("Error: Photos and video").assertAccessible("photos-error");
            assertThat(page.locator(".error-summary")).containsText("This file cannot be read as a photo or video.");
            tellsWhatIsTooLarge(page, patient);
            choose(page, "<b>.png", photo());
            patient.press("Add it").assertTitle("Photos and video");
            assertThat(page.getByText("Photo 1").first()).isVisible();
            choose(page, "two.png", photo());
            patient.press("Add it");
            assertThat(page.getByText("Photo 2").first()).isVisible();
            patient.assertAccessible("photos-added").press("Take away: Photo 2");
            assertThat(page.getByText("Photo 2")).hasCount(0);
            patient.follow("Done").assertTitle("Check your answers");
            assertThat(page.getByText("Added: 1")).isVisible();
            patient.sendIn("Photographer", "416 555 0122", "").visit("patient/photos.xhtml").assertTitle("We have your answers");
        }
        String address = doctorSeesThePhoto();
        try (BrowserContext desk = Browser.desk()) {
            Page page = signIn(desk, home, "desk", "reception/orders.xhtml");
            assertThat(page).hasTitle("Orders - Anteroom");
            Assertions.assertThat(page.request().get(address).status()).isEqualTo(404);
        }
    }

    /** At once by script; without script by the page; and what the server does not even take in is told by the page, too. */
    private static void tellsWhatIsTooLarge(Page page, PatientSteps patient) {
        chooseOf(page, 11);
        assertThat(page.locator("#file-error")).containsText("larger than 10 MB");
        for (int megabytes : new int[] {11, 30}) {
            page.locator("input[type=file]").evaluate("input => input.removeAttribute('data-largest')");
            chooseOf(page, megabytes);
            patient.press("Add it").assertTitle("Error: Photos and video");
            assertThat(page.locator("#file-error")).containsText("larger than 10 MB");
            assertThat(page.locator(".error-summary")).containsText("larger than 10 MB");
        }
    }

    private String doctorSeesThePhoto() {
        try (BrowserContext doctors = Browser.desk()) {
            Page page = signIn(doctors, home, "dr.osei", "doctor/worklist.xhtml?folder=all");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Robin Photographer")).first().click();
            String address = home + page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("photo-1.jpg")).getAttribute("href").substring(1);
            APIResponse photo = page.request().get(address);
            Assertions.assertThat(photo.status()).isEqualTo(200);
            Assertions.assertThat(photo.headers()).containsEntry("content-type", "image/jpeg").containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("content-disposition", "attachment; filename*=UTF-8''photo-1.jpg").containsEntry("cache-control", "no-store");
            Assertions.assertThat(photo.body()).startsWith(0xFF, 0xD8, 0xFF);
            Assertions.assertThat(page.request().get(home + "doctor/attachment?id=00000000-0000-7000-8000-000000000000").status()).isEqualTo(404);
            return address;
        }
    }

    private static void choose(Page page, String name, byte[] content) {
        page.getByLabel("Choose a photo or video").setInputFiles(new FilePayload(name, "image/jpeg", content));
    }

    /** Made in the browser: so much would take half a minute on its way there. */
    private static void chooseOf(Page page, int megabytes) {
        page.getByLabel("Choose a photo or video").evaluate("""
                (input, megabytes) => {
                    const chosen = new DataTransfer();
                    chosen.items.add(new File([new Uint8Array(megabytes * 1024 * 1024)], 'huge.jpg', {type: 'image/jpeg'}));
                    input.files = chosen.files;
                    input.dispatchEvent(new Event('change', {bubbles: true}));
                }""", megabytes);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
