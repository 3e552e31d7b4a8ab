// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslClasses;
import vireo.generator.resolve.DslMethod;
import vireo.generator.resolve.DslType;
import vireo.generator.resolve.Terms;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers accesses to bytes of device-visible memory, one at a time or copied. */
final class ByteAccess {
    private final Code code;
    private final MethodParts parts;

    ByteAccess(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    Expr call(Expr bytes, Expression.Call e, CallUse use) {
        DslType type = code.world().dsl().find(DslClasses.PACKAGE + ".DmaBytes").orElseThrow();
        DslMethod method = parts.dslCalls().find(type, e, false);
        if (method == null) {
            return new Expr.Erroneous(e.span());
        }
        List<Expr> operands = parts.calls().withReceiver(bytes, e.arguments());
        List<Expr> a = parts.dslCalls().fitted(method, operands.subList(1, operands.size()), e);
        if (a == null) {
            return new Expr.Erroneous(e.span());
        }
        Expr memory = operands.get(0);
        Span at = e.span();
        switch (e.name()) {
            case "length":
                return Terms.length(memory, at);
            case "get":
                Type octet = Type.Int.of(Type.Java.INT, Interval.U8);
                return code.effect(
                        octet, "octet", use.to(), at, local -> new Stmt.ReadByte(local, memory, a.get(0), at));
            case "set":
                return effect(new Stmt.WriteByte(memory, a.get(0), a.get(1), at));
            case "slice":
                Expr length = stable(a.get(1));
                return code.effect(
                        new Type.DmaBytes(Optional.of(length)),
                        "slice",
                        use.to(),
                        at,
                        local -> new Stmt.Slice(local, memory, a.get(0), length, at));
            case "zero":
                return effect(new Stmt.CopyBytes(
                        Stmt.Direction.ZERO, memory, a.get(0), Optional.empty(), Optional.empty(), a.get(1), at));
            case "copyTo":
                return effect(new Stmt.CopyBytes(
                        Stmt.Direction.FROM_DMA,
                        memory,
                        a.get(0),
                        Optional.of(a.get(1)),
                        Optional.of(a.get(2)),
                        a.get(3),
                        at));
            case "copyFrom":
                return effect(new Stmt.CopyBytes(
                        Stmt.Direction.TO_DMA,
                        memory,
                        a.get(0),
                        Optional.of(a.get(1)),
                        Optional.of(a.get(2)),
                        a.get(3),
                        at));
            default:
                code.findings().unknown(e.nameSpan(), "method", "DmaBytes." + e.name(), type.methodNames());
                return new Expr.Erroneous(at);
        }
    }

    /** The slice's length names the number, so that has to keep its value. */
    private Expr stable(Expr length) {
        return Stability.isStable(length, code) ? length : code.keep("length", length);
    }

    private Expr effect(Stmt statement) {
        code.add(statement);
        return new Expr.Const(BigInteger.ZERO, new Type.Void(), statement.span());
    }
}
