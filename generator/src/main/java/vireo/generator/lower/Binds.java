// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslMethod;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeText;
import vireo.generator.syntax.ast.Expression;

/** Lowers the binding of register blocks to windows, and of structures, rings, arrays and bytes to DMA memory. */
final class Binds {
    private final Code code;
    private final MethodParts parts;

    Binds(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    Expr lower(Expr source, DslMethod method, Expression.Call e, CallUse use) {
        String kind = method.intrinsic().orElse("");
        boolean bytes = kind.equals("dmamemory.bytes");
        Type view = bytes ? new Type.DmaBytes(Optional.empty()) : view(kind, e);
        List<Supplier<Expr>> operands = new ArrayList<>();
        operands.add(() -> source);
        List<Expression> numbers =
                bytes ? e.arguments() : e.arguments().subList(1, e.arguments().size());
        numbers.forEach(n -> operands.add(() -> parts.expressions().lower(n)));
        List<Expr> values = code.ordered(operands);
        List<Expr> fitted = new ArrayList<>();
        boolean erroneous = view instanceof Type.Erroneous;
        for (int i = 1; i < values.size(); i++) {
            Type wanted = method.parameters().get(bytes ? i - 1 : i).type();
            Expr one = parts.coercion().to(wanted, values.get(i), "argument " + (bytes ? i : i + 1));
            erroneous |= one.type() instanceof Type.Erroneous;
            fitted.add(one);
        }
        if (erroneous) {
            return new Expr.Erroneous(e.span());
        }
        code.mayThrow(e.span(), "`" + e.name() + "`");
        Optional<Expr> count = fitted.size() > 1 ? Optional.of(stable(fitted.get(1))) : Optional.empty();
        return code.effect(
                withLength(view, count),
                hint(view),
                use.to(),
                e.span(),
                local -> new Stmt.Bind(local, values.get(0), fitted.get(0), count, e.span()));
    }

    /** The view's length names the count, so the count has to keep its value. */
    private Expr stable(Expr count) {
        return Stability.isStable(count, code) ? count : code.keep("count", count);
    }

    private static String hint(Type view) {
        if (view instanceof Type.DmaArray array) {
            return Hints.lastWord(TypeText.plain(array.element())) + "s";
        }
        return view instanceof Type.DmaBytes ? "bytes" : Hints.lastWord(TypeText.name(view));
    }

    private static Type withLength(Type view, Optional<Expr> count) {
        if (view instanceof Type.Dma dma) {
            return new Type.Dma(dma.name(), count, false);
        }
        if (view instanceof Type.DmaArray array) {
            return new Type.DmaArray(array.element(), count);
        }
        return view instanceof Type.DmaBytes ? new Type.DmaBytes(count) : view;
    }

    private Type view(String kind, Expression.Call e) {
        if (!(e.arguments().get(0) instanceof Expression.ClassLiteral literal)) {
            code.findings()
                    .mismatch(
                            e.arguments().get(0).span(), "the type to bind is no class literal", "Write `Name.class`.");
            return new Type.Erroneous();
        }
        Type named = code.world().types().resolve(literal.type(), List.of(), code.owner());
        if (named instanceof Type.Erroneous) {
            return named;
        }
        Optional<SourceType.Kind> declared =
                code.world().sources().find(TypeText.name(named)).map(SourceType::kind);
        boolean fits =
                switch (kind) {
                    case "window.bind" -> declared.filter(k -> k == SourceType.Kind.BLOCK)
                            .isPresent();
                    case "dmamemory.struct" -> declared.filter(k -> k == SourceType.Kind.DMA_STRUCT)
                            .isPresent();
                    case "dmamemory.ring" -> declared.filter(k -> k == SourceType.Kind.RING)
                            .isPresent();
                    default -> named instanceof Type.Cell
                            || declared.filter(k -> k == SourceType.Kind.DMA_STRUCT)
                                    .isPresent();
                };
        if (!fits) {
            code.findings()
                    .mismatch(
                            literal.span(),
                            "`" + e.name() + "` does not bind `" + TypeText.plain(named) + "`",
                            "Bind a register block to a window, a DMA structure with `struct`, a ring with `ring`, and"
                                    + " cells or DMA structures with `array`.");
            return new Type.Erroneous();
        }
        return kind.equals("dmamemory.array") ? new Type.DmaArray(named, Optional.empty()) : named;
    }
}
