package clinic.anteroom.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where words can be typed and where they are kept ({@code free-text.txt}), and thirty that a browser, a template, a sheet or a script would run. */
public final class FreeText {

    /** Each would set {@code window.ran}, leave an element of its own, or be reckoned out. */
    public static final List<String> THIRTY = List.of("<script>window.ran=1</script>", "<img src=x onerror=ran=1>", "<svg onload=ran=1>",
            "\"><script>ran=1</script>", "'><img src=x onerror=ran=1>", "</textarea><script>ran=1</script>", "</title><script>ran=1</script>",
            "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:ran=1>a</a>", "<body onload=ran=1>", "<details open ontoggle=ran=1>",
            "<input autofocus onfocus=ran=1>", "<video><source onerror=ran=1>", "<math><mi xlink:href=javascript:ran=1>", "<base href=//x.example>",
            "<meta http-equiv=refresh content=0>", "<form action=//x.example><button>", "<style>*{display:none}</style>", "<link rel=stylesheet href=//x.example>",
            "<object data=javascript:ran=1>", "<!--><script>ran=1</script>", "<![CDATA[<script>ran=1</script>]]>", "&lt;script&gt;ran=1&lt;/script&gt;",
            "&#60;script&#62;ran=1&#60;/script&#62;", "#{7*191}", "${7*191}", "{{7*191}}", "%3Cscript%3Eran=1%3C/script%3E", "=7*191", "\u202e<b onclick=ran=1>b</b>");

    /** What is wrong with a page in which one of them came alive; an empty list if nothing is. */
    public static final String ALIVE = """
            () => {
                const wrong = [];
                if (window.ran !== undefined) { wrong.push('ran'); }
                if (/\\b1337\\b/.test(document.documentElement.textContent)) { wrong.push('reckoned'); }
                if (new URL(document.baseURI).host === 'x.example') { wrong.push('base'); }
                for (const one of document.querySelectorAll('*')) {
                    for (const a of one.attributes) {
                        if (/^on/i.test(a.name) && a.value.includes('ran=1') || a.name === 'srcdoc'
                            || /^(href|src|action|data|xlink:href|formaction)$/i.test(a.name) && /^\\s*javascript:|^(https?:)?\\/\\/x\\.example/i.test(a.value)) { wrong.push(one.tagName + ' ' + a.name + '=' + a.value); }
                    }
                    if (/^(SCRIPT|STYLE)$/i.test(one.tagName) && /^(window\\.|parent\\.)?ran=1|^\\*\\{display/.test(one.textContent)) { wrong.push(one.tagName); }
                    if (one.tagName === 'META' && one.httpEquiv === 'refresh') { wrong.push('refresh'); }
                }
                return wrong;
            }""";

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();
    private static final Set<String> WORDS_WITHOUT_FIELD = new TreeSet<>();
    private static final Map<String, String> NO_WORDS = new LinkedHashMap<>();

    static {
        lines().forEach(line -> {
            if (line.contains(" = ")) {
                FIELDS.put(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3));
            } else if (line.contains(": ")) {
                NO_WORDS.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
            } else {
                WORDS_WITHOUT_FIELD.add(line);
            }
        });
    }

    private FreeText() {
    }

    /** Page and id of every field, and where its words are kept. */
    public static Map<String, String> fields() {
        return Map.copyOf(FIELDS);
    }

    /** Every {@code table.column} that keeps words somebody typed, sorted. */
    public static List<String> columns() {
        return Stream.concat(FIELDS.values().stream().filter(kept -> kept.contains(".")), WORDS_WITHOUT_FIELD.stream()).distinct().sorted().toList();
    }

    /** Columns with a length that hold no such words, and what they hold. */
    public static Set<String> columnsWithoutWords() {
        return Set.copyOf(NO_WORDS.keySet());
    }

    /** How a column's words begin, so that one sees on a page where they come from. */
    public static String mark(String column) {
        return String.format("q%02dz", columns().indexOf(column));
    }

    /** The marks of columns that stand in a text. */
    public static Set<String> shownIn(String text) {
        return columns().stream().filter(column -> text.contains(mark(column))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Deals the thirty out to the rows of one column, as many to each row as have room, going on where the row before ended. */
    public static final class Dealt {
        private final String column;
        private final int room;
        private final Set<String> given = new TreeSet<>();
        private int next;

        public Dealt(String column, int room) {
            this.column = column;
            this.room = room;
        }

        /** What the next row holds. */
        public String words() {
            List<String> row = new ArrayList<>(List.of(mark(column)));
            int used = row.get(0).length();
            for (int tried = 0; tried < THIRTY.size(); tried++) {
                String one = THIRTY.get(next % THIRTY.size());
                if (used + 1 + one.length() > room) {
                    if (row.size() > 1) {
                        break;
                    }
                    next++;
                    continue;
                }
                row.add(one);
                given.add(one);
                used += 1 + one.length();
                next++;
            }
            return String.join(" ", row);
        }

        /** How many of the thirty some row holds. */
        public int given() {
            return given.size();
        }
    }

    private static List<String> lines() {
        try (InputStream file = FreeText.class.getResourceAsStream("/clinic/anteroom/free-text.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
