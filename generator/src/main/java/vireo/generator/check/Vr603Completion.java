// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * A completion is accepted only as far as it was checked: what a ring entry of the device's says goes out of the queue's code only
 * after a comparison with something of the driver's own, and the driver's records change at an index from it, and
 * a number is said to name a request that the device gave back, only after a record at that index was looked at; in whatever class.
 */
final class Vr603Completion implements Check {
    private final Program program;
    private final CallGraph calls;
    private final DeviceFlow unchecked;
    private final DeviceFlow unseen;

    /**
     * @param unchecked where values of the device's go before a check bounds them
     * @param unseen where values of ring entries go before a record of the driver's at that number was looked at
     */
    Vr603Completion(Program program, CallGraph calls, DeviceFlow unchecked, DeviceFlow unseen) {
        this.program = program;
        this.calls = calls;
        this.unchecked = unchecked;
        this.unseen = unseen;
    }

    @Override
    public String code() {
        return "VR603";
    }

    void run(Findings findings) {
        statements(unchecked, (walked, statement, known) -> leaving(walked.method(), statement)
                .forEach(e -> walked.values().unchecked(e, known).filter(origin -> origin.kind() == Origin.Kind.ENTRY)
                        .ifPresent(origin -> findings.report(believed(e, origin)))));
        statements(unseen, (walked, statement, known) -> requests(walked.method(), statement, e -> {
            Optional<Origin> origin = walked.values().unchecked(e, known);
            origin.ifPresent(found -> findings.report(notInFlight(e, statement, found)));
            if (origin.isEmpty()) {
                findings.proved("completions", statement);
            }
        }));
    }

    private interface Visitor {
        void visit(DeviceFlow.Walked walked, Stmt statement, Knowledge known);
    }

    private static void statements(DeviceFlow flow, Visitor visitor) {
        for (DeviceFlow.Walked walked : flow.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                if (node.kind() == Node.Kind.STATEMENT) {
                    walked.before(node).ifPresent(known -> visitor.visit(walked, node.statement().orElseThrow(), known));
                }
            }
        }
    }

    /** The numbers that leave the method's hands: what a method for anybody returns, what is kept, what is put into a record. */
    private static List<Expr> leaving(MethodDecl method, Stmt statement) {
        List<Expr> found = new ArrayList<>();
        if (statement instanceof Stmt.SetField store) {
            found.add(store.value());
        } else if (statement instanceof Stmt.SetElement store) {
            found.add(store.value());
        } else if (statement instanceof Stmt.Return back && back.value().isPresent() && !method.isPrivate()) {
            found.add(back.value().get());
            components(back.value().get(), found);
        }
        found.removeIf(e -> !(e.type() instanceof Type.Int));
        return found;
    }

    private static void components(Expr e, List<Expr> found) {
        if (e instanceof Expr.NewValue built) {
            built.components().forEach(component -> {
                found.add(component);
                components(component, found);
            });
        }
    }

    private Diagnostic believed(Expr e, Origin origin) {
        return Diagnostic.of(code(), e.span(),
                "'" + Phrases.source(e) + "' comes from a ring entry of the device's, and is believed.",
                "A device that reports an id that it does not have, or more bytes than it was given room for, has the driver answer the wrong"
                        + " request, or hand out memory that nobody wrote.",
                "Compare the id with what is in flight and the length with what was posted, before anything else is done with them.")
                .with(new Diagnostic.Label(origin.span(), "read from the device here"));
    }

    private Diagnostic notInFlight(Expr e, Stmt statement, Origin origin) {
        return Diagnostic.of(code(), statement.span(),
                "'" + Phrases.source(e) + "', a number of the device's, is taken for a request of the driver's before one was looked at there.",
                "A device that gives back what it does not have makes the driver free or answer a request twice.",
                "Ask the driver's own records first whether that request is in flight: 'if (!inFlight[" + Phrases.source(e) + "]) throw ...'.")
                .with(new Diagnostic.Label(origin.span(), "read from the device here"));
    }

    /** The numbers that are taken for requests: at which a record changes, and those that go where a request is named. */
    private void requests(MethodDecl method, Stmt statement, Consumer<Expr> sink) {
        if (statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field) {
            sink.accept(store.index());
        }
        if (statement instanceof Stmt.SetField store) {
            claimed(store.value(), store.field().type(), sink);
        } else if (statement instanceof Stmt.SetElement store && store.array().type() instanceof Type.Array array) {
            claimed(store.value(), array.element(), sink);
        } else if (statement instanceof Stmt.Return back && back.value().isPresent()) {
            claimed(back.value().get(), method.result(), sink);
        }
        CallGraph.target(statement).ifPresent(key -> calls.targets(key).forEach(target -> {
            List<Expr> arguments = arguments(statement);
            for (int index = 0; index < arguments.size(); index++) {
                claimed(arguments.get(index), target.parameters().get(index).type(), sink);
            }
        }));
        Statements.expressions(statement).forEach(e -> components(e, sink));
    }

    private static List<Expr> arguments(Stmt statement) {
        if (statement instanceof Stmt.Call call) {
            return call.arguments();
        }
        if (statement instanceof Stmt.New created) {
            return created.arguments();
        }
        return statement instanceof Stmt.Embed embed ? embed.arguments() : List.of();
    }

    private static void claimed(Expr value, Type declared, Consumer<Expr> sink) {
        if (Deliveries.is(declared, Type.Qualifier.COMPLETED)) {
            sink.accept(value);
        }
    }

    private void components(Expr e, Consumer<Expr> sink) {
        if (e instanceof Expr.NewValue built && program.type(built.record()).orElse(null) instanceof TypeDecl.RecordDecl record) {
            for (int index = 0; index < built.components().size(); index++) {
                claimed(built.components().get(index), record.components().get(index).type(), sink);
            }
        }
        Expressions.operands(e).forEach(operand -> components(operand, sink));
    }
}
