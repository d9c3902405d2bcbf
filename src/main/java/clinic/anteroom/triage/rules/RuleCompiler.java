package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a rule set ready for one questionnaire. Warnings read questions as they stand once tests are flagged, all other
 * rules as they stand before; what hangs on no test is the same for both and is judged once.
 */
final class RuleCompiler {

    private static final Node NOTHING = new Node.Any(List.of());

    private final RuleSet ruleSet;
    private final Questionnaire questionnaire;
    private final Map<Asked, Input> inputs = new HashMap<>();
    private final Map<Part, Node> nodes = new HashMap<>();
    private final Map<Asked, Node> whens = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<CompiledRules.FlagName, Integer> flags = new LinkedHashMap<>();
    private final List<String> analytes;
    private final Soundness soundness;
    private final Map<String, Boolean> hanging = new HashMap<>();
    private int slots;
    private int bits;

    /** An input or a rule by its name. */
    private record Asked(String name, boolean afterFlags) {
    }

    /** A condition, the name of a definition, or a question about other rules. */
    private record Part(Object what, boolean afterFlags) {
    }

    private RuleCompiler(RuleSet ruleSet, Questionnaire questionnaire) {
        this.ruleSet = ruleSet;
        this.questionnaire = questionnaire;
        this.analytes = ruleSet.rules().stream().flatMap(rule -> rule.raise().proposals().stream())
                .flatMap(proposal -> proposal.analytes().stream()).distinct().sorted().toList();
        this.soundness = new Soundness(ruleSet, questionnaire);
        ruleSet.rules().forEach(rule -> indexes.put(rule.id(), indexes.size()));
    }

    /** Compiles a rule set; one with faults as well, whose rules then fail one by one. */
    static CompiledRules compile(RuleSet ruleSet, Questionnaire questionnaire) {
        RuleCompiler compiler = new RuleCompiler(ruleSet, questionnaire);
        List<CompiledRule> rules = ruleSet.rules().stream().map(compiler::rule).toList();
        return new CompiledRules(ruleSet, questionnaire, rules, List.copyOf(compiler.flags.keySet()), compiler.analytes,
                compiler.slots, (compiler.bits + Long.SIZE - 1) / Long.SIZE);
    }

    private CompiledRule rule(Rule rule) {
        boolean afterFlags = rule.level() == Level.W;
        Expression given = rule.onUnknown().given();
        return new CompiledRule(rule, indexes.get(rule.id()), when(rule, afterFlags),
                rule.raise().proposals().stream().map(proposal -> test(proposal, afterFlags)).toList(),
                given == null ? null : node(given, afterFlags), rule.onTests().stream().sorted().map(CompiledRules.TestName::of).toList(),
                soundness.of(rule));
    }

    private CompiledRule.Test test(Proposal proposal, boolean afterFlags) {
        CompiledRules.FlagName name = new CompiledRules.FlagName(proposal.test(), proposal.bodyPart());
        flags.putIfAbsent(name, flags.size());
        BitSet measured = new BitSet();
        proposal.analytes().forEach(analyte -> measured.set(analytes.indexOf(analyte)));
        return new CompiledRule.Test(proposal, flags.get(name), measured,
                proposal.onlyIf() == null ? null : node(proposal.onlyIf(), afterFlags));
    }

    private Node node(Expression expression, boolean afterFlags) {
        boolean hangs = afterFlags && hangsOnTests(expression);
        if (!expression.children().isEmpty() && !(expression instanceof Expression.Reference)) {
            return compile(expression, hangs);
        }
        // Conditions, definitions and questions about other rules are judged once, wherever they stand.
        Part part = new Part(expression instanceof Expression.Reference reference ? reference.name() : expression, hangs);
        Node known = nodes.get(part);
        if (known == null) {
            known = compile(expression, hangs);
            nodes.put(part, known);
        }
        return known;
    }

    private Node compile(Expression expression, boolean afterFlags) {
        if (expression instanceof Condition condition) {
            return condition(condition, afterFlags);
        }
        if (expression instanceof Expression.Reference reference) {
            return new Node.Definition(reference.name(), node(reference.body(), afterFlags), slots++);
        }
        if (expression instanceof Expression.Fired fired) {
            return rules(fired.rules(), List.of(), afterFlags);
        }
        if (expression instanceof Expression.FiredLevel fired) {
            return rules(rulesOf(fired).map(Rule::id).toList(), fired.levels(), afterFlags);
        }
        List<Node> parts = expression.children().stream().map(child -> node(child, afterFlags)).toList();
        if (expression instanceof Expression.Not) {
            return new Node.Not(parts.get(0));
        }
        if (expression instanceof Expression.AtLeast atLeast) {
            return new Node.AtLeast(atLeast.n(), parts);
        }
        return expression instanceof Expression.All ? new Node.All(parts) : new Node.Any(parts);
    }

    private Node condition(Condition condition, boolean afterFlags) {
        Input input = inputs.computeIfAbsent(new Asked(condition.input(), afterFlags), this::input);
        boolean asBits = input.bits() != null && condition.constant() instanceof Constant.Codes codes && input.bits().offers(codes.codes());
        return new ConditionNode(condition, input, slots++,
                asBits ? input.bits().of(((Constant.Codes) condition.constant()).codes()) : null);
    }

    private Input input(Asked asked) {
        DerivedInput derived = DerivedInput.of(asked.name()).orElse(null);
        int place = derived == null ? questionnaire.placeOf(asked.name()) : -1;
        OptionBits options = place >= 0 && questionnaire.questions().get(place).type().hasOptions()
                ? new OptionBits(questionnaire.questions().get(place), bits) : null;
        bits = options == null ? bits : options.end();
        return new Input(asked.name(), place, derived, asked.afterFlags(), options);
    }

    private Node rules(List<String> ids, List<Level> levels, boolean afterFlags) {
        int[] places = ids.stream().mapToInt(id -> indexes.getOrDefault(id, -1)).toArray();
        return new RulesNode(ids, places, levels, ids.stream().map(id -> when(id, afterFlags)).toList(), slots++);
    }

    /** A rule that is not there, or whose questions about others may come back to it, is never looked into. */
    private Node when(String id, boolean afterFlags) {
        return ruleSet.find(id).filter(soundness::asksEarlierOnly).map(rule -> when(rule, afterFlags)).orElse(NOTHING);
    }

    private Node when(Rule rule, boolean afterFlags) {
        Asked asked = new Asked(rule.id(), afterFlags && hangsOnTests(rule));
        Node known = whens.get(asked);
        if (known == null) {
            known = node(rule.when(), asked.afterFlags());
            whens.put(asked, known);
        }
        return known;
    }

    private Stream<Rule> rulesOf(Expression.FiredLevel fired) {
        return fired.levels().stream().flatMap(level -> ruleSet.rules(level).stream());
    }

    /** Whether flagging a test may change what it comes to. */
    private boolean hangsOnTests(Expression expression) {
        if (expression instanceof Condition condition) {
            return DerivedInput.of(condition.input())
                    .map(derived -> derived.questions().isEmpty() ? texts() : derived.questions().stream())
                    .orElseGet(() -> Stream.of(condition.input()))
                    .mapToInt(questionnaire::placeOf).anyMatch(place -> place >= 0 && questionnaire.hangsOnTests(place));
        }
        if (expression instanceof Expression.Fired fired) {
            return fired.rules().stream().flatMap(id -> ruleSet.find(id).stream()).anyMatch(this::hangsOnTests);
        }
        if (expression instanceof Expression.FiredLevel fired) {
            return rulesOf(fired).anyMatch(this::hangsOnTests);
        }
        return expression instanceof Expression.Reference reference ? hangsOnTests(reference.name(), reference.body())
                : expression.children().stream().anyMatch(this::hangsOnTests);
    }

    private boolean hangsOnTests(Rule rule) {
        return hangsOnTests(rule.id(), rule.when());
    }

    private boolean hangsOnTests(String name, Expression named) {
        Boolean known = hanging.get(name);
        if (known == null) {
            hanging.put(name, false);
            known = hangsOnTests(named);
            hanging.put(name, known);
        }
        return known;
    }

    private Stream<String> texts() {
        return questionnaire.texts().stream().map(Question::linkId);
    }
}
