// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.flow.Values;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/**
 * A local that the author declared as a plain int or long and that never holds a negative value is unsigned in C: what it is
 * compared with is.
 */
final class LocalRanges {
    private final Values values;
    private final TypeMapping types;
    private final Map<Local, CType> found = new HashMap<>();
    private final Map<Local, CType> sources = new HashMap<>();
    private final Set<Local> signed = new HashSet<>();

    private LocalRanges(TypeMapping types, Values values) {
        this.types = types;
        this.values = values;
    }

    /** The C types of those locals whose declared type says less than their values. */
    static Map<Local, CType> of(MethodDecl method, TypeMapping types, Values values) {
        LocalRanges ranges = new LocalRanges(types, values);
        IrWalk.forEach(method.body().orElse(List.of()), ranges::visit);
        ranges.sources.forEach((local, type) -> {
            if (ranges.found.containsKey(local) && ranges.isUnsigned(type)) {
                ranges.found.put(local, type);
                ranges.signed.remove(local);
            }
        });
        method.parameters().forEach(ranges.found::remove);
        ranges.signed.forEach(ranges.found::remove);
        return ranges.found;
    }

    private void visit(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            if (candidate(d.local())) {
                found.put(d.local(), CType.of(((Type.Int) d.local().type()).java() == Type.Java.LONG ? CInt.U64 : CInt.U32));
            }
            d.value().ifPresent(v -> assigned(d.local(), v, s));
        } else if (s instanceof Stmt.Assign a) {
            assigned(a.local(), a.value(), s);
        } else {
            s.effectResult().ifPresent(local -> result(local, s));
        }
    }

    private static boolean candidate(Local local) {
        return local.type() instanceof Type.Int number
                && number.kinds().isEmpty()
                && number.java() != Type.Java.BYTE
                && number.range().min().signum() < 0;
    }

    private void assigned(Local local, Expr value, Stmt at) {
        if (!candidate(local)) {
            return;
        }
        if (values.intervalOf(value, at).min().signum() < 0) {
            signed.add(local);
        }
        source(local, value instanceof Expr.Field || value instanceof Expr.Element ? types.stored(value.type())
                : value instanceof Expr.Get g ? found.getOrDefault(g.local(), types.of(value.type()))
                : CType.VOID);
    }

    /** An effect's result is as wide as the effect declares it. */
    private void result(Local local, Stmt s) {
        Type type = s instanceof Stmt.Call c ? c.resultType()
                : s instanceof Stmt.ForeignCall f ? f.function().result()
                : s instanceof Stmt.ReadByte ? Type.Int.BYTE
                : s instanceof Stmt.ReadRegister || s instanceof Stmt.ReadCell ? null
                : local.type();
        boolean unsigned = type == null || type instanceof Type.Int && types.of(type).integer().filter(i -> !i.signed()).isPresent();
        if (!unsigned) {
            signed.add(local);
        }
        source(local, s instanceof Stmt.Call c ? types.of(c.resultType())
                : s instanceof Stmt.ForeignCall f ? types.stored(f.function().result())
                : CType.VOID);
    }

    /** Notes the C type of what the local is assigned; it is the local's own where all assignments agree. */
    private void source(Local local, CType type) {
        sources.merge(local, type, (a, b) -> a.equals(b) ? a : CType.VOID);
    }

    private boolean isUnsigned(CType type) {
        return type.integer().filter(i -> !i.signed()).isPresent();
    }
}
