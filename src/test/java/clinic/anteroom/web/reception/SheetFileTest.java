package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetFileTest {

    @Test
    void cellsAreQuotedAndNoNameBecomesAFormula() {
        assertThat(SheetFileServlet.line(Arrays.asList("O\"Neil, Anna", null, "08:40"))).isEqualTo("\"O\"\"Neil, Anna\",\"\",\"08:40\"\r\n");
        for (String odd : List.of("=HYPERLINK(1)", "+1 416", "-2", "@me", "\tx")) {
            assertThat(SheetFileServlet.line(List.of(odd))).startsWith("\"'");
        }
    }
}
