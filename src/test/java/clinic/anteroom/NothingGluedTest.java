package clinic.anteroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads the sources: what a statement, an expression or a log line is made of. */
class NothingGluedTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern STATEMENT = Pattern.compile("\\b(createQuery|createNativeQuery|prepareStatement|executeQuery|executeUpdate|execute|addBatch)\\(");
    private static final Pattern LOG_LINE = Pattern.compile("\\bLOG\\.(log|info|warning|severe|fine)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]\\w*");

    /** Parts of statements that are not spelled out where they are run: each is put together from constants of its own file, from nothing that was typed. */
    private static final Map<String, Set<String>> MADE_OF_CONSTANTS = Map.ofEntries(
            Map.entry("Papers", Set.of("table", "key", "column", "when")),
            Map.entry("DayLists", Set.of("statement")),
            Map.entry("StaffAddresses", Set.of("question")),
            Map.entry("Openings", Set.of("table")),
            Map.entry("Stays", Set.of("sql")),
            Map.entry("VisitKindService", Set.of("rows")),
            Map.entry("Evaluations", Set.of("where")),
            Map.entry("CatalogueRows", Set.of("query")),
            Map.entry("HourRows", Set.of("query")),
            Map.entry("Reports", Set.of("query")),
            Map.entry("Cases", Set.of("sql", "folder", "query", "done", "here", "one", "reversed", "asked", "order", "upwards")),
            Map.entry("ServiceRequests", Set.of("conditions", "query")), // Names of fields out of a list of the file.
            Map.entry("VisitLinks", Set.of("query")),
            Map.entry("Codes", Set.of("right")), // Which of two statements.
            Map.entry("Directory", Set.of("sql")),
            Map.entry("AuditSeals", Set.of("order")),
            Map.entry("LesserRole", Set.of("right")), // Rights for a role of the settings, its name quoted by the driver.
            Map.entry("Jdbc", Set.of("text")));

    @Test
    @DisplayName("T32 statements are spelled out or made of constants; what was typed comes in as a parameter")
    void statementsAreSpelledOut() throws IOException {
        List<String> glued = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            if (file.toString().contains("/launch/")) {
                continue; // Commands of whoever holds the database anyway; not in the WAR.
            }
            String source = withoutComments(Files.readString(file));
            Matcher call = STATEMENT.matcher(source);
            while (call.find()) {
                seen++;
                Set<String> names = names(firstArgument(source, call.end()));
                names.removeAll(MADE_OF_CONSTANTS.getOrDefault(file.getFileName().toString().replace(".java", ""), Set.of()));
                names.forEach(name -> glued.add(file.getFileName() + ": " + name));
            }
        }
        assertThat(glued).isEmpty();
        assertThat(seen).isGreaterThan(200);
    }

    @Test
    @DisplayName("T32 log lines hold no text that was put together, expressions are never made of text, constraint templates neither")
    void logLinesAndExpressions() throws IOException {
        List<String> glued = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = withoutComments(Files.readString(file));
            Matcher call = LOG_LINE.matcher(source);
            while (call.find()) {
                seen++;
                String line = LITERAL.matcher(arguments(source, call.end())).replaceAll("\"\"");
                if (line.contains("\" +") && !Set.of("DowntimePack.java", "RefusalHandler.java").contains(file.getFileName().toString())) {
                    glued.add(file.getFileName() + ": " + line); // The two name a folder of the settings and a page of ours.
                }
            }
            for (String maker : List.of("createValueExpression(", "createMethodExpression(", "buildConstraintViolationWithTemplate(", "evaluateExpressionGet(", "new ELProcessor")) {
                if (source.contains(maker)) {
                    glued.add(file.getFileName() + ": " + maker);
                }
            }
        }
        assertThat(glued).isEmpty();
        assertThat(seen).isGreaterThan(8);
    }

    @Test
    @DisplayName("T32 lists are sorted by names of the house: no page and no bean hands a sort key or a filter of the address to a statement")
    void sortKeysAreEnums() throws IOException {
        List<String> typed = new ArrayList<>();
        for (Path file : sources()) {
            String source = withoutComments(Files.readString(file));
            if (Pattern.compile("order by\\s*\"\\s*\\+\\s*(?!(?:[a-z]+\\.)?[A-Z_]+\\b)(?!order\\b|folder\\.|query\\.)\\w+").matcher(source).find() || source.contains("SortMeta") || source.contains("FilterMeta")) {
                typed.add(file.getFileName().toString());
            }
        }
        assertThat(typed).isEmpty();
    }

    @Test
    @DisplayName("T33 one table leaves the house as a file of cells, the day sheet, and it guards against formulas (SheetFileTest): whoever adds another brings its guard, too")
    void noTableIsExported() throws IOException {
        List<String> exports = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|xhtml|js|xml)")).toList()) {
                if (Pattern.compile("text/csv|\\.csv\\b|dataExporter|spreadsheetml|ms-excel|tab-separated", Pattern.CASE_INSENSITIVE).matcher(Files.readString(file)).find()) {
                    exports.add(file.toString());
                }
            }
        }
        assertThat(exports).extracting(name -> name.substring(name.lastIndexOf('/') + 1)).containsExactlyInAnyOrder("SheetFileServlet.java", "print.xhtml");
    }

    private static Set<String> names(String expression) {
        Matcher name = NAME.matcher(LITERAL.matcher(expression).replaceAll(" "));
        Set<String> names = new TreeSet<>();
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static String firstArgument(String source, int from) {
        return cut(source, from, true);
    }

    private static String arguments(String source, int from) {
        return cut(source, from, false);
    }

    private static String cut(String source, int from, boolean atComma) {
        int depth = 0;
        for (int at = from; at < source.length(); at++) {
            Matcher literal = LITERAL.matcher(source).region(at, source.length());
            if (source.charAt(at) == '"' && literal.lookingAt()) {
                at = literal.end() - 1;
                continue;
            }
            char c = source.charAt(at);
            if (depth == 0 && (c == ')' || c == ',' && atComma)) {
                return source.substring(from, at);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return source.substring(from);
    }

    private static String withoutComments(String source) {
        return source.lines().filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/**") && !line.strip().startsWith("//")).collect(Collectors.joining("\n"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
