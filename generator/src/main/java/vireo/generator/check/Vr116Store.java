// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** What is stored to a variable is read on some path, before it is stored to again. */
final class Vr116Store implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty()) {
                continue;
            }
            Set<Local> read = LocalReads.of(method);
            for (Stmt statement : StoreReach.unread(Cfg.of(method, program), new Locals(LocalReads.named(method)))) {
                Local target = Statements.assigned(statement).orElseThrow();
                // Of a variable that is never read at all, its declaration speaks.
                if (target.kind() != Local.Kind.TEMPORARY && read.contains(target)) {
                    findings.report(Diagnostic.of(code(), statement.span(), "The value stored to '" + target.name() + "' here is never read.",
                            "On every path it is replaced or forgotten: a value that was worked out got lost, or one stood in for a missing case.",
                            "Use the value, or delete the assignment; a variable needs no value where it is declared if every path gives it one."));
                }
            }
        }
    }

    private record Locals(Set<Local> always) implements StoreReach.Uses<Local> {
        @Override
        public Optional<Local> stored(Node node) {
            return node.kind() == Node.Kind.STATEMENT ? node.statement().flatMap(Statements::assigned) : Optional.empty();
        }

        @Override
        public boolean onlyStores(Node node) {
            Stmt statement = node.statement().orElseThrow();
            return statement instanceof Stmt.Declare || statement instanceof Stmt.Assign;
        }

        @Override
        public Set<Local> read(Node node) {
            Set<Local> found = new HashSet<>(always);
            node.condition().ifPresent(e -> LocalReads.in(e, found::add));
            if (node.kind() == Node.Kind.STATEMENT) {
                Statements.expressions(node.statement().orElseThrow()).forEach(e -> LocalReads.in(e, found::add));
            }
            return found;
        }

        @Override
        public Set<Local> atEnd() {
            return always;
        }
    }
}
