package clinic.anteroom.triage.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every small mistake an author could have made in an expression: a condition negated, left out, its limit one step off. */
final class Changes {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Function<String, BigDecimal> steps;
    private final List<Changed> found = new ArrayList<>();

    /** An expression with one mistake, and which. */
    record Changed(Expression expression, String what) {
    }

    private Changes(Function<String, BigDecimal> steps) {
        this.steps = steps;
    }

    /**
     * The expression with each mistake once.
     *
     * @param whole the inputs that are counted in whole numbers: their limits move by 1, others by 0.1
     */
    static List<Changed> of(Expression expression, java.util.function.Predicate<String> whole) {
        Changes changes = new Changes(input -> whole.test(input) ? BigDecimal.ONE : TENTH);
        changes.collect(expression, Function.identity());
        return changes.found;
    }

    /** {@code around} puts a changed part back in its place. */
    private void collect(Expression part, Function<Expression, Expression> around) {
        if (part instanceof Expression.Not not && !isLeaf(not.body())) {
            collect(not.body(), body -> around.apply(new Expression.Not(body)));
        } else if (isLeaf(part)) {
            leaf(part, around);
        } else if (part instanceof Expression.AtLeast atLeast) {
            joined(atLeast.children(), around, parts -> new Expression.AtLeast(atLeast.n(), parts));
            for (int n : new int[] {atLeast.n() - 1, atLeast.n() + 1}) {
                if (n > 0 && n <= atLeast.children().size()) {
                    add(around, new Expression.AtLeast(n, atLeast.children()), "at least " + n + " instead of " + atLeast.n());
                }
            }
        } else {
            joined(part.children(), around, part instanceof Expression.All ? Expression.All::new : Expression.Any::new);
        }
    }

    private void joined(List<Expression> parts, Function<Expression, Expression> around, Function<List<Expression>, Expression> join) {
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            collect(parts.get(i), changed -> around.apply(join.apply(with(parts, at, changed))));
            if (isLeaf(parts.get(i)) && parts.size() > 1) {
                add(around, join.apply(with(parts, at, null)), words(parts.get(i)) + " left out");
            }
        }
    }

    private static List<Expression> with(List<Expression> parts, int at, Expression changed) {
        List<Expression> others = new ArrayList<>(parts);
        if (changed == null) {
            others.remove(at);
        } else {
            others.set(at, changed);
        }
        return List.copyOf(others);
    }

    private void leaf(Expression leaf, Function<Expression, Expression> around) {
        if (leaf instanceof Expression.Not not) {
            add(around, not.body(), words(not.body()) + " without its not");
            if (not.body() instanceof Condition condition) {
                limits(condition, moved -> around.apply(new Expression.Not(moved)));
            }
            return;
        }
        add(around, new Expression.Not(leaf), words(leaf) + " negated");
        if (leaf instanceof Condition condition) {
            limits(condition, around);
        }
    }

    private void limits(Condition condition, Function<Expression, Expression> around) {
        BigDecimal step = steps.apply(condition.input());
        if (condition.constant() instanceof Constant.Limit limit) {
            move(limit.value(), step, (value, way) -> limit(condition, new Constant.Limit(value, limit.unit()), way, around));
        } else if (condition.constant() instanceof Constant.Span span) {
            move(span.low(), step, (value, way) -> limit(condition, new Constant.Span(value, span.high(), span.unit()), way, around));
            move(span.high(), step, (value, way) -> limit(condition, new Constant.Span(span.low(), value, span.unit()), way, around));
        } else if (condition.constant() instanceof Constant.Days days) {
            move(BigDecimal.valueOf(days.days()), BigDecimal.ONE,
                    (value, way) -> limit(condition, new Constant.Days(Math.max(0, value.intValueExact())), way, around));
        } else if (condition.constant() instanceof Constant.On on) {
            move(BigDecimal.ZERO, BigDecimal.ONE,
                    (value, way) -> limit(condition, new Constant.On(on.day().plusDays(value.longValue())), way, around));
        }
    }

    private static void move(BigDecimal limit, BigDecimal step, BiFunction<BigDecimal, String, Boolean> each) {
        each.apply(limit.subtract(step), "lower");
        each.apply(limit.add(step), "higher");
    }

    private boolean limit(Condition condition, Constant moved, String way, Function<Expression, Expression> around) {
        return add(around, new Condition(condition.input(), condition.operator(), moved), words(condition) + " one step " + way);
    }

    private boolean add(Function<Expression, Expression> around, Expression changed, String what) {
        return found.add(new Changed(around.apply(changed), what));
    }

    private static boolean isLeaf(Expression part) {
        return part instanceof Expression.Not not ? isLeaf(not.body()) && !(not.body() instanceof Expression.Not) : part.children().isEmpty()
                || part instanceof Expression.Reference;
    }

    private static String words(Expression leaf) {
        if (leaf instanceof Condition condition) {
            return condition.input() + " " + condition.operator().key() + " " + condition.constant();
        }
        return leaf instanceof Expression.Not not ? "not " + words(not.body()) : leaf instanceof Expression.Reference reference ? reference.name()
                : leaf instanceof Expression.Fired fired ? "fired " + fired.rules() : "fired " + ((Expression.FiredLevel) leaf).levels();
    }

    /** The same expression with other bodies for some definitions. */
    static Expression with(Expression expression, Map<String, Expression> bodies) {
        if (expression instanceof Expression.Reference reference) {
            Expression body = bodies.get(reference.name());
            return new Expression.Reference(reference.name(), body != null ? body : with(reference.body(), bodies));
        }
        if (expression.children().isEmpty()) {
            return expression;
        }
        List<Expression> parts = expression.children().stream().map(part -> with(part, bodies)).toList();
        if (expression instanceof Expression.Not) {
            return new Expression.Not(parts.get(0));
        }
        if (expression instanceof Expression.AtLeast atLeast) {
            return new Expression.AtLeast(atLeast.n(), parts);
        }
        return expression instanceof Expression.All ? new Expression.All(parts) : new Expression.Any(parts);
    }
}
