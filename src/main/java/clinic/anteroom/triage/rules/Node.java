package clinic.anteroom.triage.rules;

import java.util.List;

/**
 * A part of a rule, compiled: equal parts of a rule set are one node. {@link Expression} is what the author wrote, this is
 * what is run. A {@link Judge} holds all that changes from form to form.
 */
abstract sealed class Node permits ConditionNode, Node.All, Node.Any, Node.Not, Node.AtLeast, Node.Definition, RulesNode {

    /** What it comes to for one form. Loops, not streams: this is where the time of an evaluation goes. */
    abstract Truth judge(Judge judge);

    /** The nodes directly below; empty for conditions and for questions about other rules. */
    List<Node> parts() {
        return List.of();
    }

    /** False ends it: every other part can only agree or be unknown. */
    static final class All extends Node {

        private final Node[] parts;

        All(List<Node> parts) {
            this.parts = parts.toArray(Node[]::new);
        }

        @Override
        Truth judge(Judge judge) {
            Truth so = Truth.TRUE;
            for (Node part : parts) {
                Truth truth = part.judge(judge);
                if (truth == Truth.FALSE) {
                    return Truth.FALSE;
                }
                so = truth == Truth.UNKNOWN ? truth : so;
            }
            return so;
        }

        @Override
        List<Node> parts() {
            return List.of(parts);
        }
    }

    /** True ends it. */
    static final class Any extends Node {

        private final Node[] parts;

        Any(List<Node> parts) {
            this.parts = parts.toArray(Node[]::new);
        }

        @Override
        Truth judge(Judge judge) {
            Truth so = Truth.FALSE;
            for (Node part : parts) {
                Truth truth = part.judge(judge);
                if (truth == Truth.TRUE) {
                    return Truth.TRUE;
                }
                so = truth == Truth.UNKNOWN ? truth : so;
            }
            return so;
        }

        @Override
        List<Node> parts() {
            return List.of(parts);
        }
    }

    /** Swaps true and false. */
    static final class Not extends Node {

        private final Node body;

        Not(Node body) {
            this.body = body;
        }

        @Override
        Truth judge(Judge judge) {
            return body.judge(judge).not();
        }

        Node body() {
            return body;
        }

        @Override
        List<Node> parts() {
            return List.of(body);
        }
    }

    /** {@code n} or more of the parts. */
    static final class AtLeast extends Node {

        private final int n;
        private final List<Node> parts;

        AtLeast(int n, List<Node> parts) {
            this.n = n;
            this.parts = List.copyOf(parts);
        }

        @Override
        Truth judge(Judge judge) {
            return Truth.atLeast(n, parts.stream().map(part -> part.judge(judge)));
        }

        @Override
        List<Node> parts() {
            return parts;
        }
    }

    /** Many rules refer to one definition: it is judged once. */
    static final class Definition extends Node {

        private final String name;
        private final Node body;
        private final int slot;

        Definition(String name, Node body, int slot) {
            this.name = name;
            this.body = body;
            this.slot = slot;
        }

        @Override
        Truth judge(Judge judge) {
            Truth known = judge.known(slot);
            return known != null ? known : judge.learn(slot, body.judge(judge));
        }

        String name() {
            return name;
        }

        Node body() {
            return body;
        }

        @Override
        List<Node> parts() {
            return List.of(body);
        }
    }
}
