package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The same rules as a programmer would write them down: one method a rule, yes or no, no trace, straight from the map of
 * answers. Written and compiled while the benchmark runs; the yardstick, and an opinion of its own on complete forms, where
 * everything that is asked is answered.
 */
final class PlainJava {

    private final RuleSet ruleSet;
    private final Map<String, String> definitions = new TreeMap<>();
    private final StringBuilder methods = new StringBuilder();

    private PlainJava(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** Compiles a rule set; the function returns the ids of the rules that are met. */
    @SuppressWarnings("unchecked")
    static Function<Map<String, Answer>, List<String>> of(RuleSet ruleSet) throws Exception {
        Class<?> compiled = compile("Plain", new PlainJava(ruleSet).source());
        BiPredicate<String, String> words = (list, text) -> ruleSet.words().get(list).in(text);
        return (Function<Map<String, Answer>, List<String>>) compiled.getDeclaredConstructor(BiPredicate.class, java.time.LocalDate.class)
                .newInstance(words, SomeAnswers.TODAY);
    }

    private String source() {
        StringBuilder body = new StringBuilder();
        for (Level level : List.of(Level.E, Level.U, Level.S, Level.R, Level.C, Level.M, Level.X)) {
            for (Rule rule : ruleSet.rules(level)) {
                judge(rule, body);
                if (level != Level.X) {
                    body.append("    if (").append(field(rule)).append(") { ").append(flags(rule)).append(" }\n");
                }
            }
        }
        ruleSet.rules(Level.X).forEach(rule -> body.append("    if (").append(field(rule)).append(" && flagged.containsAll(List.of(")
                .append(quoted(rule.onTests())).append("))) { ").append(flags(rule)).append(" }\n"));
        ruleSet.rules(Level.X).forEach(rule -> rule.raise().suppressed().forEach(test ->
                body.append("    if (").append(field(rule)).append(") { suppress(\"").append(test).append("\"); }\n")));
        for (Rule rule : ruleSet.rules(Level.W)) {
            String flagged = rule.onTests().isEmpty() ? "true" : rule.onTests().stream().map(test -> "flagged.contains(\"" + test + "\")")
                    .collect(Collectors.joining(" || "));
            body.append("    if (").append(flagged).append(") {\n");
            judge(rule, body);
            body.append("    }\n");
        }
        for (Level level : Level.values()) {
            methods.append("  private boolean level").append(level).append(";\n");
            body.insert(0, "    level" + level + " = false;\n");
        }
        return """
                import clinic.anteroom.intake.Answer;
                import java.util.*;
                import java.util.function.*;
                public class Plain implements Function<Map<String, Answer>, List<String>> {
                  private final BiPredicate<String, String> words;
                  private final java.time.LocalDate today;
                  private final Set<String> flagged = new HashSet<>();
                  private Map<String, Answer> m;
                  public Plain(BiPredicate<String, String> words, java.time.LocalDate today) { this.words = words; this.today = today; }
                  public List<String> apply(Map<String, Answer> answers) {
                    m = answers; List<String> met = new ArrayList<>(); flagged.clear();
                %s    return met;
                  }
                  private void suppress(String test) {
                    flagged.removeIf(one -> one.equals(test) || one.startsWith(test + "/"));
                  }
                  private boolean any(String q, String... codes) {
                    if (m.get(q) instanceof Answer.Choice c) { for (String code : codes) { if (c.codes().contains(code)) { return true; } } }
                    return false;
                  }
                  private boolean allOf(String q, String... codes) {
                    return m.get(q) instanceof Answer.Choice c && c.codes().containsAll(List.of(codes));
                  }
                  private boolean only(String q, String... codes) {
                    return m.get(q) instanceof Answer.Choice c && List.of(codes).containsAll(c.codes());
                  }
                  private boolean none(String q, String... codes) {
                    return !any(q, codes);
                  }
                  private boolean said(String q, boolean yes) { return m.get(q) instanceof Answer.YesNo a && a.yes() == yes; }
                  private double number(String q) {
                    if (q.equals("AGE")) { q = "TW-Q02"; }
                    if (q.equals("BMI")) {
                      double h = number("TW-Q40.HEIGHT_CM") / 100;
                      return Math.round(number("TW-Q40.WEIGHT_KG") / (h * h) * 10) / 10.0;
                    }
                    if (q.equals("DURATION_DAYS") && m.get("TW-Q08.DATE") instanceof Answer.Day d) {
                      return java.time.temporal.ChronoUnit.DAYS.between(d.date(), today);
                    }
                    if (q.equals("DURATION_DAYS") && m.get("TW-Q08") instanceof Answer.Choice c) {
                      return switch (c.codes().get(0)) {
                        case "LT_24H" -> 0; case "D1_3" -> 2; case "D4_14" -> 7; case "D15_28" -> 21; case "W4_12" -> 56;
                        case "M3_12" -> 180; case "GT_12M" -> 400; default -> Double.NaN;
                      };
                    }
                    return m.get(q) instanceof Answer.Amount a ? a.value().doubleValue() : Double.NaN;
                  }
                  private boolean mentions(String list) {
                    for (Answer a : m.values()) { if (a instanceof Answer.Words w && words.test(list, w.text())) { return true; } }
                    return false;
                  }
                %s}
                """.formatted(body, methods);
    }

    private void judge(Rule rule, StringBuilder body) {
        String when = of(rule.when());
        methods.append("  private boolean ").append(name(rule.id())).append("() { return ").append(when).append("; }\n");
        methods.append("  private boolean ").append(field(rule)).append(";\n");
        body.append("    ").append(field(rule)).append(" = ").append(name(rule.id())).append("(); if (").append(field(rule))
                .append(") { level").append(rule.level()).append(" = true; met.add(\"").append(rule.id()).append("\"); }\n");
    }

    private String flags(Rule rule) {
        return rule.raise().proposals().stream().map(proposal -> {
            String added = "flagged.add(\"" + proposal.test() + "\"); " + proposal.analytes().stream()
                    .map(analyte -> "flagged.add(\"" + proposal.test() + "/" + analyte + "\"); ").collect(Collectors.joining());
            return proposal.onlyIf() == null ? added : "if (" + of(proposal.onlyIf()) + ") { " + added + "} ";
        }).collect(Collectors.joining());
    }

    private static String field(Rule rule) {
        return name("is " + rule.id());
    }

    private static String quoted(java.util.Collection<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }

    private String of(Expression expression) {
        if (expression instanceof Condition condition) {
            return of(condition);
        }
        if (expression instanceof Expression.Not not) {
            return "!(" + of(not.body()) + ")";
        }
        if (expression instanceof Expression.Reference reference) {
            if (!definitions.containsKey(reference.name())) {
                definitions.put(reference.name(), "");
                String body = of(reference.body());
                methods.append("  private boolean def").append(name(reference.name())).append("() { return ").append(body).append("; }\n");
            }
            return "def" + name(reference.name()) + "()";
        }
        if (expression instanceof Expression.Fired fired) {
            return fired.rules().stream().map(id -> name("is " + id)).collect(Collectors.joining(" || ", "(", ")"));
        }
        if (expression instanceof Expression.FiredLevel fired) {
            return fired.levels().stream().map(level -> "level" + level).collect(Collectors.joining(" || ", "(", ")"));
        }
        List<String> parts = expression.children().stream().map(this::of).toList();
        if (expression instanceof Expression.AtLeast atLeast) {
            return parts.stream().map(part -> "(" + part + " ? 1 : 0)").collect(Collectors.joining(" + ", "(", ")")) + " >= " + atLeast.n();
        }
        return parts.stream().collect(Collectors.joining(expression instanceof Expression.All ? " && " : " || ", "(", ")"));
    }

    private static String of(Condition condition) {
        String q = "\"" + condition.input() + "\"";
        if (condition.constant() instanceof Constant.Codes codes) {
            String list = codes.codes().stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
            String method = switch (condition.operator()) {
                case HAS_ALL -> "allOf";
                case HAS_NONE -> "none";
                case ONLY -> "only";
                default -> "any";
            };
            return method + "(" + q + ", " + list + ")";
        }
        return switch (condition.operator()) {
            case IS -> condition.input().startsWith("MENTIONS") ? "mentions(" + q + ")" : "said(" + q + ", " + condition.constant() + ")";
            case ANSWERED -> "true";
            case LT -> "number(" + q + ") < " + ((Constant.Limit) condition.constant()).value();
            case LE -> "number(" + q + ") <= " + ((Constant.Limit) condition.constant()).value();
            case GT -> "number(" + q + ") > " + ((Constant.Limit) condition.constant()).value();
            case GE -> "number(" + q + ") >= " + ((Constant.Limit) condition.constant()).value();
            case BETWEEN -> "(number(" + q + ") >= " + ((Constant.Span) condition.constant()).low() + " && number(" + q + ") <= "
                    + ((Constant.Span) condition.constant()).high() + ")";
            default -> "m.containsKey(" + q + ")";
        };
    }

    private static String name(String id) {
        return id.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static Class<?> compile(String name, String source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, java.io.ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignore) {
                return source;
            }
        };
        JavaFileManager memory = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className + ".class"), kind) {
                    @Override
                    public java.io.OutputStream openOutputStream() {
                        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
                        classes.put(className, bytes);
                        return bytes;
                    }
                };
            }
        };
        List<String> errors = new ArrayList<>();
        String path = java.nio.file.Path.of(Answer.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        if (!compiler.getTask(null, memory, diagnostic -> errors.add(diagnostic.toString()), List.of("-cp", path), null, List.of(file)).call()) {
            throw new IllegalStateException("The generated source does not compile: " + errors);
        }
        return new ClassLoader(PlainJava.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) {
                byte[] bytes = classes.get(wanted).toByteArray();
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        }.loadClass(name);
    }
}
