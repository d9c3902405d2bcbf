package clinic.anteroom.web.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetFileTest {

    @Test
    @DisplayName("T33 what a spreadsheet would take for a formula is text in the day sheet's file, with blanks before it, too")
    void cellsAreQuotedAndNoNameBecomesAFormula() {
        assertThat(SheetFileServlet.line(Arrays.asList("O\"Neil, Anna", null, "08:40"))).isEqualTo("\"O\"\"Neil, Anna\",\"\",\"08:40\"\r\n");
        for (String odd : List.of("=HYPERLINK(1)", "+1 416", "-2", "@me", "\tx", "  =1+1", "\r=1", "\uff1d1")) {
            assertThat(SheetFileServlet.line(List.of(odd))).startsWith("\"'");
        }
    }
}
