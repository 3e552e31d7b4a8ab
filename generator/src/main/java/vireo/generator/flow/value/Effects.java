// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Statements;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/**
 * Which fields, and whether array elements, a call of a method may change, by way of the methods that it calls too. What the
 * kernel implements may call back into the driver.
 */
public final class Effects {
    /** Stands for the elements of all private arrays. */
    private static final String ELEMENTS = "[]";

    private final CallGraph graph;
    private final Map<String, Set<String>> changed = new HashMap<>();
    private final Set<String> kernel;

    public Effects(CallGraph graph) {
        this.graph = graph;
        for (MethodDecl method : graph.methods()) {
            Set<String> own = new HashSet<>();
            method.body().ifPresent(body -> Statements.walk(body, s -> direct(s, own)));
            changed.put(method.key(), own);
        }
        spread();
        kernel = byKernel();
        for (MethodDecl method : graph.methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> CallGraph.target(s)
                    .filter(key -> graph.targets(key).isEmpty())
                    .ifPresent(key -> changed.get(method.key()).addAll(kernel))));
        }
        spread();
    }

    /** Callers change what their callees do. */
    private void spread() {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (MethodDecl method : graph.methods()) {
                Set<String> own = changed.get(method.key());
                for (CallGraph.Site site : graph.callsOf(method)) {
                    grew |= own.addAll(changed.get(site.callee().key()));
                }
            }
        }
    }

    /**
     * The kernel holds the objects that it was given or that probing returned to it, so that it may call any method that is not
     * private; and it may write to an array that a call hands it.
     */
    private Set<String> byKernel() {
        Set<String> all = new HashSet<>();
        all.add(ELEMENTS);
        for (MethodDecl method : graph.methods()) {
            if (!method.isPrivate() && method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
                all.addAll(changed.get(method.key()));
            }
        }
        return all;
    }

    private static void direct(Stmt statement, Set<String> own) {
        if (statement instanceof Stmt.SetField store) {
            own.add(name(store.field()));
        } else if (statement instanceof Stmt.Embed embed) {
            own.add(name(embed.field()));
        } else if (statement instanceof Stmt.SetElement
                || statement instanceof Stmt.CopyBytes copy && copy.direction() == Stmt.Direction.FROM_DMA) {
            own.add(ELEMENTS);
        }
    }

    /** The name under which a field is known here. */
    static String name(FieldDecl field) {
        return field.owner() + "." + field.name();
    }

    private Set<String> of(String key) {
        List<MethodDecl> targets = graph.targets(key);
        if (targets.isEmpty()) {
            return kernel;
        }
        if (targets.size() == 1) {
            return changed.get(targets.get(0).key());
        }
        Set<String> all = new HashSet<>();
        targets.forEach(target -> all.addAll(changed.get(target.key())));
        return all;
    }

    /** Forgets what a call of the method with this key may have changed. */
    void apply(State state, String key) {
        Set<String> fields = of(key);
        if (fields.isEmpty()) {
            return;
        }
        boolean elements = fields.contains(ELEMENTS);
        state.forget(atom -> elements && atom.readsElements() || atom.mutableFields().stream().anyMatch(fields::contains));
    }
}
