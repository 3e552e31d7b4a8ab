// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** The methods that run in interrupt context: the handlers, and what they call. */
final class Interrupts {
    /** The interface of the dsl that handlers implement, and its method. */
    private static final String HANDLER = "vireo.dsl.InterruptHandler";

    private static final String METHOD = "interrupt";

    /** How a method is reached: by which call of which method; both null for a handler itself. */
    record Way(MethodDecl from, Span call) {}

    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, Way> elsewhere = new LinkedHashMap<>();

    Interrupts(Program program, CallGraph calls) {
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl handler && handler.interfaces().contains(HANDLER)) {
                handler.methods().stream().filter(method -> method.name().equals(METHOD)).forEach(method -> spread(method, calls, ways));
            }
        }
        if (ways.isEmpty()) {
            return;
        }
        for (MethodDecl method : calls.methods()) {
            boolean handler = ways.containsKey(method.key()) && ways.get(method.key()).from() == null;
            if (!method.isPrivate() && !handler && method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
                spread(method, calls, elsewhere);
            }
        }
    }

    private static void spread(MethodDecl root, CallGraph calls, Map<String, Way> reached) {
        if (reached.putIfAbsent(root.key(), new Way(null, null)) != null) {
            return;
        }
        Deque<MethodDecl> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            MethodDecl method = open.remove();
            for (CallGraph.Site site : calls.callsOf(method)) {
                if (reached.putIfAbsent(site.callee().key(), new Way(method, site.span())) == null) {
                    open.add(site.callee());
                }
            }
        }
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    /** Whether the method may run in interrupt context. */
    boolean reach(MethodDecl method) {
        return ways.containsKey(method.key());
    }

    /** Whether the method may run outside interrupt context, constructors left out: an object under construction has no handler. */
    boolean isReachedElsewhere(MethodDecl method) {
        return elsewhere.containsKey(method.key()) && method.kind() != MethodDecl.Kind.CONSTRUCTOR;
    }

    /** How control comes to the method from a handler. */
    Way way(MethodDecl method) {
        return ways.get(method.key());
    }
}
