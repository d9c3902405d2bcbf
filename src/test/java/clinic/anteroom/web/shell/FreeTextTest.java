package clinic.anteroom.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.FreeText;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every field for words, and every column that keeps some, is in the list that is played with what a browser would run. */
class FreeTextTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern INPUT = Pattern.compile("<(?:h:inputText|h:inputTextarea|h:inputFile|input|textarea|p:\\w*[iI]nput\\w*|p:autoComplete)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");
    private static final Set<String> NO_WORDS = Set.of("hidden", "submit", "button", "date", "time", "number", "checkbox", "radio");

    @Test
    @DisplayName("T30 every field of the pages that takes words is played, or the list says why nothing typed there is kept")
    void everyFieldIsPlayed() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                Matcher input = INPUT.matcher(Files.readString(page));
                while (input.find()) {
                    String attributes = input.group(1);
                    String type = attribute(attributes, "pt:type") + attribute(attributes, "type");
                    if (!NO_WORDS.contains(type) && !attributes.contains("readonly=\"readonly\"") && !attribute(attributes, "pt:inputmode").matches("numeric|decimal|#\\{.*")) {
                        String id = attribute(attributes, "id");
                        String name = attribute(attributes, "name");
                        fields.add(PAGES.relativize(page).toString().replace('\\', '/') + "#" + (id.isEmpty() ? name.isEmpty() ? "search" : name : id));
                    }
                }
            }
        }
        assertThat(fields).hasSizeGreaterThan(80);
        assertThat(FreeText.fields().keySet()).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(FreeText.fields().values()).allMatch(kept -> kept.matches("asked|refused|document|[a-z_]+\\.[a-z_]+"));
    }

    @Test
    @DisplayName("T30 every column of the database that keeps words is played, or the list says what else it holds")
    void everyColumnIsPlayed() throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(TestDatabase.dataSource().getConnection())) {
            List<String> bounded = database.list("select distinct c.conrelid::regclass || '.' || a.attname from pg_constraint c "
                    + "join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) join pg_type t on t.oid = a.atttypid "
                    + "where c.contype = 'c' and t.typname = 'text' and pg_get_constraintdef(c.oid) ~ ('length\\(' || a.attname || '\\) <= (\\d{3,}|[4-9]\\d)') order by 1");
            assertThat(bounded).as("columns with room for forty letters or more").hasSizeGreaterThan(50);
            Set<String> listed = new TreeSet<>(FreeText.columns());
            listed.addAll(FreeText.columnsWithoutWords());
            assertThat(listed).containsAll(bounded);
            for (String column : FreeText.columns()) {
                assertThat(database.list("select data_type from information_schema.columns where table_schema = 'public' and table_name || '.' || column_name = ?", column))
                        .as(column).containsExactly("text");
            }
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = ATTRIBUTE.matcher(attributes);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return found.group(2);
            }
        }
        return "";
    }
}
