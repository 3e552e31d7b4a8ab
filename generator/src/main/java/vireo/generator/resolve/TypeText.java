// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Types as an author writes them, for messages and keys. */
public final class TypeText {
    private TypeText() {}

    /** With ranges and qualifiers: {@code @U16 int}. */
    public static String of(Type type) {
        if (type instanceof Type.Int number) {
            List<String> parts = new ArrayList<>();
            for (Type.Qualifier qualifier : Type.Qualifier.values()) {
                if (number.qualifiers().contains(qualifier)) {
                    parts.add("@" + pascal(qualifier.name()));
                }
            }
            if (!number.range().equals(number.java().range())) {
                parts.add(range(number.range()));
            }
            parts.add(carrier(number));
            return String.join(" ", parts);
        }
        return plain(type);
    }

    /** The qualified name of a type that has one, empty otherwise. */
    public static String name(Type type) {
        if (type instanceof Type.Enum e) {
            return e.name();
        }
        if (type instanceof Type.Object o) {
            return o.name();
        }
        if (type instanceof Type.Interface i) {
            return i.name();
        }
        if (type instanceof Type.Value v) {
            return v.name();
        }
        if (type instanceof Type.Block b) {
            return b.name();
        }
        if (type instanceof Type.Dma d) {
            return d.name();
        }
        if (type instanceof Type.Foreign f) {
            return f.name();
        }
        return type instanceof Type.Cell || type instanceof Type.Register ? plain(type) : "";
    }

    /** Without annotations: {@code int}. Two methods differ when these texts of their parameters do. */
    public static String plain(Type type) {
        if (type instanceof Type.Int number) {
            return carrier(number);
        }
        if (type instanceof Type.Bool) {
            return "boolean";
        }
        if (type instanceof Type.Void) {
            return "void";
        }
        if (type instanceof Type.Enum e) {
            return simple(e.name());
        }
        if (type instanceof Type.Errno) {
            return "Errno";
        }
        if (type instanceof Type.Object o) {
            return simple(o.name());
        }
        if (type instanceof Type.Interface i) {
            return simple(i.name());
        }
        if (type instanceof Type.Value v) {
            return simple(v.name());
        }
        if (type instanceof Type.Block b) {
            return simple(b.name());
        }
        if (type instanceof Type.Dma d) {
            return simple(d.name());
        }
        if (type instanceof Type.Foreign f) {
            return simple(f.name());
        }
        if (type instanceof Type.Array a) {
            return plain(a.element()) + "[]";
        }
        if (type instanceof Type.DmaArray a) {
            return "DmaArray<" + plain(a.element()) + ">";
        }
        if (type instanceof Type.DmaBytes) {
            return "DmaBytes";
        }
        if (type instanceof Type.Cell c) {
            String order = c.order() == Type.ByteOrder.LITTLE ? "Le" : "Be";
            return c.order() == Type.ByteOrder.NONE ? "Octet" : order + c.bits();
        }
        if (type instanceof Type.Register r) {
            return r.bits() + "-bit register";
        }
        return type instanceof Type.Null ? "null" : "?";
    }

    static String carrier(Type.Int number) {
        return number.java().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String range(Interval range) {
        if (range.equals(Interval.U8)) {
            return "@U8";
        }
        if (range.equals(Interval.U16)) {
            return "@U16";
        }
        if (range.equals(Interval.U32)) {
            return "@U32";
        }
        if (range.equals(Interval.U64)) {
            return "@U64";
        }
        return "@Range(min = " + range.min() + ", max = " + range.max() + ")";
    }

    private static String pascal(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.split("_")) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
