// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.TypeDecl;

/** What the driver's types declare. */
final class Declared {
    private Declared() {}

    /** The constants of a type; none of an interface of the dsl. */
    static List<TypeDecl.ConstantDecl> constants(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.constants();
        }
        if (type instanceof TypeDecl.RecordDecl r) {
            return r.constants();
        }
        if (type instanceof TypeDecl.InterfaceDecl i) {
            return i.port().isPresent() ? List.of() : i.constants();
        }
        if (type instanceof TypeDecl.BlockDecl b) {
            return b.constants();
        }
        return type instanceof DmaDecl d ? d.constants() : List.of();
    }
}
