// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;
import vireo.generator.resolve.BlockLayout;
import vireo.generator.resolve.Terms;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers what leads to registers and cells: components of blocks, structures and rings, and elements of arrays in device memory. */
final class DeviceAccess {
    private final Code code;
    private final MethodParts parts;
    private final RegisterAccess registers;
    private final CellAccess cells;
    private final ByteAccess bytes;

    DeviceAccess(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
        this.registers = new RegisterAccess(code, parts);
        this.cells = new CellAccess(code, parts);
        this.bytes = new ByteAccess(code, parts);
    }

    /** {@code block.register()}, {@code structure.field()}. */
    Expr component(Expr owner, Expression.Call e) {
        if (!e.arguments().isEmpty()) {
            return parts.calls().unknown(e, "method", TypeText.plain(owner.type()) + "." + e.name(), List.of());
        }
        if (owner.type() instanceof Type.Block block) {
            BlockLayout layout = code.world().block(block.name());
            Optional<BlockLayout.Register> register = layout.find(e.name());
            if (register.isEmpty()) {
                return parts.calls().unknown(e, "register", TypeText.plain(block) + "." + e.name(), layout.names());
            }
            var declaration = register.get().declaration();
            Type type = new Type.Register(declaration.access(), declaration.bits());
            return new Expr.RegisterRef(owner, declaration, Optional.empty(), type, e.span());
        }
        Type.Dma structure = (Type.Dma) owner.type();
        DmaDecl layout = code.world().layout(structure.name());
        Optional<DmaDecl.Field> field =
                layout.fields().stream().filter(f -> f.name().equals(e.name())).findFirst();
        if (field.isEmpty()) {
            List<String> names =
                    layout.fields().stream().map(DmaDecl.Field::name).toList();
            return parts.calls().unknown(e, "component", TypeText.plain(structure) + "." + e.name(), names);
        }
        return new Expr.DmaField(owner, field.get(), typeIn(structure, field.get()), e.span());
    }

    /** The variable array of a ring is as long as the ring. */
    private static Type typeIn(Type.Dma structure, DmaDecl.Field field) {
        return field.lengthName().isPresent() && field.type() instanceof Type.DmaArray array
                ? new Type.DmaArray(array.element(), structure.length())
                : field.type();
    }

    /** A method of a register, cell, array or bytes. */
    Expr call(Expr receiver, Expression.Call e, CallUse use) {
        if (receiver instanceof Expr.RegisterRef register && receiver.type() instanceof Type.Register) {
            return registers.call(register, e, use);
        }
        if (receiver.type() instanceof Type.Cell) {
            return cells.call(receiver, e, use);
        }
        return receiver.type() instanceof Type.DmaBytes
                ? bytes.call(receiver, e, use)
                : array((Type.DmaArray) receiver.type(), receiver, e);
    }

    private Expr array(Type.DmaArray type, Expr receiver, Expression.Call e) {
        if (e.name().equals("length") && e.arguments().isEmpty()) {
            return Terms.length(receiver, e.span());
        }
        if (!e.name().equals("at") || e.arguments().size() != 1) {
            return parts.calls().unknown(e, "method", "DmaArray." + e.name(), List.of("at", "length"));
        }
        List<Expr> operands = parts.calls().withReceiver(receiver, e.arguments());
        Expr index = parts.coercion().to(Type.Int.INT, operands.get(1), "the index");
        return index.type() instanceof Type.Erroneous ? index : element(operands.get(0), type, index, e.span());
    }

    private static Expr element(Expr array, Type.DmaArray type, Expr index, Span span) {
        return new Expr.DmaElement(array, index, type.element(), span);
    }
}
