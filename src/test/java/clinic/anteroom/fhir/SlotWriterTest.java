package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.scheduling.TimetableSlot;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Schedule;
import org.junit.jupiter.api.Test;

class SlotWriterTest {

    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-7000-8000-000000000101");
    private static final Instant NINE = Instant.parse("2026-11-30T14:00:00Z");
    private static final Map<String, VisitType> OFFERED = Map.of("NEUROLOGY_FIRST", visit("Neurology, \"first\" <visit>\n& café \\ \u2028"));

    private static VisitType visit(String name) {
        return new VisitType("NEUROLOGY_FIRST", name, 20, Set.of(), List.of(new VisitType.Phase(1, "Talk", Duration.ofMinutes(40), List.of())));
    }

    private static SlotPage page(TimetableSlot... rows) {
        SlotPage page = new SlotPage(List.of(rows), OFFERED, "http://127.0.0.1:8080/fhir/Slot/");
        page.setType(Bundle.BundleType.SEARCHSET).setTotal(rows.length + 7);
        page.addLink().setRelation("self").setUrl("http://127.0.0.1:8080/fhir/Slot?service-type=A%7CB&_count=2");
        page.addLink().setRelation("next").setUrl("http://127.0.0.1:8080/fhir/Slot?_offset=2");
        return page;
    }

    private static TimetableSlot row(String visitType, boolean free) {
        return new TimetableSlot(SOMEBODY, visitType, TimeRange.startingAt(NINE, Duration.ofMinutes(40)), free);
    }

    private static String written(SlotPage page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SlotWriter.write(page, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String byHapi(SlotPage page) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(page.asResources());
    }

    @Test
    void slotsAreWrittenAsHapiWritesThem() throws IOException {
        SlotPage page = page(row("NEUROLOGY_FIRST", true), row(null, true), row(null, false));
        assertThat(written(page)).isEqualTo(byHapi(page));
    }

    @Test
    void whatIsIncludedAndSaidFollowsTheSlots() throws IOException {
        SlotPage page = page(row("NEUROLOGY_FIRST", true));
        Schedule schedule = new Schedule();
        schedule.setId(SOMEBODY.toString());
        page.addEntry().setFullUrl("http://127.0.0.1:8080/fhir/Schedule/" + SOMEBODY).setResource(schedule).getSearch().setMode(Bundle.SearchEntryMode.INCLUDE);
        page.addEntry().setFullUrl("urn:uuid:" + SOMEBODY).setResource(Outcomes.warning(IssueType.TOOCOSTLY, "At most 31 days.")).getSearch().setMode(Bundle.SearchEntryMode.OUTCOME);
        assertThat(written(page)).isEqualTo(byHapi(page)).contains("\"include\"", "\"outcome\"");
    }

    @Test
    void whatHapiGaveThePageIsWrittenToo() throws IOException {
        SlotPage page = page(row("NEUROLOGY_FIRST", true));
        page.setId("4b1d1a9e-4f8e-4f7e-9d0a-000000000001");
        page.getMeta().setLastUpdatedElement(Moments.instant(NINE));
        assertThat(written(page)).isEqualTo(byHapi(page)).contains("lastUpdated");
    }

    @Test
    void anEmptyPageHasNoEntries() throws IOException {
        assertThat(written(page())).isEqualTo(byHapi(page())).doesNotContain("entry");
    }

    @Test
    void compressedIsTheSame() throws IOException {
        SlotPage page = page(row("NEUROLOGY_FIRST", true));
        byte[] packed = SlotAnswer.of(page);
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(written(page));
    }
}
