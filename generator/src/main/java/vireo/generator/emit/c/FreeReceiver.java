// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CVariable;

/** Gives the memory of a boxed object back where the method that ends it ends itself: at every way out but failures. */
final class FreeReceiver {
    private final FunctionScope scope;
    private final TypeMapping types;

    FreeReceiver(FunctionScope scope, TypeMapping types) {
        this.scope = scope;
        this.types = types;
    }

    List<CStmt> atEveryEnd(List<CStmt> body) {
        List<CStmt> freed = new ArrayList<>(CTrees.rewrite(body, e -> e, this::returns));
        if (CTrees.completes(freed)) {
            freed.add(free());
        }
        return freed;
    }

    private List<CStmt> returns(List<CStmt> list) {
        List<CStmt> out = new ArrayList<>();
        for (CStmt s : list) {
            if (s instanceof CStmt.Return r && !fails(r)) {
                returned(r, out);
            } else {
                out.add(s);
            }
        }
        return out;
    }

    /** A status that is not 0: success is always returned as the number, its result through a pointer. */
    private boolean fails(CStmt.Return r) {
        return scope.method().throwing() && !r.value().equals(Optional.of(new CExpr.Number("0")));
    }

    /** The value is computed while the object is still there. */
    private void returned(CStmt.Return r, List<CStmt> out) {
        boolean simple = r.value().isEmpty() || r.value().get() instanceof CExpr.Number
                || r.value().get() instanceof CExpr.Symbol;
        if (simple) {
            out.add(free());
            out.add(r);
            return;
        }
        CVariable kept = scope.helper("ret", types.of(scope.method().result()));
        CExpr target = new CExpr.Variable(kept);
        if (!r.value().get().equals(target)) {
            out.add(CStmt.assign(target, r.value().get()));
        }
        out.add(free());
        out.add(CStmt.returning(target));
    }

    private CStmt free() {
        return new CStmt.Do(CExpr.call("vireo_free", List.of(scope.receiver()), CExpr.Effect.ANY));
    }
}
