// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.check.fact.Need;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.source.Span;

/** Of a buffer that the device writes, no more is read than it has written. */
final class Vr605Beyond implements Check {
    @Override
    public String code() {
        return "VR605";
    }

    Diagnostic refusal(Need need) {
        Diagnostic diagnostic = Diagnostic.of(code(), need.span(),
                "This may read bytes that the device has not written: no number of delivered bytes bounds it.",
                "Behind what the device wrote lies what the memory held before: another frame, another user's data, or the kernel's own.",
                "Read as many bytes as the completion says: copyTo(0, to, at, length), where length is declared @Delivered, or test before that"
                        + " what is needed was delivered.");
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here"));
        }
        return diagnostic;
    }
}
