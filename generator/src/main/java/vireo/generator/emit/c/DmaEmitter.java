// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.CNames;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Type;

/** Structures and rings that a device sees: a struct of the exact layout, and the assertions that hold it there. */
final class DmaEmitter {
    private final ProgramFacts facts;
    private final TypeMapping types;

    DmaEmitter(ProgramFacts facts, TypeMapping types) {
        this.facts = facts;
        this.types = types;
    }

    void emit(DmaDecl type, Unit unit) {
        String tag = CNames.type(type.name());
        CType struct = CType.struct(tag);
        unit.header().addAll(ConstantEmitter.emit(type.constants()));
        unit.header().add(struct(type, tag));
        if (!type.ring()) {
            unit.header().add(assertion(new CExpr.SizeOfType(struct), type.size(), "size of " + tag));
        }
        for (DmaDecl.Field f : type.fields()) {
            if (f.offset().isPresent()) {
                String name = CNames.variable(f.name());
                unit.header().add(assertion(
                        new CExpr.OffsetOf(struct, name), f.offset().getAsInt(), "offset of " + tag + "." + name));
            }
        }
        variableArray(type).ifPresent(array -> ring(type, tag, array, unit));
    }

    private static CDecl assertion(CExpr what, int is, String message) {
        return new CDecl.StaticAssert(new CExpr.Binary("==", what, new CExpr.Number(Integer.toString(is))), message);
    }

    static Optional<DmaDecl.Field> variableArray(DmaDecl type) {
        return type.fields().stream()
                .filter(f -> f.type() instanceof Type.DmaArray && f.count().isEmpty())
                .findFirst();
    }

    private CDecl struct(DmaDecl type, String tag) {
        List<CDecl.Field> fields = new ArrayList<>();
        Map<String, String> described = new LinkedHashMap<>();
        KernelDoc doc = new KernelDoc(type.name(), type.doc());
        int end = 0;
        int widest = 1;
        for (DmaDecl.Field f : type.fields()) {
            if (f.offset().isEmpty()) {
                continue;
            }
            int align = align(f.type());
            widest = Math.max(widest, align);
            int offset = f.offset().getAsInt();
            if (offset > roundUp(end, align)) {
                fields.add(reserved(end, offset - end));
            }
            fields.add(field(f));
            end = offset + size(f);
            String name = CNames.variable(f.name());
            String own = JavadocText.parse(type.name(), f.doc()).description();
            described.put(name, own.isEmpty() ? doc.javadoc().parameters().getOrDefault(f.name(), "") : own);
        }
        if (variableArray(type).isEmpty() && type.size() > roundUp(end, widest)) {
            fields.add(reserved(end, type.size() - end));
        }
        return new CDecl.Struct(doc.type("struct", tag, described), tag, fields);
    }

    private static CDecl.Field reserved(int offset, int bytes) {
        return new CDecl.Field(CType.of(CInt.U8), "reserved" + offset, "[" + bytes + "]");
    }

    private CDecl.Field field(DmaDecl.Field f) {
        String name = CNames.variable(f.name());
        if (f.type() instanceof Type.DmaArray a) {
            String suffix = f.count().isPresent() ? "[" + f.count().getAsInt() + "]" : "[]";
            return new CDecl.Field(element(a), name, suffix);
        }
        if (f.type() instanceof Type.DmaBytes) {
            return new CDecl.Field(CType.of(CInt.U8), name, "[" + f.count().getAsInt() + "]");
        }
        if (f.type() instanceof Type.Dma d) {
            return new CDecl.Field(CType.struct(CNames.type(d.name())), name, "");
        }
        return new CDecl.Field(types.of(f.type()), name, "");
    }

    static CType element(Type.DmaArray array) {
        return array.element() instanceof Type.Cell c
                ? TypeMapping.cell(c)
                : CType.struct(CNames.type(((Type.Dma) array.element()).name()));
    }

    private int align(Type type) {
        if (type instanceof Type.Cell c) {
            return c.bits() / 8;
        }
        if (type instanceof Type.DmaArray a) {
            return align(a.element());
        }
        if (type instanceof Type.DmaBytes) {
            return 1;
        }
        DmaDecl inner = decl(type);
        return inner.fields().stream().mapToInt(f -> align(f.type())).max().orElse(1);
    }

    private int size(DmaDecl.Field f) {
        if (f.type() instanceof Type.DmaBytes) {
            return f.count().orElse(0);
        }
        int one = f.type() instanceof Type.DmaArray a ? bytes(a.element()) : bytes(f.type());
        return f.type() instanceof Type.DmaArray ? one * f.count().orElse(0) : one;
    }

    private int bytes(Type type) {
        return type instanceof Type.Cell c ? c.bits() / 8 : decl(type).size();
    }

    private DmaDecl decl(Type type) {
        return (DmaDecl) facts.program().type(((Type.Dma) type).name()).orElseThrow();
    }

    private static int roundUp(int value, int align) {
        return (value + align - 1) / align * align;
    }

    /** The size of a ring of a length, and the fields behind its array, which C's struct cannot name. */
    private void ring(DmaDecl type, String tag, DmaDecl.Field array, Unit unit) {
        CType element = element((Type.DmaArray) array.type());
        CVariable length = new CVariable(0, "length", CType.of(CInt.U32), CVariable.Kind.PARAMETER);
        CVariable ring = new CVariable(1, "ring", CType.struct(tag).pointer(), CVariable.Kind.PARAMETER);
        CExpr fixed = new CExpr.OffsetOf(CType.struct(tag), CNames.variable(array.name()));
        CExpr variable = new CExpr.Binary("*", new CExpr.Variable(length), new CExpr.SizeOfType(element));
        CExpr size = new CExpr.Binary("+", fixed, variable);
        List<CDecl> accessors = new ArrayList<>();
        CExpr behind = new CExpr.Unary("&", new CExpr.Index(
                CExpr.behind(new CExpr.Variable(ring), CNames.variable(array.name()), tag), new CExpr.Variable(length)));
        boolean first = true;
        for (DmaDecl.Field f : type.fields()) {
            if (f.after().isEmpty()) {
                continue;
            }
            CType cell = types.of(f.type());
            size = new CExpr.Binary("+", size, new CExpr.SizeOfType(cell));
            CExpr place = first && cell.equals(element) ? behind
                    : new CExpr.Cast(CType.VOID.pointer(), first ? behind : new CExpr.Binary("+", behind, new CExpr.Number("1")));
            if (!first) {
                throw new IllegalArgumentException(type.name() + " has more than one field behind its array");
            }
            first = false;
            String name = CNames.variable(f.name());
            String about = "Where " + name + " is, behind the " + "length entries of " + CNames.variable(array.name());
            accessors.add(inline(about, cell.pointer(), tag + "_" + name, List.of(ring, length), place));
        }
        unit.header().add(inline("Bytes of a ring of length entries", CType.of(CInt.U64), tag + "_size", List.of(length), size));
        unit.header().addAll(accessors);
    }

    private static CDecl inline(String about, CType result, String name, List<CVariable> parameters, CExpr value) {
        return new CDecl.Function(Optional.of(new CDecl.Doc(List.of(about), false)), List.of("static", "inline"), result, false,
                name, parameters, Optional.of(List.of(CStmt.returning(value))));
    }
}
