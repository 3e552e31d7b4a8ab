// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** The deepest chain of calls fits the stack that a driver may take. */
final class Vr103StackDepth implements ProgramCheck {
    /** Bytes; a kernel thread has 8 to 16 KiB, most of which the layers above and interrupts need. */
    static final int LIMIT = 2048;

    @Override
    public String code() {
        return "VR103";
    }

    /** The deepest chain from a method on: its bytes and the call that it begins with. */
    private record Depth(int bytes, CallGraph.Site next) {}

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Map<String, Depth> depths = new HashMap<>();
        StackFrame frames = new StackFrame(program);
        Set<String> called = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            depth(method, calls, frames, depths);
            calls.callsOf(method).forEach(site -> called.add(site.callee().key()));
        }
        for (MethodDecl method : calls.methods()) {
            if (method.body().isEmpty() || called.contains(method.key())) {
                continue;
            }
            Depth depth = depths.get(method.key());
            if (depth.bytes() > LIMIT) {
                report(method, calls, frames, depths, findings);
            } else {
                findings.proved("stack", method);
            }
        }
    }

    private static void depth(MethodDecl root, CallGraph calls, StackFrame frames, Map<String, Depth> depths) {
        // By hand and not by recursion, so that a long chain of calls is measured and not suffered.
        List<MethodDecl> path = new ArrayList<>(List.of(root));
        Set<String> onPath = new HashSet<>(Set.of(root.key()));
        while (!path.isEmpty()) {
            MethodDecl method = path.get(path.size() - 1);
            MethodDecl missing = null;
            Depth deepest = new Depth(0, null);
            for (CallGraph.Site site : calls.callsOf(method)) {
                Depth known = depths.get(site.callee().key());
                if (known == null && !onPath.contains(site.callee().key())) {
                    missing = site.callee();
                    break;
                }
                // A cycle counts once: VR102 refuses it anyway.
                if (known != null && known.bytes() > deepest.bytes()) {
                    deepest = new Depth(known.bytes(), site);
                }
            }
            if (missing != null && !depths.containsKey(method.key())) {
                path.add(missing);
                onPath.add(missing.key());
            } else {
                depths.putIfAbsent(method.key(), new Depth(frames.bytes(method) + deepest.bytes(), deepest.next()));
                path.remove(path.size() - 1);
                onPath.remove(method.key());
            }
        }
    }

    private void report(MethodDecl root, CallGraph calls, StackFrame frames, Map<String, Depth> depths, Findings findings) {
        Depth depth = depths.get(root.key());
        Diagnostic diagnostic = Diagnostic.of(code(), root.span(),
                "The deepest chain of calls from " + Flows.name(root) + " may take " + depth.bytes() + " bytes of stack; the limit is "
                        + LIMIT + ".",
                "A kernel stack is small and does not grow: what does not fit overwrites other memory.",
                "Make large values fields of an object, or split the chain so that fewer large locals are alive at once.");
        MethodDecl method = root;
        Set<String> seen = new HashSet<>();
        List<String> facts = new ArrayList<>();
        while (method != null && seen.add(method.key())) {
            facts.add(Flows.name(method) + ": " + frames.bytes(method) + " bytes");
            CallGraph.Site next = depths.get(method.key()).next();
            if (next != null) {
                diagnostic = diagnostic.with(new Diagnostic.Label(next.span(), "calls " + Flows.name(next.callee())));
            }
            method = next == null ? null : next.callee();
        }
        findings.report(diagnostic.withFacts(facts));
    }
}
