// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;

/** Collects, before a method is lowered, the names of its variables and those that are assigned after their declaration. */
final class LocalNames {
    private final Set<String> declared = new HashSet<>();
    private final Set<String> reassigned = new HashSet<>();

    /** Every name that a body declares. */
    Set<String> declared() {
        return declared;
    }

    /** Every name that a body assigns to. */
    Set<String> reassigned() {
        return reassigned;
    }

    static LocalNames of(Statement body) {
        LocalNames names = new LocalNames();
        names.visit(body);
        return names;
    }

    private void visit(Statement s) {
        if (s instanceof Statement.Block block) {
            block.statements().forEach(this::visit);
        } else if (s instanceof Statement.LocalVariable variable) {
            variable.declarators().forEach(d -> {
                declared.add(d.name());
                if (d.initializer().isEmpty()) {
                    reassigned.add(d.name());
                }
                d.initializer().ifPresent(this::visit);
            });
        } else if (s instanceof Statement.Evaluate evaluate) {
            visit(evaluate.expression());
        } else if (s instanceof Statement.If branch) {
            visit(branch.condition());
            visit(branch.then());
            branch.otherwise().ifPresent(this::visit);
        } else if (s instanceof Statement.While loop) {
            visit(loop.condition());
            visit(loop.body());
        } else if (s instanceof Statement.DoWhile loop) {
            visit(loop.body());
            visit(loop.condition());
        } else if (s instanceof Statement.For loop) {
            loop.initialization().forEach(this::visit);
            loop.condition().ifPresent(this::visit);
            loop.update().forEach(this::visit);
            visit(loop.body());
        } else if (s instanceof Statement.ForEach loop) {
            declared.add(loop.name());
            visit(loop.iterable());
            visit(loop.body());
        } else if (s instanceof Statement.Labeled labeled) {
            visit(labeled.body());
        } else if (s instanceof Statement.Switch choice) {
            visit(choice.subject());
            choice.cases().forEach(this::visit);
        } else if (s instanceof Statement.Return result) {
            result.value().ifPresent(this::visit);
        } else if (s instanceof Statement.Yield yield) {
            visit(yield.value());
        } else if (s instanceof Statement.Throw thrown) {
            visit(thrown.exception());
        } else if (s instanceof Statement.Try attempt) {
            visit(attempt);
        }
    }

    private void visit(Statement.Try attempt) {
        attempt.resources().forEach(r -> {
            r.declaration().ifPresent(this::visit);
            r.existing().ifPresent(this::visit);
        });
        visit(attempt.body());
        attempt.catches().forEach(c -> {
            declared.add(c.name());
            visit(c.body());
        });
        attempt.finallyBlock().ifPresent(this::visit);
    }

    private void visit(SwitchCase one) {
        one.body().forEach(this::visit);
    }

    private void visit(Expression e) {
        if (e instanceof Expression.Assign assign) {
            assigned(assign.target());
            visit(assign.value());
        } else if (e instanceof Expression.CompoundAssign assign) {
            assigned(assign.target());
            visit(assign.value());
        } else if (e instanceof Expression.Step step) {
            assigned(step.target());
        } else if (e instanceof Expression.Switch choice) {
            visit(choice.subject());
            choice.cases().forEach(this::visit);
        } else {
            operands(e).forEach(this::visit);
        }
    }

    private void assigned(Expression target) {
        if (target instanceof Expression.Name name) {
            reassigned.add(name.identifier());
        } else {
            visit(target);
        }
    }

    private static List<Expression> operands(Expression e) {
        if (e instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        }
        if (e instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (e instanceof Expression.Conditional choice) {
            return List.of(choice.condition(), choice.then(), choice.otherwise());
        }
        if (e instanceof Expression.Cast cast) {
            return List.of(cast.operand());
        }
        if (e instanceof Expression.ArrayAccess access) {
            return List.of(access.array(), access.index());
        }
        if (e instanceof Expression.FieldAccess access) {
            return List.of(access.target());
        }
        if (e instanceof Expression.New made) {
            return made.arguments();
        }
        if (e instanceof Expression.Call call) {
            List<Expression> operands = new java.util.ArrayList<>(call.arguments());
            Optional<Expression> target = call.target();
            target.ifPresent(operands::add);
            return operands;
        }
        return List.of();
    }
}
