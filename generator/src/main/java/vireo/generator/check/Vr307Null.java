// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What may be null is compared with null before it is used, and goes only where null may be. */
final class Vr307Null implements PointCheck {
    private static final String KIND = "null";
    private static final String WHY = "Using a null pointer in the kernel is a crash at best.";

    @Override
    public String code() {
        return "VR307";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e instanceof Expr.Field field) {
            use(field.object(), point);
        } else if (e instanceof Expr.RegisterRef ref) {
            use(ref.block(), point);
        } else if (e instanceof Expr.DmaField part) {
            use(part.structure(), point);
        }
    }

    @Override
    public void statement(Stmt statement, Point point) {
        if (statement instanceof Stmt.Call call) {
            call.receiver().ifPresent(receiver -> use(receiver, point));
        } else if (statement instanceof Stmt.ForeignCall call) {
            call.receiver().ifPresent(receiver -> use(receiver, point));
        } else if (statement instanceof Stmt.SetField store) {
            use(store.object(), point);
        }
    }

    private void use(Expr reference, Point point) {
        if (!isNullable(reference, point)) {
            return;
        }
        Optional<Boolean> known = point.values().nonNull(point.state(), reference);
        if (known.equals(Optional.of(true))) {
            point.findings().proved(KIND, reference);
            return;
        }
        String name = "'" + Phrases.source(reference) + "'";
        point.findings().report(Diagnostic.of(code(), reference.span(),
                name + (known.isPresent() ? " is null here." : " may be null here."), WHY,
                "Test it before: 'if (" + Phrases.source(reference) + " == null) throw new DriverException(Errno.ENODEV);'."));
    }

    private static boolean isNullable(Expr reference, Point point) {
        if (reference instanceof Expr.Conditional choice) {
            return isNullable(choice.yes(), point) || isNullable(choice.no(), point);
        }
        return reference instanceof Expr.Convert convert
                ? isNullable(convert.operand(), point)
                : nullable(point.typeOf(reference));
    }

    /** Whether values of the type may be null. */
    static boolean nullable(Type type) {
        return type instanceof Type.Null
                || type instanceof Type.Object object && object.nullable()
                || type instanceof Type.Interface declared && declared.nullable()
                || type instanceof Type.Block block && block.nullable()
                || type instanceof Type.Dma dma && dma.nullable()
                || type instanceof Type.Foreign foreign && foreign.nullable();
    }

    /** Whether values of the type are pointers to something that a driver or the kernel has. */
    static boolean isReference(Type type) {
        return type instanceof Type.Object || type instanceof Type.Interface || type instanceof Type.Block || type instanceof Type.Dma
                || type instanceof Type.Foreign foreign && foreign.isPointer();
    }

    @Override
    public void flow(Flow flow, Point point) {
        if (!isReference(flow.target()) || nullable(flow.target()) || !isNullable(flow.value(), point)) {
            return;
        }
        if (point.values().nonNull(point.state(), flow.value()).equals(Optional.of(true))) {
            point.findings().proved(KIND, flow.value());
            return;
        }
        point.findings().report(Diagnostic.of(code(), flow.span(),
                "'" + Phrases.source(flow.value()) + "' may be null, but " + flow.place() + " is not declared @Nullable.", WHY,
                "Test it before, or declare " + flow.place() + " @Nullable."));
    }
}
