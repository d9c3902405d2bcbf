package clinic.anteroom.triage.rules;

import java.util.List;
import java.util.stream.Stream;

/** What a rule or a definition asks: a tree of conditions. Immutable. */
public sealed interface Expression permits Condition, Expression.All, Expression.Any, Expression.Not, Expression.AtLeast,
        Expression.Reference, Expression.Fired, Expression.FiredLevel {

    /** The expressions directly below; empty for conditions and for questions about other rules. */
    default List<Expression> children() {
        return List.of();
    }

    /** This expression and everything below it. */
    default Stream<Expression> tree() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Expression::tree));
    }

    /** All of them; never empty. */
    record All(List<Expression> children) implements Expression {
    }

    /** One of them; never empty. */
    record Any(List<Expression> children) implements Expression {
    }

    /** Not this one. */
    record Not(Expression body) implements Expression {

        @Override
        public List<Expression> children() {
            return List.of(body);
        }
    }

    /** {@code n} or more of them; 1 or more. */
    record AtLeast(int n, List<Expression> children) implements Expression {
    }

    /** A definition by name; {@code body} is what it stands for. */
    record Reference(String name, Expression body) implements Expression {

        @Override
        public List<Expression> children() {
            return List.of(body);
        }
    }

    /** One of these rules is true. They stand on earlier levels. */
    record Fired(List<String> rules) implements Expression {
    }

    /** Some rule of these earlier levels is true. */
    record FiredLevel(List<Level> levels) implements Expression {
    }
}
