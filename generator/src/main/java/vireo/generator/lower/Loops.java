// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.Terms;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;

/** Lowers loops, and the jumps that leave them or go on with the next round. */
final class Loops {
    /**
     * What a jump may leave.
     *
     * @param cleanups how many finally blocks are around it
     */
    private record Target(Optional<String> label, boolean loop, int cleanups) {}

    private final Code code;
    private final MethodParts parts;
    private final Deque<Target> targets = new ArrayDeque<>();

    Loops(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    void lower(Statement s, Optional<String> label) {
        if (s instanceof Statement.While loop) {
            round(label, Stmt.Form.WHILE, Optional.of(loop.condition()), List.of(), loop.body(), loop.span());
        } else if (s instanceof Statement.DoWhile loop) {
            doWhile(label, loop);
        } else if (s instanceof Statement.For loop) {
            forLoop(label, loop);
        } else if (s instanceof Statement.ForEach loop) {
            forEach(label, loop);
        } else if (s instanceof Statement.Labeled labeled) {
            labeled(labeled);
        } else if (s instanceof Statement.Switch choice) {
            parts.switches().statement(choice);
        }
    }

    private void labeled(Statement.Labeled s) {
        boolean isLoop = s.body() instanceof Statement.While
                || s.body() instanceof Statement.DoWhile
                || s.body() instanceof Statement.For
                || s.body() instanceof Statement.ForEach;
        if (!isLoop) {
            code.findings()
                    .outside(
                            s.labelSpan(),
                            "a label on a statement that is no loop",
                            "Label a loop, or use a method that returns.");
            parts.statements().lower(s.body());
            return;
        }
        if (targets.stream().anyMatch(t -> t.label().equals(Optional.of(s.label())))) {
            code.findings()
                    .declaration(
                            s.labelSpan(),
                            "label `" + s.label() + "` is in use by an outer loop",
                            "Rename one of them.");
        }
        lower(s.body(), Optional.of(s.label()));
    }

    /** A switch is left by a break without label, too. */
    List<Stmt> insideSwitch(java.util.function.Supplier<List<Stmt>> body) {
        targets.push(new Target(Optional.empty(), false, code.cleanups()));
        try {
            return body.get();
        } finally {
            targets.pop();
        }
    }

    void jump(Optional<String> label, Span span, boolean leaves) {
        Optional<Target> target = targets.stream()
                .filter(t -> label.isPresent() ? t.label().equals(label) && t.loop() : t.loop() || leaves)
                .findFirst();
        if (target.isPresent() && target.get().cleanups() < code.cleanups()) {
            code.findings().outside(span, "a jump out of `finally`", "Let the clean-up run to its end.");
            return;
        }
        if (target.isEmpty()) {
            String word = leaves ? "break" : "continue";
            if (label.isPresent()) {
                List<String> labels =
                        targets.stream().flatMap(t -> t.label().stream()).toList();
                code.findings().unknown(span, "loop labelled", label.get(), labels);
            } else {
                code.findings().mismatch(span, "`" + word + "` outside of a loop", "Remove it, or return.");
            }
            return;
        }
        code.add(leaves ? new Stmt.Break(label, span) : new Stmt.Continue(label, span));
    }

    private void forLoop(Optional<String> label, Statement.For loop) {
        List<Stmt> whole = code.block(() -> {
            parts.statements().lower(loop.initialization());
            round(label, Stmt.Form.FOR, loop.condition(), loop.update(), loop.body(), loop.span());
        });
        code.add(new Stmt.Block(whole, loop.span()));
    }

    /** A loop that tests before each round. Effects of the first operand go to the header, those of later ones into the body. */
    private void round(
            Optional<String> label,
            Stmt.Form form,
            Optional<Expression> condition,
            List<Expression> update,
            Statement body,
            Span span) {
        targets.push(new Target(label, true, code.cleanups()));
        List<Expression> tests = new ArrayList<>();
        condition.ifPresent(c -> conjuncts(c, tests));
        Expr[] first = {new Expr.BoolConst(true, Operators.BOOL, span)};
        int[] taken = {0};
        Expr[] tested = new Expr[1];
        List<Stmt> rounds = new ArrayList<>();
        List<Stmt> updates = new ArrayList<>();
        // The body lies in the header's scope: both end up in one block of C, and their temporaries keep apart.
        List<Stmt> header = code.block(() -> {
            if (!tests.isEmpty()) {
                first[0] = parts.expressions().condition(tests.get(0));
                taken[0] = 1;
            }
            tested[0] = first[0];
            while (taken[0] < tests.size() && Purity.isPure(tests.get(taken[0]))) {
                Expression next = tests.get(taken[0]++);
                Expr more = parts.expressions().condition(next);
                tested[0] = parts.operators()
                        .binary(
                                Expression.BinaryOperator.AND,
                                tested[0],
                                more,
                                tested[0].span().to(next.span()));
            }
            rounds.addAll(code.block(() -> {
                tests.subList(taken[0], tests.size()).forEach(this::leaveUnless);
                parts.statements().lower(body instanceof Statement.Block block ? block.statements() : List.of(body));
            }));
            updates.addAll(code.block(() -> update.forEach(parts.expressions()::effect)));
        });
        targets.pop();
        if (!(tested[0].type() instanceof Type.Erroneous)) {
            code.add(new Stmt.Loop(
                    label, header, tested[0], List.copyOf(rounds), List.copyOf(updates), true, form, span));
        }
    }

    private void leaveUnless(Expression test) {
        Expr holds = parts.expressions().condition(test);
        if (!(holds.type() instanceof Type.Erroneous)) {
            Stmt leave = new Stmt.Break(Optional.empty(), test.span());
            code.add(new Stmt.If(Operators.not(holds, holds.span()), List.of(leave), List.of(), test.span()));
        }
    }

    private static void conjuncts(Expression e, List<Expression> into) {
        if (e instanceof Expression.Binary binary && binary.operator() == Expression.BinaryOperator.AND) {
            conjuncts(binary.left(), into);
            conjuncts(binary.right(), into);
        } else {
            into.add(e);
        }
    }

    private void doWhile(Optional<String> label, Statement.DoWhile loop) {
        Expr[] condition = new Expr[1];
        List<Stmt> header = new ArrayList<>();
        targets.push(new Target(label, true, code.cleanups()));
        List<Stmt> body = code.block(() -> {
            parts.statements()
                    .lower(loop.body() instanceof Statement.Block block ? block.statements() : List.of(loop.body()));
            header.addAll(code.block(() -> condition[0] = parts.expressions().condition(loop.condition())));
        });
        targets.pop();
        if (!(condition[0].type() instanceof Type.Erroneous)) {
            code.add(new Stmt.Loop(
                    label, List.copyOf(header), condition[0], body, List.of(), false, Stmt.Form.DO, loop.span()));
        }
    }

    /** {@code for (T x : array)}: a loop over the index. */
    private void forEach(Optional<String> label, Statement.ForEach loop) {
        Span at = loop.iterable().span();
        List<Stmt> whole = code.block(() -> {
            Expr array = parts.expressions().lower(loop.iterable());
            if (!(array.type() instanceof Type.Array type)) {
                if (!(array.type() instanceof Type.Erroneous)) {
                    code.findings()
                            .mismatch(
                                    at,
                                    TypeText.of(array.type()) + " is no array to loop over",
                                    "Loop over a private array, or count with an index.");
                }
                return;
            }
            if (!Stability.isStable(array, code)) {
                code.findings()
                        .outside(
                                at,
                                "a loop over an array that may be another one in the next round",
                                "Loop over a final field or a parameter.");
                return;
            }
            Local index = code.temporary("index", Type.Int.INT, at);
            code.add(new Stmt.Declare(index, Optional.of(Operators.constant(0, Type.Java.INT, at)), at));
            Expr position = new Expr.Get(index, Type.Int.INT, at);
            targets.push(new Target(label, true, code.cleanups()));
            List<Stmt> body = code.block(() -> {
                Type declared = loop.type().name().equals("var")
                        ? type.element()
                        : code.world()
                                .types()
                                .resolve(loop.type(), loop.modifiers().annotations(), code.owner());
                Expr element =
                        parts.coercion().to(declared, parts.expressions().element(array, position, at), "the element");
                Local each = code.variable(loop.name(), declared, loop.nameSpan());
                if (!(element.type() instanceof Type.Erroneous)) {
                    code.add(new Stmt.Declare(each, Optional.of(element), loop.nameSpan()));
                }
                parts.statements()
                        .lower(
                                loop.body() instanceof Statement.Block block
                                        ? block.statements()
                                        : List.of(loop.body()));
            });
            targets.pop();
            Expr more = parts.operators().binary(Expression.BinaryOperator.LESS, position, Terms.length(array, at), at);
            Expr next = parts.operators()
                    .binary(Expression.BinaryOperator.ADD, position, Operators.constant(1, Type.Java.INT, at), at);
            List<Stmt> update = List.of(new Stmt.Assign(index, next, at));
            code.add(new Stmt.Loop(label, List.of(), more, body, update, true, Stmt.Form.FOR, loop.span()));
        });
        code.add(new Stmt.Block(whole, loop.span()));
    }
}
