// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.Optional;

/**
 * A C type.
 *
 * @param base what stands before the stars: {@code struct virt_queue}, {@code void __iomem}, {@code u16}
 * @param pointers stars
 * @param integer the integer type, where it is one that arithmetic is done in
 */
public record CType(String base, int pointers, Optional<CInt> integer) {
    public static final CType VOID = named("void");
    public static final CType BOOL = named("bool");
    public static final CType INT = of(CInt.INT);
    public static final CType IOMEM = named("void __iomem").pointer();

    public static CType of(CInt integer) {
        return new CType(integer.cName(), 0, Optional.of(integer));
    }

    public static CType named(String base) {
        return new CType(base, 0, Optional.empty());
    }

    public static CType struct(String tag) {
        return named("struct " + tag);
    }

    public CType pointer() {
        return new CType(base, pointers + 1, Optional.empty());
    }

    public boolean isVoid() {
        return pointers == 0 && base.equals("void");
    }

    /** The type before a name: {@code struct x *name}. */
    public String declare(String name) {
        return base + " " + "*".repeat(pointers) + name;
    }

    /** The type alone, as in a cast. */
    @Override
    public String toString() {
        return pointers == 0 ? base : base + " " + "*".repeat(pointers);
    }
}
