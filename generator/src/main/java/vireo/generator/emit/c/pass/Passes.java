// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;

/** The passes in order. */
public final class Passes {
    private Passes() {}

    /**
     * @param body as lowered: no declarations, loops without a shape
     * @param typeOf the type of a place, where it is known
     */
    public static List<CStmt> run(List<CStmt> body, List<CVariable> parameters, Function<CExpr, Optional<CType>> typeOf) {
        List<CStmt> b = new ForwardResults(typeOf).run(body);
        b = inlined(b);
        b = JoinConditions.run(b);
        b = ShapeLoops.run(b);
        b = TailReturns.run(b);
        b = DropUnused.run(b);
        b = NameTemporaries.run(b, parameters);
        b = PlaceDeclarations.run(b);
        return DropUnused.silence(b, parameters);
    }

    /** A short circuit that became one expression may go where its value is used, and be the right side of another. */
    private static List<CStmt> inlined(List<CStmt> body) {
        List<CStmt> before = body;
        List<CStmt> after = InlineTemporaries.run(JoinShortCircuits.run(before));
        while (!after.equals(before)) {
            before = after;
            after = InlineTemporaries.run(JoinShortCircuits.run(before));
        }
        return after;
    }
}
