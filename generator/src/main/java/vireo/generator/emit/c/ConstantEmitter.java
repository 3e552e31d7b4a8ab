// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Constants as macros, in the radix in which the author wrote them. */
final class ConstantEmitter {
    private ConstantEmitter() {}

    static List<CDecl> emit(List<TypeDecl.ConstantDecl> constants) {
        return constants.stream().<CDecl>map(ConstantEmitter::emit).toList();
    }

    private static CDecl emit(TypeDecl.ConstantDecl c) {
        CExpr value = c.type() instanceof Type.Bool
                ? new CExpr.Symbol(c.value().signum() != 0 ? "true" : "false")
                : Literals.value(c.value(), c.hexadecimal()).expr();
        if (value instanceof CExpr.Number n && n.text().startsWith("-")) {
            value = new CExpr.Symbol("(" + n.text() + ")");
        } else if (value instanceof CExpr.Binary b) {
            value = new CExpr.Symbol("(" + ((CExpr.Number) b.left()).text() + " - 1)");
        }
        return new CDecl.Define(CNames.macro(c.owner(), c.name()), value, new KernelDoc(c.owner(), c.doc()).comment());
    }
}
