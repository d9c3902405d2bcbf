package clinic.anteroom.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Practice;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.rules.Strength;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The colour of a scan, worked out from what the rules said. */
class ImagingFitTest {

    private Practice practice;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
    }

    @Test
    @DisplayName("D7 a scan that is only to be considered may fit, and names what is suggested more strongly")
    void onlyToBeConsidered() throws SQLException {
        CaseTriage triage = triage(practice.cases.weakArm("Fia", "Fitting"));
        ImagingFit fit = fit(triage, "MRI");
        assertThat(fit.level()).isEqualTo("OPEN");
        assertThat(fit.tone()).isEqualTo("soon");
        assertThat(fit.first()).contains("EMG", "NCS").doesNotContain("MRI");
    }

    @Test
    @DisplayName("D7 a scan that a pacemaker speaks against may be done better another way")
    void aSafetyAnswerSpeaksAgainst() throws SQLException {
        ImagingFit fit = fit(triage(practice.cases.pacemaker("Fia", "Fitting")), "MRI");
        assertThat(fit.level()).isEqualTo("NO");
        assertThat(fit.tone()).isEqualTo("urgent");
    }

    @Test
    @DisplayName("D7 a suggested scan with nothing open fits well; a test that is no scan has no colour")
    void suggestedAndSafe() throws SQLException {
        CaseTriage triage = triage(practice.cases.weakArm("Fia", "Fitting"));
        FlaggedTest mri = flag(triage, "MRI");
        FlaggedTest suggested = new FlaggedTest(mri.id(), mri.responseId(), "MRI", Strength.FLAG, mri.bodyPart(), mri.analytes(), mri.alsoConsider(), mri.urgency(),
                mri.status(), null, null, null, null, false, mri.reasons());
        assertThat(ImagingFit.of(suggested, triage.flags(), List.of())).isEqualTo(new ImagingFit("GOOD", List.of()));
        assertThat(fit(triage, "EMG")).isNull();
    }

    private CaseTriage triage(UUID form) {
        return practice.open(form).triage();
    }

    private static ImagingFit fit(CaseTriage triage, String test) {
        return ImagingFit.of(flag(triage, test), triage.flags(), triage.warnings());
    }

    private static FlaggedTest flag(CaseTriage triage, String test) {
        return triage.flags().stream().filter(one -> one.test().equals(test)).findFirst().orElseThrow();
    }
}
