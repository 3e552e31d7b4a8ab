// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.ir.CNames;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.TypeDecl;

/** Register blocks: one offset macro a register. */
final class BlockEmitter {
    private BlockEmitter() {}

    static void emit(TypeDecl.BlockDecl block, Unit unit) {
        new KernelDoc(block.name(), block.doc()).plain().ifPresent(unit.header()::add);
        int digits = Math.max(2, Integer.toHexString(block.size()).length());
        for (RegisterDecl r : block.registers()) {
            unit.header().add(new CDecl.Define(
                    CNames.macro(block.name(), r.name()),
                    new CExpr.Number(String.format("0x%0" + digits + "x", r.offset())),
                    new KernelDoc(block.name(), r.doc()).comment()));
        }
        unit.header().add(new CDecl.Define(
                sizeMacro(block), new CExpr.Number(String.format("0x%0" + digits + "x", block.size())),
                java.util.Optional.empty()));
        unit.header().addAll(ConstantEmitter.emit(block.constants()));
    }

    /** The macro for the size of the whole block. */
    static String sizeMacro(TypeDecl.BlockDecl block) {
        String name = CNames.macro(block.name(), "SIZE");
        boolean taken = block.registers().stream().anyMatch(r -> CNames.macro(block.name(), r.name()).equals(name))
                || block.constants().stream().anyMatch(c -> c.name().equals("SIZE"));
        return taken ? CNames.macro(block.name(), "BLOCK_SIZE") : name;
    }

    /** The widest single access, in bytes. */
    static int align(TypeDecl.BlockDecl block) {
        return block.registers().stream().mapToInt(r -> r.split() ? 4 : r.bits() / 8).max().orElse(1);
    }
}
