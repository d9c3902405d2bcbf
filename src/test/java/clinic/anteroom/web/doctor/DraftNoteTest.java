package clinic.anteroom.web.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.care.OpenCase;
import clinic.anteroom.testing.Practice;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The note made from the history: everything that was told, and nothing that was not. */
class DraftNoteTest {

    private Practice practice;

    @BeforeEach
    void begin() throws SQLException {
        practice = Practice.opened();
    }

    @Test
    void itHoldsWhoWhatThePatientsWordsWhatWasDeniedAndWhatWasLeftOut() throws SQLException {
        UUID form = practice.cases.weakArm("Nell", "Noted");
        String note = DraftNote.of(practice.open(form), 58);
        assertThat(note).startsWith("58, male. Muscle twitching.").contains("Since summer I drop cups. I am worried about my work as a joiner.");
        OpenCase open = practice.open(form);
        open.answers().questionnaire().questions().stream().filter(question -> open.answers().asks(question.linkId()))
                .filter(question -> open.answers().to(question.linkId()).isPresent()).forEach(question -> {
                    String told = open.answers().wordsOf(question.linkId()).orElseThrow();
                    if (!told.equalsIgnoreCase("no") && !told.toLowerCase().startsWith("none")) {
                        assertThat(note).as(question.linkId()).contains(told);
                    }
                });
        assertThat(note).contains("more.").as("what was left out is not told as a no").containsPattern("(?i)not answered|left out");
    }

    @Test
    void whatWasOrderedAndWhatMustBeMindedStandInIt() throws SQLException {
        UUID form = practice.cases.pacemaker("Vic", "Noted");
        assertThat(DraftNote.of(practice.open(form), 58)).contains("Pacemaker").doesNotContain("Weak arm");
        practice.confirm(form, "EMG");
        assertThat(DraftNote.of(practice.open(form), 58)).contains("(Weak arm)");
    }

    @Test
    void aFormOfNobodyKnownHasANote() throws SQLException {
        assertThat(DraftNote.of(practice.open(practice.cases.stopped()), null)).startsWith("Muscle twitching.");
    }
}
