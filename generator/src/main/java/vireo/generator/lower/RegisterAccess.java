// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.BlockLayout;
import vireo.generator.resolve.DslMethod;
import vireo.generator.syntax.ast.Expression;

/** Lowers accesses to registers; one against the declared mode is VR202, one of another width than declared VR203. */
final class RegisterAccess {
    private static final Set<String> MODES = Set.of("read", "write", "acknowledge", "get", "set");
    private static final Set<String> HALVES = Set.of("readLow", "readHigh", "writeLow", "writeHigh");

    private final Code code;
    private final MethodParts parts;

    RegisterAccess(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    Expr call(Expr.RegisterRef register, Expression.Call e, CallUse use) {
        RegisterDecl declaration = register.register();
        BlockLayout.Register layout =
                code.world().block(declaration.owner()).find(declaration.name()).orElseThrow();
        if (layout.array() && register.index().isEmpty()) {
            return element(register, e);
        }
        List<Expr> operands = parts.calls().withReceiver(register, e.arguments());
        List<DslMethod> methods = layout.dsl().methods(e.name());
        if (methods.isEmpty()
                || methods.get(0).parameters().size() != e.arguments().size()) {
            return refused(declaration, layout, e);
        }
        Stmt.Part part = part(e.name());
        if (part != Stmt.Part.WHOLE && !declaration.halves()) {
            report(
                    "VR203",
                    e,
                    "half of `" + declaration.name() + "` is accessed, and it is not declared to allow that",
                    "A torn access reads or writes a value that never was.",
                    "Use `read()` or `write(value)`, or mark the component `@Halves` where the specification allows"
                            + " it.");
            return new Expr.Erroneous(e.span());
        }
        Expr place = operands.get(0);
        Type.Int value = value(declaration, part);
        if (methods.get(0).result() instanceof Type.Void) {
            return write(place, operands.get(1), value, part, e);
        }
        return code.effect(
                value,
                declaration.name(),
                use.to(),
                e.span(),
                local -> new Stmt.ReadRegister(local, place, part, e.span()));
    }

    private Expr write(Expr place, Expr given, Type.Int value, Stmt.Part part, Expression.Call e) {
        Expr fitted = parts.coercion().to(value, given, "the value");
        if (fitted.type() instanceof Type.Erroneous) {
            return fitted;
        }
        code.add(new Stmt.WriteRegister(place, fitted, part, e.span()));
        return new Expr.Const(BigInteger.ZERO, new Type.Void(), e.span());
    }

    private Expr element(Expr.RegisterRef register, Expression.Call e) {
        if (!e.name().equals("at") || e.arguments().size() != 1) {
            return parts.calls().unknown(e, "method", "RegisterArray." + e.name(), List.of("at"));
        }
        List<Expr> operands = parts.calls().withReceiver(register, e.arguments());
        Expr index = parts.coercion().to(Type.Int.INT, operands.get(1), "the index");
        return index.type() instanceof Type.Erroneous
                ? index
                : new Expr.RegisterRef(
                        ((Expr.RegisterRef) operands.get(0)).block(),
                        register.register(),
                        Optional.of(index),
                        register.type(),
                        e.span());
    }

    private Expr refused(RegisterDecl declaration, BlockLayout.Register layout, Expression.Call e) {
        if (MODES.contains(e.name())) {
            report(
                    "VR202",
                    e,
                    "`" + declaration.name() + "` is " + mode(declaration.access()) + ", and has no `" + e.name() + "`",
                    "The device ignores the access, or does something else than meant.",
                    "Use one of: " + String.join(", ", layout.dsl().methodNames())
                            + "; or correct the component's type.");
        } else if (HALVES.contains(e.name())) {
            report(
                    "VR203",
                    e,
                    "`" + declaration.name() + "` is a register of " + declaration.bits() + " bits and has no halves",
                    "An access of another width than declared reads or writes something else.",
                    "Use one of: " + String.join(", ", layout.dsl().methodNames()) + ".");
        } else {
            code.findings()
                    .unknown(
                            e.nameSpan(),
                            "method",
                            layout.dsl().simpleName() + "." + e.name(),
                            layout.dsl().methodNames());
        }
        return new Expr.Erroneous(e.span());
    }

    private void report(String code, Expression.Call e, String what, String why, String fix) {
        this.code.findings().report(code, e.nameSpan(), what, why, fix);
    }

    private static String mode(RegisterDecl.Access access) {
        return switch (access) {
            case READ_ONLY -> "read-only";
            case READ_WRITE -> "for reading and writing";
            case WRITE_ONLY -> "write-only";
            case WRITE_ONE_TO_CLEAR -> "cleared by writing ones";
            case READ_SIDE_EFFECT -> "read-only, and its read has an effect";
        };
    }

    private static Stmt.Part part(String method) {
        return method.endsWith("Low")
                ? Stmt.Part.LOW_HALF
                : method.endsWith("High") ? Stmt.Part.HIGH_HALF : Stmt.Part.WHOLE;
    }

    private static Type.Int value(RegisterDecl declaration, Stmt.Part part) {
        int bits = part == Stmt.Part.WHOLE ? declaration.bits() : 32;
        Set<Type.Qualifier> qualifiers = declaration.bitMask() ? Set.of(Type.Qualifier.BIT_MASK) : Set.of();
        Type.Java carrier = bits < 32 ? Type.Java.INT : Type.Java.LONG;
        return new Type.Int(carrier, Interval.unsigned(bits), -1, qualifiers, List.of());
    }
}
