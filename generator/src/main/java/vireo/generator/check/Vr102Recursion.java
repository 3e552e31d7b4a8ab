// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** No method calls itself, directly or by way of others. */
final class Vr102Recursion implements ProgramCheck {
    private enum Colour {
        ON_PATH,
        DONE
    }

    @Override
    public String code() {
        return "VR102";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Map<String, Colour> colours = new HashMap<>();
        for (MethodDecl method : calls.methods()) {
            if (!colours.containsKey(method.key())) {
                search(method, calls, colours, findings);
            }
        }
    }

    /** One frame of the depth-first search, kept by hand: a call chain may be long. */
    private record Frame(MethodDecl method, List<CallGraph.Site> sites, int[] next) {}

    private void search(MethodDecl root, CallGraph calls, Map<String, Colour> colours, Findings findings) {
        List<Frame> path = new ArrayList<>();
        path.add(new Frame(root, calls.callsOf(root), new int[1]));
        colours.put(root.key(), Colour.ON_PATH);
        while (!path.isEmpty()) {
            Frame frame = path.get(path.size() - 1);
            if (frame.next()[0] == frame.sites().size()) {
                colours.put(frame.method().key(), Colour.DONE);
                path.remove(path.size() - 1);
                continue;
            }
            CallGraph.Site site = frame.sites().get(frame.next()[0]++);
            Colour colour = colours.get(site.callee().key());
            if (colour == Colour.ON_PATH) {
                report(path, site, findings);
            } else if (colour == null) {
                colours.put(site.callee().key(), Colour.ON_PATH);
                path.add(new Frame(site.callee(), calls.callsOf(site.callee()), new int[1]));
            }
        }
    }

    private void report(List<Frame> path, CallGraph.Site closing, Findings findings) {
        int start = path.size() - 1;
        while (!path.get(start).method().key().equals(closing.callee().key())) {
            start--;
        }
        List<String> names = new ArrayList<>();
        for (Frame frame : path.subList(start, path.size())) {
            names.add(Flows.name(frame.method()));
        }
        names.add(names.get(0));
        String what = names.size() == 2
                ? names.get(0) + " calls itself."
                : names.get(0) + " calls itself by way of others: " + String.join(" -> ", names) + ".";
        Diagnostic diagnostic = Diagnostic.of(code(), closing.span(), what,
                "A kernel stack is a few KiB and does not grow: recursion whose depth nobody bounds overwrites other memory.",
                "Write it as a loop with a bound, with the pending work in an array of fixed length.");
        for (Frame frame : path.subList(start, path.size() - 1)) {
            CallGraph.Site taken = frame.sites().get(frame.next()[0] - 1);
            diagnostic = diagnostic.with(new Diagnostic.Label(taken.span(),
                    Flows.name(frame.method()) + " calls " + Flows.name(taken.callee()) + " here"));
        }
        findings.report(diagnostic);
    }
}
