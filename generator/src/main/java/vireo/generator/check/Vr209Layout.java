// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;

/** A structure's fields fill exactly the bytes that it declares: no hole, no byte too many, no padding by the C compiler. */
final class Vr209Layout implements ProgramCheck {
    private static final String WHY = "The device would see the fields at other places than the driver: a header of 10 bytes against one of 12.";

    @Override
    public String code() {
        return "VR209";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        DmaSizes sizes = new DmaSizes(program);
        for (TypeDecl type : program.types()) {
            if (type instanceof DmaDecl dma) {
                check(dma, sizes, findings);
            }
        }
    }

    private void check(DmaDecl dma, DmaSizes sizes, Findings findings) {
        if (dma.fields().isEmpty()) {
            findings.report(Diagnostic.of(code(), dma.span(), dma.simpleName() + " has no fields.",
                    "C has no empty structure, and a device none to share.", "Declare its fields, or drop it."));
            return;
        }
        List<DmaDecl.Field> fixed = new ArrayList<>();
        DmaDecl.Field variable = null;
        for (DmaDecl.Field field : dma.fields()) {
            if (field.lengthName().isPresent()) {
                variable = field;
            } else if (field.offset().isPresent()) {
                fixed.add(field);
            }
        }
        fixed.sort(Comparator.comparingInt(f -> f.offset().getAsInt()));
        long end = 0;
        for (DmaDecl.Field field : fixed) {
            int offset = field.offset().getAsInt();
            if (offset > end) {
                hole(dma, field, end, offset, findings);
            }
            end = Math.max(end, offset + sizes.size(field));
        }
        if (end < dma.size()) {
            findings.report(Diagnostic.of(code(), dma.span(),
                    dma.simpleName() + " declares " + dma.size() + " bytes" + (dma.ring() ? " before its array" : "") + ", but its fields take "
                            + end + ".",
                    WHY, "Declare the missing bytes as a field, or correct the size."));
        }
        alignment(dma, sizes, findings);
        if (variable != null) {
            array(dma, variable, end, sizes, findings);
        }
        findings.proved("layouts", dma);
    }

    private void hole(DmaDecl dma, DmaDecl.Field field, long end, int offset, Findings findings) {
        findings.report(Diagnostic.of(code(), field.span(),
                "Nothing is declared for the " + (offset - end) + " bytes of " + dma.simpleName() + " from " + end + " to before '"
                        + field.name() + "' at " + offset + ".",
                WHY, "Declare the bytes, for example '@At(" + end + ") @Count(" + (offset - end)
                        + ") DmaArray<Octet> reserved', or correct the offset."));
    }

    private void alignment(DmaDecl dma, DmaSizes sizes, Findings findings) {
        int natural = sizes.natural(dma);
        if (Integer.bitCount(dma.align()) != 1) {
            findings.report(Diagnostic.of(code(), dma.span(),
                    "The alignment of " + dma.simpleName() + ", " + dma.align() + ", is no power of two.", WHY,
                    "Declare the alignment that the device's specification gives."));
        } else if (dma.align() < natural) {
            findings.report(Diagnostic.of(code(), dma.span(),
                    dma.simpleName() + " is aligned to " + dma.align() + " bytes, but a field needs " + natural + ".", WHY,
                    "Declare align = " + natural + "."));
        } else if (!dma.ring() && dma.size() % natural != 0) {
            findings.report(Diagnostic.of(code(), dma.span(),
                    "The size of " + dma.simpleName() + ", " + dma.size() + ", is no multiple of its fields' alignment, " + natural
                            + ": the C compiler would pad it.",
                    WHY, "Declare the padding as a field, or split the widest field."));
        }
    }

    private void array(DmaDecl dma, DmaDecl.Field variable, long end, DmaSizes sizes, Findings findings) {
        int offset = variable.offset().orElse(-1);
        if (offset != end) {
            findings.report(Diagnostic.of(code(), variable.span(),
                    "The array '" + variable.name() + "' of " + dma.simpleName() + " is declared at " + offset
                            + ", but the fields before it end at " + end + ".",
                    WHY, "Correct the offset, or declare the bytes between."));
        }
        long element = sizes.size(variable);
        if (offset >= 0 && offset % sizes.align(variable.type()) != 0) {
            findings.report(Diagnostic.of(code(), variable.span(),
                    "The array '" + variable.name() + "' at " + offset + " is not aligned to its elements' " + sizes.align(variable.type())
                            + " bytes.",
                    WHY, "Correct the offset."));
        }
        for (DmaDecl.Field field : dma.fields()) {
            if (field.after().isPresent() && field.after().get().equals(variable.name())) {
                int align = sizes.align(field.type());
                if (offset >= 0 && (offset % align != 0 || element % align != 0)) {
                    findings.report(Diagnostic.of(code(), field.span(),
                            "'" + field.name() + "' follows an array whose end is not always a multiple of " + align + ".", WHY,
                            "Correct the element's size, or the field's width."));
                }
            }
        }
    }
}
