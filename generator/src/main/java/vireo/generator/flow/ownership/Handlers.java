// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Objects that the kernel calls for interrupts: from the request on, at any moment. Such an object gives nothing back that it owns,
 * and does not end, before it has released itself.
 */
final class Handlers {
    private static final String HANDLER = "vireo.dsl.InterruptHandler";
    private static final String REQUEST = "vireo_interrupt_request";
    private static final String RELEASE = "vireo_interrupt_release";

    private final Program program;
    private final CallGraph calls;
    private final Function<MethodDecl, MethodOwnership> flows;
    private final Function<MethodDecl, Solution<Holdings>> solutions;
    private final Set<String> requesting = new HashSet<>();
    private final Map<String, HandlerFlow.Outcome> outcomes = new HashMap<>();

    Handlers(CallGraph calls, Function<MethodDecl, MethodOwnership> flows, Function<MethodDecl, Solution<Holdings>> solutions) {
        this.program = calls.program();
        this.calls = calls;
        this.flows = flows;
        this.solutions = solutions;
    }

    /** What is wrong with the handlers of the program, in the order of its types. */
    List<Breach> breaches() {
        Set<String> requested = requested();
        List<Breach> found = new ArrayList<>();
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl handler && requested.contains(handler.name())) {
                if (handler.linear()) {
                    handler.methods().stream()
                            .filter(m -> m.body().isPresent() && m.kind() != MethodDecl.Kind.STATIC && !isInner(m))
                            .forEach(m -> found.addAll(outcome(m, m.kind() != MethodDecl.Kind.CONSTRUCTOR).breaches()));
                } else {
                    found.add(new Breach(Breach.Kind.HANDLER_NOT_LINEAR, handler.span(), handler.simpleName(), List.of()));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** A private method that does not end the object is looked at where it is called, with what holds there. */
    private static boolean isInner(MethodDecl method) {
        return method.isPrivate() && method.kind() == MethodDecl.Kind.INSTANCE && !method.movesReceiver();
    }

    /** What becomes of a method's object that is requested where the method begins, or is not. */
    HandlerFlow.Outcome outcome(MethodDecl method, boolean requested) {
        String key = method.key() + (requested ? "+" : "-");
        HandlerFlow.Outcome known = outcomes.get(key);
        if (known == null) {
            // Recursion is refused elsewhere; here it only must not run for ever.
            outcomes.put(key, new HandlerFlow.Outcome(requested, requested, List.of()));
            known = new HandlerFlow(this, program, flows.apply(method), solutions.apply(method), requested).outcome();
            outcomes.put(key, known);
        }
        return known;
    }

    /** Whether a call of the method may request an interrupt for anybody. */
    boolean mayRequest(String key) {
        return calls.targets(key).stream().anyMatch(m -> requesting.contains(m.key()));
    }

    static boolean isRequest(Stmt statement) {
        return statement instanceof Stmt.ForeignCall call && call.function().cName().equals(REQUEST);
    }

    static boolean isRelease(Stmt statement) {
        return statement instanceof Stmt.ForeignCall call && call.function().cName().equals(RELEASE);
    }

    /** The handler that a request or release is about. */
    static Expr handler(Stmt.ForeignCall call) {
        return isRequest(call) ? call.arguments().get(1) : call.arguments().get(0);
    }

    /** The classes whose objects somebody requests an interrupt for. */
    private Set<String> requested() {
        Set<String> found = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            Statements.walk(method.body().orElse(List.of()), s -> {
                if (isRequest(s)) {
                    requesting.add(method.key());
                    Expr handler = handler((Stmt.ForeignCall) s);
                    while (handler instanceof Expr.Convert convert) {
                        handler = convert.operand();
                    }
                    found.addAll(classes(handler.type()));
                }
            });
        }
        boolean more = !requesting.isEmpty();
        while (more) {
            more = false;
            for (MethodDecl method : calls.methods()) {
                if (calls.callsOf(method).stream().anyMatch(site -> requesting.contains(site.callee().key()))) {
                    more |= requesting.add(method.key());
                }
            }
        }
        return found;
    }

    private List<String> classes(Type type) {
        if (type instanceof Type.Object object) {
            return List.of(object.name());
        }
        return program.types().stream()
                .filter(t -> t instanceof TypeDecl.ClassDecl c && c.interfaces().contains(HANDLER))
                .map(TypeDecl::name)
                .toList();
    }
}
