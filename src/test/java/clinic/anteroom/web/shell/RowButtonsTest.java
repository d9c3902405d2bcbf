package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A button in a row says by its value which row it is of: a number of the row would mean a neighbour once somebody else has added one. */
class RowButtonsTest {

    /** Pages whose buttons are known by the place of their row, each with what keeps the place. */
    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("admin/accounts.xhtml", "the form says the order in which its rows were shown"),
            Map.entry("WEB-INF/doctor/team.xhtml", "questions are never taken away, and new ones come last"),
            Map.entry("WEB-INF/doctor/meanwhile.xhtml", "only who is asked takes a question away, and new ones come last"),
            Map.entry("WEB-INF/doctor/rules.xhtml", "a version of rules does not change"),
            Map.entry("reception/caller.xhtml", "the complaints are always the same"),
            Map.entry("reception/booking.xhtml", "the times are kept with the page"),
            Map.entry("reception/legs.xhtml", "the pairs are kept with the page"),
            Map.entry("reception/afterwards.xhtml", "the rows are kept with the page"),
            Map.entry("reception/flow.xhtml", "the steps are always the same"),
            Map.entry("reception/several.xhtml", "the ways of telling are always the same"),
            Map.entry("WEB-INF/parts/tell.xhtml", "the ways of telling are always the same"),
            Map.entry("reception/visit.xhtml", "a step belongs to the version of the visit that was shown"),
            Map.entry("WEB-INF/desk/visit.xhtml", "a step belongs to the version of the visit that was shown"),
            Map.entry("WEB-INF/doctor/results.xhtml", "each form says its order"));

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern TAG = Pattern.compile("<ui:repeat\\b|</ui:repeat>|<h:command(?:Button|Link)\\b");

    @Test
    @DisplayName("T2 no button of a row is known by its place, unless something keeps the place")
    void buttonsOfRowsSayTheirRow() throws IOException {
        TreeSet<String> byPlace = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path page : files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                int depth = 0;
                Matcher tag = TAG.matcher(Files.readString(page));
                while (tag.find()) {
                    if (tag.group().startsWith("<ui")) {
                        depth++;
                    } else if (tag.group().startsWith("</")) {
                        depth--;
                    } else if (depth > 0) {
                        byPlace.add(PAGES.relativize(page).toString().replace('\\', '/'));
                    }
                }
            }
        }
        assertThat(byPlace).containsExactlyInAnyOrderElementsOf(KEPT.keySet());
    }
}
