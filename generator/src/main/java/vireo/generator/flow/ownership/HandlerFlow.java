// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Follows through one method of a handler whether the kernel may call it: true where it may, on some path. */
final class HandlerFlow implements Transfer<Boolean> {
    private static final Lattice<Boolean> EITHER = (first, second) -> first || second;

    private final Handlers handlers;
    private final Program program;
    private final MethodOwnership flow;
    private final Solution<Holdings> holdings;
    private final MethodDecl method;
    private final boolean atStart;

    /**
     * What a call of the method leaves behind.
     *
     * @param returned whether the object may be requested where the method returns
     * @param failed the same, where it fails
     */
    record Outcome(boolean returned, boolean failed, List<Breach> breaches) {}

    HandlerFlow(Handlers handlers, Program program, MethodOwnership flow, Solution<Holdings> holdings, boolean atStart) {
        this.handlers = handlers;
        this.program = program;
        this.flow = flow;
        this.holdings = holdings;
        this.method = flow.method();
        this.atStart = atStart;
    }

    Outcome outcome() {
        Solution<Boolean> solution = Solver.solve(flow.cfg(), EITHER, this);
        List<Breach> found = new ArrayList<>();
        for (Node node : flow.cfg().reversePostOrder()) {
            boolean requested = solution.before(node).orElse(false);
            node.statement().filter(s -> node.kind() == Node.Kind.STATEMENT).ifPresent(s -> {
                Optional<MethodDecl> own = ownCall(s);
                if (own.isPresent()) {
                    found.addAll(handlers.outcome(own.get(), requested).breaches());
                } else if (requested) {
                    consumed(node, s, found);
                }
            });
        }
        boolean returned = solution.before(flow.cfg().exit()).orElse(false);
        boolean failed = solution.before(flow.cfg().thrown()).orElse(false);
        boolean passedOn = holdings.before(flow.cfg().exit()).flatMap(h -> h.at(Place.THIS)).map(h -> h.has(Hold.MOVED)).orElse(false);
        if (method.movesReceiver() && returned && !passedOn) {
            found.add(new Breach(Breach.Kind.HANDLER_ENDED, method.span(), "this", List.of()));
        }
        if (method.kind() == MethodDecl.Kind.CONSTRUCTOR && failed) {
            found.add(new Breach(Breach.Kind.HANDLER_ENDED, method.span(), "this", requests()));
        }
        return new Outcome(returned, failed, found);
    }

    private void consumed(Node node, Stmt statement, List<Breach> found) {
        for (Place place : holdings.before(node).map(h -> flow.consumedBy(node, h)).orElse(List.of())) {
            if (place.root().isEmpty() && !place.path().isEmpty()) {
                found.add(new Breach(Breach.Kind.HANDLER_BEREFT, statement.span(), place.toString(), requests()));
            }
        }
    }

    private List<Breach.Remark> requests() {
        return flow.cfg().nodes().stream().flatMap(n -> n.statement().stream()).filter(this::requestsThis).limit(1)
                .map(s -> new Breach.Remark(s.span(), "interrupts requested here")).toList();
    }

    private boolean requestsThis(Stmt statement) {
        return Handlers.isRequest(statement) && isThis(Handlers.handler((Stmt.ForeignCall) statement));
    }

    private boolean isThis(Expr e) {
        return flow.place(e).equals(Optional.of(Place.THIS));
    }

    /** Another method of the object at hand, which goes on with it. */
    private Optional<MethodDecl> ownCall(Stmt statement) {
        return statement instanceof Stmt.Call call && call.receiver().filter(this::isThis).isPresent()
                ? program.method(call.method()).filter(m -> m.body().isPresent())
                : Optional.empty();
    }

    @Override
    public Boolean initial(Cfg graph) {
        return atStart;
    }

    @Override
    public Boolean after(Node node, Boolean before) {
        if (node.kind() != Node.Kind.STATEMENT) {
            return before;
        }
        Stmt statement = node.statement().orElseThrow();
        if (Handlers.isRelease(statement) && isThis(Handlers.handler((Stmt.ForeignCall) statement))) {
            return false;
        }
        Optional<MethodDecl> own = ownCall(statement);
        if (own.isPresent()) {
            return handlers.outcome(own.get(), before).returned();
        }
        return before || requestsThis(statement) || CallGraph.target(statement).filter(handlers::mayRequest).isPresent();
    }

    @Override
    public Optional<Boolean> along(Edge edge, Boolean before, Boolean after) {
        if (!edge.threw()) {
            return Optional.of(after);
        }
        Stmt statement = edge.from().statement().orElseThrow();
        Optional<MethodDecl> own = ownCall(statement);
        if (own.isPresent()) {
            return Optional.of(handlers.outcome(own.get(), before).failed());
        }
        // A request that fails has requested nothing; what a method did before it failed, it did.
        return Optional.of(before || CallGraph.target(statement).filter(handlers::mayRequest).isPresent());
    }
}
