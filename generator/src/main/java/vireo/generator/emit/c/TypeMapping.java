// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.Optional;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Which C type stands for a type of the IR. */
final class TypeMapping {
    private final ProgramFacts facts;

    TypeMapping(ProgramFacts facts) {
        this.facts = facts;
    }

    /** The type of a local variable, parameter or result. */
    CType of(Type type) {
        return type instanceof Type.Int number ? number(number, local(number)) : other(type);
    }

    /** The type of a field or array element, and of a parameter of the port's functions: as small as its range allows. */
    CType stored(Type type) {
        return type instanceof Type.Int number ? number(number, stored(number)) : other(type);
    }

    private static CType number(Type.Int number, CInt integer) {
        if (number.qualifiers().contains(Type.Qualifier.LITTLE_ENDIAN)) {
            return CType.named("__le" + integer.bits());
        }
        if (number.qualifiers().contains(Type.Qualifier.BIG_ENDIAN)) {
            return CType.named("__be" + integer.bits());
        }
        return CType.of(integer);
    }

    private static CInt local(Type.Int number) {
        Interval range = number.range();
        if (isMask(number)) {
            return CInt.U64;
        }
        if (range.min().signum() < 0) {
            return number.java() == Type.Java.LONG ? CInt.S64 : CInt.INT;
        }
        if (range.equals(Interval.U8)) {
            return CInt.U8;
        }
        if (range.equals(Interval.U16)) {
            return CInt.U16;
        }
        return Interval.U32.contains(range) ? CInt.U32 : CInt.U64;
    }

    private static CInt stored(Type.Int number) {
        if (isMask(number)) {
            return CInt.U64;
        }
        if (number.java() == Type.Java.BYTE) {
            return CInt.U8;
        }
        return number.range().min().signum() < 0 ? local(number) : CInt.smallest(number.range());
    }

    /** Bits in their places that fill a long: no sign is meant. */
    static boolean isMask(Type type) {
        return type instanceof Type.Int number
                && number.java() == Type.Java.LONG
                && number.qualifiers().contains(Type.Qualifier.BIT_MASK)
                && number.range().min().signum() < 0;
    }

    private CType other(Type type) {
        if (type instanceof Type.Void) {
            return CType.VOID;
        }
        if (type instanceof Type.Bool) {
            return CType.BOOL;
        }
        if (type instanceof Type.Enum e) {
            return CType.named("enum " + CNames.type(e.name()));
        }
        if (type instanceof Type.Errno) {
            return CType.INT;
        }
        if (type instanceof Type.Object o) {
            return CType.struct(CNames.type(o.name())).pointer();
        }
        if (type instanceof Type.Interface i) {
            return CType.struct(CNames.type(facts.soleImplementation(i.name()).orElse(i.name()))).pointer();
        }
        if (type instanceof Type.Value v) {
            return CType.struct(CNames.type(v.name()));
        }
        if (type instanceof Type.Block) {
            return CType.IOMEM;
        }
        if (type instanceof Type.Dma d) {
            return CType.struct(CNames.type(d.name())).pointer();
        }
        if (type instanceof Type.Cell c) {
            return cell(c);
        }
        if (type instanceof Type.DmaArray a) {
            return a.element() instanceof Type.Cell c ? cell(c).pointer() : of(a.element());
        }
        if (type instanceof Type.DmaBytes) {
            return CType.of(CInt.U8).pointer();
        }
        if (type instanceof Type.Array a) {
            return stored(a.element()).pointer();
        }
        if (type instanceof Type.Foreign f) {
            String name = f.cType().strip();
            return name.endsWith("*")
                    ? CType.named(name.substring(0, name.length() - 1).strip()).pointer()
                    : CType.named(name);
        }
        throw new IllegalArgumentException("no value in C has the type " + type);
    }

    /** A cell as its struct declares it. */
    static CType cell(Type.Cell cell) {
        return switch (cell.order()) {
            case LITTLE -> CType.named("__le" + cell.bits());
            case BIG -> CType.named("__be" + cell.bits());
            case NONE -> CType.of(CInt.unsigned(cell.bits()));
        };
    }

    /** The struct, without its stars, that a type's fields are in. */
    Optional<String> tag(Type type) {
        String base = of(type).base();
        return base.startsWith("struct ") ? Optional.of(base.substring("struct ".length())) : Optional.empty();
    }

    /** Whether a length has to travel beside the pointer: no declaration says what it is. */
    static boolean carriesLength(Type type) {
        return type instanceof Type.Array a && a.fixed().isEmpty() && a.length().isEmpty()
                || type instanceof Type.DmaArray d && d.length().isEmpty()
                || type instanceof Type.DmaBytes b && b.length().isEmpty();
    }
}
