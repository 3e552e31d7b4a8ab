// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.AnnotationCheck;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.Terms;
import vireo.generator.resolve.TypeText;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.VariableDeclarator;

/** Lowers statements. */
final class Statements {
    private final Code code;
    private final MethodParts parts;

    Statements(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** Statements of one block, into the block at hand. */
    void lower(List<Statement> statements) {
        statements.forEach(this::lower);
    }

    /** One statement as a block of its own: the body of a branch or loop. */
    List<Stmt> body(Statement statement) {
        return code.block(() -> {
            if (statement instanceof Statement.Block block) {
                lower(block.statements());
            } else {
                lower(statement);
            }
        });
    }

    void lower(Statement s) {
        if (s instanceof Statement.Remark remark) {
            code.add(new Stmt.Comment(remark.comment().text(), remark.span()));
        } else if (s instanceof Statement.Block block) {
            code.add(new Stmt.Block(code.block(() -> lower(block.statements())), block.span()));
        } else if (s instanceof Statement.LocalVariable variable) {
            variable.declarators().forEach(d -> declare(variable, d));
        } else if (s instanceof Statement.Evaluate evaluate) {
            parts.expressions().effect(evaluate.expression());
        } else if (s instanceof Statement.If branch) {
            branch(branch);
        } else if (s instanceof Statement.Return result) {
            result(result);
        } else if (s instanceof Statement.Break jump) {
            parts.loops().jump(jump.label(), jump.span(), true);
        } else if (s instanceof Statement.Continue jump) {
            parts.loops().jump(jump.label(), jump.span(), false);
        } else if (s instanceof Statement.Throw thrown) {
            parts.tries().thrown(thrown);
        } else if (s instanceof Statement.Try attempt) {
            parts.tries().lower(attempt);
        } else if (s instanceof Statement.Switch choice) {
            parts.switches().statement(choice);
        } else if (s instanceof Statement.Yield yield) {
            parts.switches().yield(yield);
        } else {
            parts.loops().lower(s, Optional.empty());
        }
    }

    private void declare(Statement.LocalVariable variable, VariableDeclarator d) {
        if (d.type().name().equals("var")) {
            inferred(d);
            return;
        }
        AnnotationCheck.check(variable.modifiers().annotations(), d.type(), code.owner(), code.world());
        Type base = code.world().types().resolve(d.type(), variable.modifiers().annotations(), code.owner());
        if (base instanceof Type.Register || base instanceof Type.Cell || base instanceof Type.Void) {
            code.findings()
                    .outside(
                            d.type().span(),
                            "a variable of type `" + TypeText.of(base) + "`",
                            "Name the component where it is accessed.");
            base = new Type.Erroneous();
        }
        Type type = new Terms(code.world())
                .relate(base, d.type(), variable.modifiers().annotations(), this::termRoot);
        if (d.initializer().isEmpty()) {
            Local local = code.variable(d.name(), type, d.nameSpan());
            code.add(new Stmt.Declare(local, Optional.empty(), d.span()));
            return;
        }
        Local local = code.planned(d.name(), type, d.nameSpan());
        Expr value = parts.expressions().lower(d.initializer().get(), Optional.of(Destination.declaring(local)));
        boolean done = value instanceof Expr.Get get && get.local().equals(local);
        if (!done) {
            Expr fitted = parts.coercion().to(type, value, "the value");
            if (fitted.type() instanceof Type.Array
                    && !(fitted instanceof Expr.Field)
                    && !(fitted instanceof Expr.Get)) {
                code.findings()
                        .outside(d.span(), "an array in a variable", "Use the field or parameter that holds it.");
            }
            if (!(fitted.type() instanceof Type.Erroneous) && !(type instanceof Type.Erroneous)) {
                code.add(new Stmt.Declare(local, Optional.of(fitted), d.span()));
            }
        }
        code.declared(local);
        if (variable.modifiers().has(Modifiers.Keyword.FINAL)) {
            code.markFinal(local);
        }
    }

    private void inferred(VariableDeclarator d) {
        if (d.initializer().isEmpty()) {
            code.findings().mismatch(d.span(), "`var` without a value has no type", "Write the type.");
            return;
        }
        Expr value = parts.expressions().lower(d.initializer().get());
        Type type = value.type() instanceof Type.Int number
                ? new Type.Int(
                        number.java(),
                        Coercion.isU64(number) ? number.range() : number.java().range(),
                        number.bits(),
                        number.kinds(),
                        List.of())
                : value.type();
        Local local = code.variable(d.name(), type, d.nameSpan());
        if (!(type instanceof Type.Erroneous)) {
            code.add(new Stmt.Declare(local, Optional.of(value), d.span()));
        }
    }

    /** What the first name of a term stands for in a variable's declaration. */
    private Optional<Expr> termRoot(String name) {
        Optional<Local> local = code.scope().find(name);
        if (local.isPresent()) {
            if (!code.isStable(local.get())) {
                code.findings()
                        .mismatch(
                                local.get().span(),
                                "`" + name + "` is assigned again, and a bound names it",
                                "Name a value that does not change.");
            }
            return Optional.of(
                    new Expr.Get(local.get(), local.get().type(), local.get().span()));
        }
        SourceMembers members = code.world().members(code.owner());
        boolean isStatic = code.method().kind() == vireo.generator.ir.MethodDecl.Kind.STATIC;
        return members.termRoot(
                name,
                isStatic
                        ? Optional.empty()
                        : Optional.of(members.self(code.method().nameSpan())),
                code.method().nameSpan());
    }

    private void branch(Statement.If s) {
        if (s.otherwise().isEmpty()
                && s.condition() instanceof Expression.Binary both
                && both.operator() == Expression.BinaryOperator.AND) {
            nested(both, s);
            return;
        }
        Expr condition = parts.expressions().condition(s.condition());
        List<Stmt> then = body(s.then());
        List<Stmt> otherwise = s.otherwise().map(this::body).orElse(List.of());
        if (!(condition.type() instanceof Type.Erroneous)) {
            code.add(new Stmt.If(condition, then, otherwise, s.span()));
        }
    }

    /** {@code if (a && b)} without an else: where b has effects, two branches, one in the other. */
    private void nested(Expression.Binary both, Statement.If s) {
        Expr left = parts.expressions().condition(both.left());
        Expr[] right = new Expr[1];
        List<Stmt> effects = code.block(() -> {
            right[0] = parts.expressions().condition(both.right());
            List<Stmt> then = body(s.then());
            if (!(right[0].type() instanceof Type.Erroneous)) {
                code.add(new Stmt.If(right[0], then, List.of(), s.span()));
            }
        });
        if (left.type() instanceof Type.Erroneous || right[0].type() instanceof Type.Erroneous) {
            return;
        }
        if (effects.size() == 1 && effects.get(0) instanceof Stmt.If inner) {
            Expr condition = parts.operators().binary(both.operator(), left, right[0], both.span());
            code.add(new Stmt.If(condition, inner.then(), List.of(), s.span()));
        } else {
            code.add(new Stmt.If(left, effects, List.of(), s.span()));
        }
    }

    private void result(Statement.Return s) {
        if (code.isCleanup()) {
            code.findings().outside(s.span(), "`return` inside of `finally`", "Return after the try statement.");
        }
        Type wanted = code.method().result();
        if (s.value().isEmpty()) {
            if (!(wanted instanceof Type.Void)) {
                code.findings()
                        .mismatch(
                                s.span(),
                                "the method returns a value, and this gives none",
                                "Return a value of type " + TypeText.of(wanted) + ".");
            }
            code.add(new Stmt.Return(Optional.empty(), s.span()));
            return;
        }
        if (wanted instanceof Type.Void) {
            code.findings()
                    .mismatch(
                            s.span(),
                            "a value returned from a method without a result",
                            "Return nothing, or declare the result.");
            return;
        }
        Expr value = parts.expressions().lower(s.value().get(), wanted, "the result");
        if (!(value.type() instanceof Type.Erroneous)) {
            code.add(new Stmt.Return(Optional.of(value), s.span()));
        }
    }
}
