// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.FilePrinter;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Constants as macros: as the author computed them, where that fits the page, or as numbers in the author's radix. */
final class ConstantEmitter {
    private ConstantEmitter() {}

    /** Constants of a header, which speak of each other. */
    static List<CDecl> emit(List<TypeDecl.ConstantDecl> constants) {
        Set<String> names = constants.stream().map(TypeDecl.ConstantDecl::name).collect(Collectors.toSet());
        Set<String> owners = constants.stream().map(TypeDecl.ConstantDecl::owner).collect(Collectors.toSet());
        return emit(constants, c -> owners.contains(c.owner()) && names.contains(c.name()));
    }

    /** @param visible the constants whose macros are defined wherever these are used */
    static List<CDecl> emit(List<TypeDecl.ConstantDecl> constants, Predicate<Expr.NamedConst> visible) {
        return constants.stream().<CDecl>map(c -> emit(c, visible)).toList();
    }

    private static CDecl emit(TypeDecl.ConstantDecl c, Predicate<Expr.NamedConst> visible) {
        Optional<CDecl.Define> computed = c.initializer()
                .flatMap(e -> ConstantExpression.of(e, c.value(), visible))
                .map(e -> define(c, e))
                .filter(FilePrinter::fits);
        return computed.orElseGet(() -> define(c, number(c)));
    }

    private static CDecl.Define define(TypeDecl.ConstantDecl c, CExpr value) {
        Optional<String> remark = c.initializer().filter(Expr.Const.class::isInstance).flatMap(e -> Literals.packed(e.span()));
        return new CDecl.Define(CNames.macro(c.owner(), c.name()), value, new KernelDoc(c.owner(), c.doc()).comment(), remark);
    }

    private static CExpr number(TypeDecl.ConstantDecl c) {
        return c.type() instanceof Type.Bool
                ? Logic.constant(c.value().signum() != 0)
                : Literals.value(c.value(), c.hexadecimal()).expr();
    }
}
