package clinic.anteroom.web.doctor;

import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.rules.Strength;
import java.util.List;
import java.util.Set;

/**
 * How well a scan fits a case, and what is suggested more strongly. Worked out from what the rules said: their strength, and the safety answers.
 *
 * @param level {@code GOOD}, {@code OPEN} or {@code NO}
 * @param first tests of the case that the rules suggest more strongly, as codes
 */
public record ImagingFit(String level, List<String> first) {

    private static final Set<String> SCANS = Set.of("CT", "MRI");

    /** Null for a test that is no scan. */
    static ImagingFit of(FlaggedTest flag, List<FlaggedTest> all, List<CaseWarning> warnings) {
        if (!SCANS.contains(flag.test())) {
            return null;
        }
        List<CaseWarning> about = warnings.stream().filter(warning -> warning.tests().contains(flag.test())).toList();
        boolean against = about.stream().anyMatch(warning -> warning.reason().certain());
        boolean considered = flag.strength() == Strength.CONSIDER;
        boolean met = flag.reasons().stream().anyMatch(FlagReason::certain);
        List<String> stronger = all.stream().filter(other -> considered && other.strength() != Strength.CONSIDER && !SCANS.contains(other.test()))
                .map(FlaggedTest::test).distinct().toList();
        return new ImagingFit(against ? "NO" : considered || !met || !about.isEmpty() ? "OPEN" : "GOOD", stronger);
    }

    /** Its colour, as a tone of badges. */
    public String tone() {
        return level.equals("NO") ? "urgent" : level.equals("OPEN") ? "soon" : "done";
    }
}
