// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;

/** The order in which summaries can be made. */
public final class CallOrder {
    private CallOrder() {}

    /** All methods, each after those that it may call; in a recursion, which is refused elsewhere, one of them comes too early. */
    public static List<MethodDecl> calleesFirst(CallGraph calls) {
        List<MethodDecl> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (MethodDecl root : calls.methods()) {
            if (!seen.add(root.key())) {
                continue;
            }
            // By hand, so that a long chain of calls does not take a long chain of frames.
            List<MethodDecl> path = new ArrayList<>(List.of(root));
            List<Integer> next = new ArrayList<>(List.of(0));
            while (!path.isEmpty()) {
                int top = path.size() - 1;
                List<CallGraph.Site> sites = calls.callsOf(path.get(top));
                if (next.get(top) == sites.size()) {
                    order.add(path.remove(top));
                    next.remove(top);
                    continue;
                }
                MethodDecl callee = sites.get(next.get(top)).callee();
                next.set(top, next.get(top) + 1);
                if (seen.add(callee.key())) {
                    path.add(callee);
                    next.add(0);
                }
            }
        }
        return order;
    }
}
