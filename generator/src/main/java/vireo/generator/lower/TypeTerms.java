// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** The terms that a type refers to. */
final class TypeTerms {
    private TypeTerms() {}

    static List<Expr> of(Type type) {
        if (type instanceof Type.Int number) {
            return number.bounds().stream().map(Type.Bound::term).toList();
        }
        if (type instanceof Type.Dma dma) {
            return dma.length().stream().toList();
        }
        if (type instanceof Type.DmaArray array) {
            return array.length().stream().toList();
        }
        if (type instanceof Type.DmaBytes bytes) {
            return bytes.length().stream().toList();
        }
        if (type instanceof Type.Array array) {
            List<Expr> terms = new ArrayList<>(of(array.element()));
            array.length().ifPresent(terms::add);
            return terms;
        }
        return List.of();
    }
}
