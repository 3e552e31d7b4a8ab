// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CVariable;

/** Takes the number off a temporary's name where those that had the plain name are gone. */
final class NameTemporaries {
    private NameTemporaries() {}

    static List<CStmt> run(List<CStmt> body, List<CVariable> parameters) {
        Set<CVariable> all = new LinkedHashSet<>(parameters);
        CTrees.forEachExpression(body, e -> {
            if (e instanceof CExpr.Variable v) {
                all.add(v.variable());
            }
        });
        Set<String> taken = new LinkedHashSet<>();
        all.forEach(v -> taken.add(v.name()));
        Map<CVariable, CVariable> renamed = new HashMap<>();
        for (CVariable v : all) {
            String plain = v.name().replaceAll("[0-9]+$", "");
            if (v.kind() == CVariable.Kind.TEMPORARY && !plain.isEmpty() && !plain.endsWith("_") && taken.add(plain)) {
                renamed.put(v, new CVariable(v.id(), plain, v.type(), v.kind()));
            }
        }
        return CTrees.rewrite(
                body,
                e -> CTrees.rewrite(e, x -> x instanceof CExpr.Variable v && renamed.containsKey(v.variable())
                        ? new CExpr.Variable(renamed.get(v.variable()))
                        : x),
                list -> list);
    }
}
