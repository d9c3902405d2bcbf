package clinic.anteroom.fhir;

import clinic.anteroom.scheduling.TimetableSlot;
import clinic.anteroom.scheduling.finder.VisitType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;

/** The body of the answer to a search for slots, compressed as it leaves the door. */
public final class SlotAnswer {

    private SlotAnswer() {
    }

    /** The body with these slots. */
    public static byte[] of(List<TimetableSlot> slots, List<VisitType> offered) throws IOException {
        Map<String, VisitType> byCode = offered.stream().collect(Collectors.toMap(VisitType::code, Function.identity()));
        SlotPage page = new SlotPage(slots, byCode, "http://127.0.0.1:8080/fhir/Slot/");
        page.setType(Bundle.BundleType.SEARCHSET).setTotal(slots.size());
        return of(page);
    }

    static byte[] of(SlotPage page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = SlotWriter.compressed(packed)) {
            SlotWriter.write(page, out);
        }
        return packed.toByteArray();
    }
}
