// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * A named number or a value of an enum is used by the driver, whoever may see it. What stands in a register block, a layout or an interface
 * describes what others need, used here or not.
 */
final class Vr116Constant implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        SourceWords words = new SourceWords(program);
        for (TypeDecl type : program.types()) {
            boolean own = type instanceof TypeDecl.ClassDecl || type instanceof TypeDecl.RecordDecl;
            for (TypeDecl.ConstantDecl constant : own ? Declared.constants(type) : List.<TypeDecl.ConstantDecl>of()) {
                if (!words.use(type, constant.name(), constant.span())) {
                    report("The constant '" + constant.name() + "' is never used.", constant.span(), findings);
                }
            }
            if (type instanceof TypeDecl.EnumDecl declared) {
                for (TypeDecl.EnumConstant constant : declared.constants()) {
                    // Case labels name it without its type.
                    if (!words.use(type, constant.name(), constant.span()) && !words.useElsewhere(constant.name(), constant.span())) {
                        report("The value '" + constant.name() + "' of " + type.simpleName() + " is never used.", constant.span(), findings);
                    }
                }
            }
        }
    }

    private void report(String what, Span span, Findings findings) {
        findings.report(Diagnostic.of(code(), span, what,
                "Where a number has a name, and the code that should use it has another one, the driver does something else than its author meant.",
                "Use it where it belongs, or delete it."));
    }
}
