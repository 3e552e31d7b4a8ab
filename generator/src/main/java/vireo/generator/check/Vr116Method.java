// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** A private method is called, by another than itself. */
final class Vr116Method implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Set<String> called = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            calls.callsOf(method).stream().map(site -> site.callee().key()).filter(key -> !key.equals(method.key())).forEach(called::add);
        }
        for (MethodDecl method : calls.methods()) {
            boolean hidden = method.isPrivate() && method.kind() != MethodDecl.Kind.CONSTRUCTOR;
            if (hidden && !called.contains(method.key())) {
                findings.report(Diagnostic.of(code(), method.span(), "The private method '" + method.name() + "' is never called.",
                        "A step that is written and never taken is mostly a call that got lost.",
                        "Call it where it belongs, or delete it."));
            }
        }
    }
}
