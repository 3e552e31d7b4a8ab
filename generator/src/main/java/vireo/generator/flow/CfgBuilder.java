// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/**
 * Builds the graph of one body. A cleanup is copied once for each distinct place that control goes on to after it, not once for
 * each statement that leaves, so the graph grows with the source.
 */
final class CfgBuilder {
    private final MethodDecl method;
    private final Program program;
    private final List<Node> nodes = new ArrayList<>();

    CfgBuilder(MethodDecl method, Program program) {
        this.method = method;
        this.program = program;
    }

    /** The places that control may leave a region for. */
    private interface Exits {
        Node onReturn();

        Node onThrow();

        Node onBreak(Optional<String> label);

        Node onContinue(Optional<String> label);
    }

    Cfg build() {
        Node entry = node(Node.Kind.ENTRY, null, null);
        Node exit = node(Node.Kind.EXIT, null, null);
        Node thrown = node(Node.Kind.THROWN, null, null);
        Exits exits = new Exits() {
            @Override
            public Node onReturn() {
                return exit;
            }

            @Override
            public Node onThrow() {
                return thrown;
            }

            @Override
            public Node onBreak(Optional<String> label) {
                throw new IllegalStateException("break outside a loop in " + method.key());
            }

            @Override
            public Node onContinue(Optional<String> label) {
                throw new IllegalStateException("continue outside a loop in " + method.key());
            }
        };
        Node end = body(method.body().orElseThrow(), entry, exits);
        if (end != null) {
            Node.connect(end, exit, Edge.ALWAYS);
        }
        return new Cfg(method, nodes, entry, exit, thrown);
    }

    private Node node(Node.Kind kind, Stmt statement, Expr condition) {
        Node node = new Node(nodes.size(), kind, statement, condition);
        nodes.add(node);
        return node;
    }

    private Node join() {
        return node(Node.Kind.JOIN, null, null);
    }

    /** Appends the statements after {@code from}; gives the node where control falls out of them, or null where it never does. */
    private Node body(List<Stmt> statements, Node from, Exits exits) {
        Node current = from;
        for (Stmt statement : statements) {
            if (current == null) {
                return null;
            }
            current = statement(statement, current, exits);
        }
        return current;
    }

    private Node statement(Stmt statement, Node from, Exits exits) {
        if (statement instanceof Stmt.Comment) {
            return from;
        }
        if (statement instanceof Stmt.Block block) {
            return body(block.body(), from, exits);
        }
        if (statement instanceof Stmt.If branch) {
            return branch(branch, from, exits);
        }
        if (statement instanceof Stmt.Loop loop) {
            return loop(loop, from, exits);
        }
        if (statement instanceof Stmt.Switch choice) {
            return choice(choice, from, exits);
        }
        if (statement instanceof Stmt.Try guarded) {
            return guarded(guarded, from, exits);
        }
        if (statement instanceof Stmt.Break leave) {
            Node.connect(simple(statement, from), exits.onBreak(leave.label()), Edge.ALWAYS);
            return null;
        }
        if (statement instanceof Stmt.Continue next) {
            Node.connect(simple(statement, from), exits.onContinue(next.label()), Edge.ALWAYS);
            return null;
        }
        if (statement instanceof Stmt.Return) {
            Node.connect(simple(statement, from), exits.onReturn(), Edge.ALWAYS);
            return null;
        }
        if (statement instanceof Stmt.Throw) {
            Node.connect(simple(statement, from), exits.onThrow(), Edge.ALWAYS);
            return null;
        }
        Node node = simple(statement, from);
        if (mayThrow(statement, program)) {
            Node.connect(node, exits.onThrow(), Edge.THREW);
        }
        return node;
    }

    private Node simple(Stmt statement, Node from) {
        Node node = node(Node.Kind.STATEMENT, statement, null);
        Node.connect(from, node, Edge.ALWAYS);
        return node;
    }

    /** Whether executing this statement, which has none inside, may throw a DriverException. */
    static boolean mayThrow(Stmt statement, Program program) {
        if (statement instanceof Stmt.Call call) {
            return program.method(call.method()).map(MethodDecl::throwing).orElse(true);
        }
        if (statement instanceof Stmt.ForeignCall call) {
            return call.function().throwing();
        }
        if (statement instanceof Stmt.Embed embed) {
            return program.method(embed.constructor()).map(MethodDecl::throwing).orElse(true);
        }
        return statement instanceof Stmt.New || statement instanceof Stmt.Bind || statement instanceof Stmt.Throw;
    }

    private Node branch(Stmt.If branch, Node from, Exits exits) {
        Node test = node(Node.Kind.BRANCH, branch, branch.condition());
        Node.connect(from, test, Edge.ALWAYS);
        Node yes = join();
        Node no = join();
        Node.connect(test, yes, new Edge.When(branch.condition(), true));
        Node.connect(test, no, new Edge.When(branch.condition(), false));
        return meet(body(branch.then(), yes, exits), body(branch.otherwise(), no, exits));
    }

    private Node meet(Node first, Node second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        Node join = join();
        Node.connect(first, join, Edge.ALWAYS);
        Node.connect(second, join, Edge.ALWAYS);
        return join;
    }

    private Node loop(Stmt.Loop loop, Node from, Exits exits) {
        Node head = node(Node.Kind.LOOP_HEAD, loop, null);
        Node.connect(from, head, Edge.ALWAYS);
        Node after = join();
        Node next = join();
        Exits inside = new LoopExits(exits, loop.label(), after, next);
        if (loop.testFirst()) {
            Node tested = test(loop, head, after, inside);
            connectIfReached(body(loop.body(), tested, inside), next);
            connectIfReached(body(loop.update(), next, inside), head);
        } else {
            connectIfReached(body(loop.body(), head, inside), next);
            Node updated = body(loop.update(), next, inside);
            if (updated != null) {
                connectIfReached(test(loop, updated, after, inside), head);
            }
        }
        return after.in().isEmpty() ? null : after;
    }

    /** The header and the test; gives the node from which an iteration starts. */
    private Node test(Stmt.Loop loop, Node from, Node after, Exits inside) {
        Node end = body(loop.header(), from, inside);
        if (end == null) {
            return null;
        }
        Node test = node(Node.Kind.BRANCH, loop, loop.condition());
        Node.connect(end, test, Edge.ALWAYS);
        Node iterate = join();
        Node.connect(test, iterate, new Edge.When(loop.condition(), true));
        boolean endless = loop.condition() instanceof Expr.BoolConst constant && constant.value();
        if (!endless) {
            Node.connect(test, after, new Edge.When(loop.condition(), false));
        }
        return iterate;
    }

    private static void connectIfReached(Node from, Node to) {
        if (from != null) {
            Node.connect(from, to, Edge.ALWAYS);
        }
    }

    private Node choice(Stmt.Switch choice, Node from, Exits exits) {
        Node test = node(Node.Kind.SWITCH, choice, choice.subject());
        Node.connect(from, test, Edge.ALWAYS);
        Node after = join();
        // An unlabelled break inside a case leaves the switch; continue goes to the loop around it.
        Exits inside = new SwitchExits(exits, after);
        List<Expr> all = new ArrayList<>();
        for (Stmt.Case one : choice.cases()) {
            all.addAll(one.values());
            Node start = join();
            Node.connect(test, start, new Edge.Among(choice.subject(), one.values()));
            connectIfReached(body(one.body(), start, inside), after);
        }
        Node start = join();
        Node.connect(test, start, new Edge.NoneOf(choice.subject(), List.copyOf(all)));
        connectIfReached(body(choice.otherwise().orElse(List.of()), start, inside), after);
        return after.in().isEmpty() ? null : after;
    }

    private Node guarded(Stmt.Try guarded, Node from, Exits exits) {
        Exits throughCleanup = guarded.cleanup().isEmpty() ? exits : new CleanupExits(exits, guarded.cleanup());
        Node end;
        if (guarded.handler().isPresent()) {
            Node caught = join();
            Node bodyEnd = body(guarded.body(), from, new CatchExits(throughCleanup, caught));
            Node handled = caught.in().isEmpty() ? null : body(guarded.handler().get(), caught, throughCleanup);
            end = meet(bodyEnd, handled);
        } else {
            end = body(guarded.body(), from, throughCleanup);
        }
        return end == null ? null : body(guarded.cleanup(), end, exits);
    }

    /** Inside a loop: plain break and continue, and those with its label, end here. */
    private record LoopExits(Exits outer, Optional<String> label, Node after, Node next) implements Exits {
        @Override
        public Node onReturn() {
            return outer.onReturn();
        }

        @Override
        public Node onThrow() {
            return outer.onThrow();
        }

        @Override
        public Node onBreak(Optional<String> wanted) {
            return wanted.isEmpty() || wanted.equals(label) ? after : outer.onBreak(wanted);
        }

        @Override
        public Node onContinue(Optional<String> wanted) {
            return wanted.isEmpty() || wanted.equals(label) ? next : outer.onContinue(wanted);
        }
    }

    private record SwitchExits(Exits outer, Node after) implements Exits {
        @Override
        public Node onReturn() {
            return outer.onReturn();
        }

        @Override
        public Node onThrow() {
            return outer.onThrow();
        }

        @Override
        public Node onBreak(Optional<String> wanted) {
            return wanted.isEmpty() ? after : outer.onBreak(wanted);
        }

        @Override
        public Node onContinue(Optional<String> wanted) {
            return outer.onContinue(wanted);
        }
    }

    private record CatchExits(Exits outer, Node caught) implements Exits {
        @Override
        public Node onReturn() {
            return outer.onReturn();
        }

        @Override
        public Node onThrow() {
            return caught;
        }

        @Override
        public Node onBreak(Optional<String> wanted) {
            return outer.onBreak(wanted);
        }

        @Override
        public Node onContinue(Optional<String> wanted) {
            return outer.onContinue(wanted);
        }
    }

    /** Every way out runs the cleanup first: one copy for each place that control then goes on to. */
    private final class CleanupExits implements Exits {
        private final Exits outer;
        private final List<Stmt> cleanup;
        private final Map<Node, Node> copies = new HashMap<>();

        CleanupExits(Exits outer, List<Stmt> cleanup) {
            this.outer = outer;
            this.cleanup = cleanup;
        }

        private Node through(Node target) {
            Node known = copies.get(target);
            if (known != null) {
                return known;
            }
            Node start = join();
            copies.put(target, start);
            connectIfReached(body(cleanup, start, outer), target);
            return start;
        }

        @Override
        public Node onReturn() {
            return through(outer.onReturn());
        }

        @Override
        public Node onThrow() {
            return through(outer.onThrow());
        }

        @Override
        public Node onBreak(Optional<String> label) {
            return through(outer.onBreak(label));
        }

        @Override
        public Node onContinue(Optional<String> label) {
            return through(outer.onContinue(label));
        }
    }
}
