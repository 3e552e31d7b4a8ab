// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.syntax.ast.Expression;

/** Lowers accesses to cells of device-visible memory; one that the declared writer or hand-over forbids is VR202. */
final class CellAccess {
    private static final List<String> METHODS = List.of("get", "set", "raw", "setRaw", "publish", "observe");

    private final Code code;
    private final MethodParts parts;

    CellAccess(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    Expr call(Expr cell, Expression.Call e, CallUse use) {
        Type.Cell type = (Type.Cell) cell.type();
        boolean writes =
                e.name().equals("set") || e.name().equals("setRaw") || e.name().equals("publish");
        boolean known = METHODS.contains(e.name())
                && (type.order() != Type.ByteOrder.NONE
                        || e.name().equals("get")
                        || e.name().equals("set"));
        if (!known || e.arguments().size() != (writes ? 1 : 0)) {
            return parts.calls()
                    .unknown(e, "method", vireo.generator.resolve.TypeText.plain(type) + "." + e.name(), METHODS);
        }
        List<Expr> operands = parts.calls().withReceiver(cell, e.arguments());
        if (!allowed(cell, e, writes)) {
            return new Expr.Erroneous(e.span());
        }
        Stmt.Order order = order(e.name());
        Type.Int value = value(cell, type, order);
        Expr place = operands.get(0);
        if (!writes) {
            return code.effect(
                    value,
                    Hints.of(place),
                    use.to(),
                    e.span(),
                    local -> new Stmt.ReadCell(local, place, order, e.span()));
        }
        Expr fitted = parts.coercion().to(value, operands.get(1), "the value");
        if (fitted.type() instanceof Type.Erroneous) {
            return fitted;
        }
        code.add(new Stmt.WriteCell(place, fitted, order, e.span()));
        return new Expr.Const(BigInteger.ZERO, new Type.Void(), e.span());
    }

    private boolean allowed(Expr cell, Expression.Call e, boolean writes) {
        boolean published = cell instanceof Expr.DmaField f && f.field().published();
        DmaDecl.Writer writer = writer(cell);
        boolean handsOver = e.name().equals("publish") || e.name().equals("observe");
        String name = Hints.of(cell);
        if (handsOver != published) {
            refuse(
                    e,
                    published
                            ? "`" + name + "` hands entries over, and is accessed without order"
                            : "`" + name + "` is not declared `@Published`",
                    published
                            ? "Write it with `publish`, or read it with `observe`."
                            : "Use `get` or `set`, or mark the component `@Published`.");
            return false;
        }
        if (writes && writer == DmaDecl.Writer.DEVICE) {
            refuse(e, "`" + name + "` is written by the device", "Write to a ring or structure of the driver's.");
            return false;
        }
        if (e.name().equals("observe") && writer == DmaDecl.Writer.DRIVER) {
            refuse(
                    e,
                    "`" + name + "` is written by the driver itself",
                    "Keep the index in a private field: memory that the device sees is not read back.");
            return false;
        }
        return true;
    }

    private void refuse(Expression.Call e, String what, String fix) {
        code.findings()
                .report(
                        "VR202",
                        e.nameSpan(),
                        what,
                        "Entries would be seen before they are written, or the other side's memory overwritten.",
                        fix);
    }

    /** Who writes the memory that an address lies in, as far as the path shows it. */
    private DmaDecl.Writer writer(Expr address) {
        if (address instanceof Expr.DmaField f) {
            DmaDecl.Writer own = code.world().layout(f.field().owner()).writer();
            return own == DmaDecl.Writer.BOTH ? writer(f.structure()) : own;
        }
        return address instanceof Expr.DmaElement x ? writer(x.array()) : DmaDecl.Writer.BOTH;
    }

    private static Stmt.Order order(String method) {
        return switch (method) {
            case "publish" -> Stmt.Order.PUBLISH;
            case "observe" -> Stmt.Order.OBSERVE;
            case "raw", "setRaw" -> Stmt.Order.RAW;
            default -> Stmt.Order.PLAIN;
        };
    }

    private static Type.Int value(Expr cell, Type.Cell type, Stmt.Order order) {
        Type.Int plain = declared(cell, type);
        if (order != Stmt.Order.RAW) {
            return plain;
        }
        Set<Type.Qualifier> qualifiers = EnumSet.of(
                type.order() == Type.ByteOrder.BIG ? Type.Qualifier.BIG_ENDIAN : Type.Qualifier.LITTLE_ENDIAN);
        return new Type.Int(plain.java(), plain.range(), -1, qualifiers, List.of());
    }

    private static Type.Int declared(Expr cell, Type.Cell type) {
        if (cell instanceof Expr.DmaField f && f.field().value().isPresent()) {
            return f.field().value().get().withoutSides();
        }
        if (cell instanceof Expr.DmaElement x
                && x.array() instanceof Expr.DmaField f
                && f.field().value().isPresent()) {
            return f.field().value().get().withoutSides();
        }
        return Type.Int.of(type.bits() < 32 ? Type.Java.INT : Type.Java.LONG, Interval.unsigned(type.bits()));
    }
}
