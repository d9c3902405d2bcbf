package clinic.anteroom.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @ParameterizedTest
    @CsvSource({
        "2026,                      2026-01-01T05:00:00Z, 2027-01-01T05:00:00Z",
        "2026-11,                   2026-11-01T04:00:00Z, 2026-12-01T05:00:00Z",
        "2026-11-01,                2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
        "2026-03-08,                2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
        "2026-11-30T09:00,          2026-11-30T14:00:00Z, 2026-11-30T14:01:00Z",
        "2026-11-30T09:00:00,       2026-11-30T14:00:00Z, 2026-11-30T14:00:01Z",
        "2026-11-30T09:00:00-05:00, 2026-11-30T14:00:00Z, 2026-11-30T14:00:01Z",
        "2026-11-30T09:00:00 01:00, 2026-11-30T08:00:00Z, 2026-11-30T08:00:01Z",
        "2026-11-30T14:00:00.5Z,    2026-11-30T14:00:00.500Z, 2026-11-30T14:00:00.501Z"})
    void aPartialDateCoversItsWholeTimeInTheClinicsZone(String value, Instant first, Instant after) {
        assertThat(Moments.first(value, TORONTO)).isEqualTo(first);
        assertThat(Moments.after(value, TORONTO)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"soon", "2026-13", "2026-11-31", "2026-11-30T25:00", "''"})
    void whatIsNoDateIsRefusedInWords(String value) {
        assertThatThrownBy(() -> Moments.first(value, TORONTO)).isInstanceOf(InvalidRequestException.class).hasMessageContaining("is no date");
    }

    @Test
    void fullHoursKeepTheirSeconds() {
        assertThat(Moments.instant(Instant.parse("2026-11-30T14:00:00Z")).getValueAsString()).isEqualTo("2026-11-30T14:00:00Z");
    }
}
