package clinic.anteroom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which parameters of an address pages read, found in the sources: all of them, and those of one page with what it includes and the beans it names. */
public final class ReadParameters {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Path CODE = Path.of("src", "main", "java", "clinic", "anteroom", "web");
    private static final Pattern READ = Pattern.compile("(?:get|getOrDefault|getParameter|getParameterValues|containsKey|asked|parameter)\\(\"([a-z][A-Za-z_-]*)\"|<f:viewParam name=\"([^\"#]+)\"|#\\{param\\.([a-z]+)|\\bparam\\.([a-z]+)\\b|\\bparam\\['([a-z]+)']");
    private static final Pattern PART = Pattern.compile("(?:src|template)=\"(/WEB-INF/[^\"#]+)\"|<(?:a|p):([a-z][A-Za-z-]*)\\b|\\b([a-z]\\w*Backing)\\b");

    private final Map<String, Path> classes = new TreeMap<>();

    private ReadParameters() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> classes.put(file.getFileName().toString().replace(".java", ""), file));
        }
    }

    public static ReadParameters ofAllPages() throws IOException {
        return new ReadParameters();
    }

    /** Every name that anything in web reads. */
    public Set<String> all() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path file : Stream.concat(classes.values().stream(), pages.filter(page -> page.toString().endsWith(".xhtml"))).toList()) {
                names.addAll(in(file));
            }
        }
        return names;
    }

    /** The names that one page reads itself, or what it includes, or a bean it names, or what such a bean names. */
    public Set<String> of(String page) throws IOException {
        Set<String> names = new TreeSet<>();
        Set<Path> seen = new TreeSet<>();
        Deque<Path> left = new ArrayDeque<>(Set.of(PAGES.resolve(page)));
        while (!left.isEmpty()) {
            Path file = left.pop();
            if (!Files.isRegularFile(file) || !seen.add(file)) {
                continue;
            }
            names.addAll(in(file));
            left.addAll(file.toString().endsWith(".java") ? named(file) : parts(file));
        }
        return names;
    }

    private static Set<String> in(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher found = READ.matcher(Files.readString(file));
        while (found.find()) {
            for (int i = 1; i <= found.groupCount(); i++) {
                if (found.group(i) != null) {
                    names.add(found.group(i));
                }
            }
        }
        return names;
    }

    private Set<Path> parts(Path page) throws IOException {
        Set<Path> parts = new TreeSet<>();
        Matcher found = PART.matcher(Files.readString(page));
        while (found.find()) {
            if (found.group(1) != null) {
                parts.add(PAGES.resolve(found.group(1).substring(1)));
            } else if (found.group(2) != null) {
                parts.add(PAGES.resolve("WEB-INF/tags/" + found.group(2) + ".xhtml"));
            } else {
                parts.add(classes.getOrDefault(Character.toUpperCase(found.group(3).charAt(0)) + found.group(3).substring(1), PAGES));
            }
        }
        return parts;
    }

    /** The classes of web that a class names. */
    private Set<Path> named(Path source) throws IOException {
        Set<Path> named = new TreeSet<>();
        Matcher words = Pattern.compile("\\b[A-Z]\\w+\\b").matcher(Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", ""));
        while (words.find()) {
            if (classes.containsKey(words.group())) {
                named.add(classes.get(words.group()));
            }
        }
        return named;
    }
}
