// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** Registers and fields lie inside their block, apart from each other, and at multiples of their width. */
final class Vr201Overlap implements ProgramCheck {
    private static final String KIND = "layouts";

    @Override
    public String code() {
        return "VR201";
    }

    /** Bytes from {@code start} on, of one register or field. */
    private record Extent(String name, long start, long length, int align, Span span) {
        long end() {
            return start + length;
        }
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.BlockDecl block) {
                if (block.registers().isEmpty()) {
                    findings.report(Diagnostic.of(code(), block.span(), block.simpleName() + " has no registers.",
                            "Binding it would prove nothing about the window.", "Declare its registers, or drop it."));
                }
                List<Extent> extents = new ArrayList<>();
                for (RegisterDecl register : block.registers()) {
                    int width = register.bits() / 8;
                    extents.add(new Extent(register.name(), register.offset(), (long) width * register.count(),
                            register.split() ? width / 2 : width, register.span()));
                }
                check(block.simpleName(), "register", block.size(), extents, findings);
            } else if (type instanceof DmaDecl dma) {
                DmaSizes sizes = new DmaSizes(program);
                List<Extent> extents = new ArrayList<>();
                for (DmaDecl.Field field : dma.fields()) {
                    if (field.offset().isPresent() && field.lengthName().isEmpty()) {
                        extents.add(new Extent(field.name(), field.offset().getAsInt(), sizes.size(field), sizes.align(field.type()),
                                field.span()));
                    }
                }
                check(dma.simpleName(), "field", dma.size(), extents, findings);
            }
        }
    }

    private void check(String owner, String kind, int size, List<Extent> extents, Findings findings) {
        for (Extent extent : extents) {
            if (extent.start() < 0 || extent.end() > size) {
                findings.report(Diagnostic.of(code(), extent.span(),
                        "The " + kind + " '" + extent.name() + "' takes bytes " + hex(extent.start()) + " to " + hex(extent.end() - 1)
                                + ", but " + owner + " has " + hex(size) + " bytes.",
                        "An access would hit what lies behind it.", "Correct the offset, or the size of " + owner + "."));
            } else if (extent.align() > 0 && extent.start() % extent.align() != 0) {
                findings.report(Diagnostic.of(code(), extent.span(),
                        "The " + kind + " '" + extent.name() + "' at " + hex(extent.start()) + " is not aligned to its " + extent.align()
                                + " bytes.",
                        "An access that is not aligned traps on some machines, and is torn on others.",
                        "Correct the offset; a register that really lies there must be declared in parts that are aligned."));
            } else {
                findings.proved(KIND, extent);
            }
        }
        List<Extent> sorted = new ArrayList<>(extents);
        sorted.sort(Comparator.comparingLong(Extent::start));
        Extent farthest = null;
        for (Extent extent : sorted) {
            if (farthest != null && extent.start() < farthest.end()) {
                findings.report(Diagnostic.of(code(), extent.span(),
                        "The " + kind + "s '" + farthest.name() + "' and '" + extent.name() + "' of " + owner + " overlap at "
                                + hex(extent.start()) + ".",
                        "Writing one of them would change the other.",
                        "Correct the offset of one; look both up in the device's specification.")
                        .with(new Diagnostic.Label(farthest.span(), "takes bytes up to " + hex(farthest.end() - 1))));
            }
            if (farthest == null || extent.end() > farthest.end()) {
                farthest = extent;
            }
        }
    }

    private static String hex(long offset) {
        return offset < 0 ? Long.toString(offset) : "0x" + Long.toHexString(offset);
    }
}
