// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** What is stored to a field of this object can be read before the same method stores to it again. Whatever is called may read it. */
final class Vr116FieldStore implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                owner.methods().stream().filter(method -> method.body().isPresent())
                        .forEach(method -> check(method, new HashSet<>(owner.fields()), program, findings));
            }
        }
    }

    private void check(MethodDecl method, Set<FieldDecl> fields, Program program, Findings findings) {
        for (Stmt statement : StoreReach.unread(Cfg.of(method, program), new Fields(fields))) {
            FieldDecl field = ((Stmt.SetField) statement).field();
            findings.report(Diagnostic.of(code(), statement.span(),
                    "The value stored to the field '" + field.name() + "' here is never read.",
                    "The method stores to the field again before anyone can look at it: one of the two stores is meant for something else.",
                    "Keep the one that is right."));
        }
    }

    private record Fields(Set<FieldDecl> all) implements StoreReach.Uses<FieldDecl> {
        @Override
        public Optional<FieldDecl> stored(Node node) {
            return node.kind() == Node.Kind.STATEMENT && node.statement().orElseThrow() instanceof Stmt.SetField store
                            && store.object() instanceof Expr.This && all.contains(store.field())
                    ? Optional.of(store.field())
                    : Optional.empty();
        }

        @Override
        public boolean onlyStores(Node node) {
            return false;
        }

        @Override
        public Set<FieldDecl> read(Node node) {
            if (node.kind() != Node.Kind.STATEMENT) {
                Set<FieldDecl> found = new HashSet<>();
                node.condition().ifPresent(e -> within(e, found));
                return found;
            }
            Stmt statement = node.statement().orElseThrow();
            if (!isQuiet(statement)) {
                return all;
            }
            Set<FieldDecl> found = new HashSet<>();
            if (statement instanceof Stmt.SetField store) {
                within(store.object(), found);
                within(store.value(), found);
            } else {
                Statements.expressions(statement).forEach(e -> within(e, found));
            }
            return found;
        }

        /** Whether nobody else runs while the statement does: no other method, no device, no interrupt that was waited for. */
        private static boolean isQuiet(Stmt statement) {
            return statement instanceof Stmt.Declare || statement instanceof Stmt.Assign || statement instanceof Stmt.SetField
                    || statement instanceof Stmt.SetElement;
        }

        private static void within(Expr e, Set<FieldDecl> found) {
            if (e instanceof Expr.Field field) {
                found.add(field.field());
            }
            Expressions.operands(e).forEach(operand -> within(operand, found));
        }

        @Override
        public Set<FieldDecl> atEnd() {
            return all;
        }
    }
}
