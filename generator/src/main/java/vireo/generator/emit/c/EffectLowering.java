// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Statements with one effect that cannot fail, or whose failure {@link FailureLowering} handles: accesses, stores, logs. */
final class EffectLowering {
    private final ProgramFacts facts;
    private final TypeMapping types;
    private final FunctionScope scope;
    private final ExpressionLowering expressions;
    private final LogLowering logs;

    EffectLowering(ProgramFacts facts, TypeMapping types, FunctionScope scope, ExpressionLowering expressions) {
        this.facts = facts;
        this.types = types;
        this.scope = scope;
        this.expressions = expressions;
        this.logs = new LogLowering(facts, expressions);
    }

    /** Whether the statement was one of these. */
    boolean lower(Stmt s, Code code) {
        if (s instanceof Stmt.Declare d) {
            d.value().ifPresent(value -> store(new CExpr.Variable(scope.of(d.local())), scope.of(d.local()).type(), value, code));
            d.value().filter(v -> TypeMapping.carriesLength(d.local().type())).ifPresent(value -> code.assign(
                    new CExpr.Variable(scope.lengthOf(d.local()).orElseThrow()), expressions.length(value).expr()));
        } else if (s instanceof Stmt.Assign a) {
            store(new CExpr.Variable(scope.of(a.local())), scope.of(a.local()).type(), a.value(), code);
        } else if (s instanceof Stmt.SetField f) {
            setField(f.object(), f.field(), f.value(), code);
        } else if (s instanceof Stmt.SetElement e) {
            setElement(e, code);
        } else if (s instanceof Stmt.ReadRegister r) {
            result(r.result(), readRegister((Expr.RegisterRef) r.register(), r.part()), code);
        } else if (s instanceof Stmt.WriteRegister w) {
            writeRegister(w, code);
        } else if (s instanceof Stmt.ReadCell r) {
            result(r.result(), readCell(r), code);
        } else if (s instanceof Stmt.WriteCell w) {
            writeCell(w, code);
        } else if (s instanceof Stmt.ReadByte r) {
            readByte(r, code);
        } else if (s instanceof Stmt.WriteByte w) {
            CExpr place = new CExpr.Index(expressions.lower(w.bytes()).expr(), expressions.lower(w.index()).expr());
            code.run(CExpr.call("WRITE_ONCE", List.of(place, expressions.to(w.value(), CType.of(CInt.U8))), CExpr.Effect.ANY));
        } else if (s instanceof Stmt.Slice c) {
            slice(c, code);
        } else if (s instanceof Stmt.CopyBytes c) {
            copy(c, code);
        } else if (s instanceof Stmt.Leak) {
            // Nothing gives it back: that is all.
            return true;
        } else if (s instanceof Stmt.Fence) {
            code.run(CExpr.call("vireo_mb", List.of(), CExpr.Effect.ANY));
        } else if (s instanceof Stmt.Log l) {
            code.run(logs.log(l));
        } else if (s instanceof Stmt.Format f) {
            code.run(logs.format(new CExpr.Variable(scope.of(f.result())), f));
        } else {
            return false;
        }
        return true;
    }

    void result(vireo.generator.ir.Local local, CValue value, Code code) {
        CVariable v = scope.of(local);
        code.assign(new CExpr.Variable(v), Conversions.to(value, v.type()));
    }

    private void store(CExpr target, CType type, Expr value, Code code) {
        code.run(CompoundAssignment.shorten(target, type, expressions.to(value, type), expressions.lower(value)));
    }

    /** Stores into a field; a pointer whose length nothing else says brings it along. */
    void setField(Expr object, FieldDecl field, Expr value, Code code) {
        store(expressions.fieldPlace(object, field), types.stored(field.type()), value, code);
        if (TypeMapping.carriesLength(field.type())) {
            code.assign(expressions.lengthPlace(object, field),
                    Conversions.to(expressions.length(value), CType.of(CInt.U32)));
        }
    }

    private void setElement(Stmt.SetElement e, Code code) {
        Type element = ((Type.Array) e.array().type()).element();
        CExpr place = new CExpr.Index(expressions.lower(e.array()).expr(), expressions.lower(e.index()).expr());
        store(place, types.stored(element), e.value(), code);
    }

    private CValue readRegister(Expr.RegisterRef r, Stmt.Part part) {
        RegisterDecl register = r.register();
        CExpr address = address(r, part);
        int bits = part == Stmt.Part.WHOLE ? register.bits() : 32;
        String name = "vireo_read" + bits + (part == Stmt.Part.WHOLE && register.split() ? "_lo_hi" : "");
        return CValue.of(CExpr.call(name, List.of(address), CExpr.Effect.READ), CInt.unsigned(bits));
    }

    private CExpr address(Expr.RegisterRef r, Stmt.Part part) {
        CExpr address = expressions.register(r);
        return part == Stmt.Part.HIGH_HALF ? new CExpr.Binary("+", address, new CExpr.Number("4")) : address;
    }

    private void writeRegister(Stmt.WriteRegister w, Code code) {
        Expr.RegisterRef r = (Expr.RegisterRef) w.register();
        int bits = w.part() == Stmt.Part.WHOLE ? r.register().bits() : 32;
        String name = "vireo_write" + bits + (w.part() == Stmt.Part.WHOLE && r.register().split() ? "_lo_hi" : "");
        CExpr value = expressions.to(w.value(), CType.of(CInt.unsigned(bits)));
        code.run(CExpr.call(name, List.of(value, address(r, w.part())), CExpr.Effect.ANY));
    }

    private CValue readCell(Stmt.ReadCell r) {
        Type.Cell cell = (Type.Cell) r.cell().type();
        CExpr place = expressions.place(r.cell());
        CExpr raw = r.order() == Stmt.Order.OBSERVE
                ? CExpr.call("vireo_load_acquire", List.of(CExpr.addressOf(place)), CExpr.Effect.READ)
                : CExpr.call("READ_ONCE", List.of(place), CExpr.Effect.READ);
        if (cell.order() == Type.ByteOrder.NONE || r.order() == Stmt.Order.RAW) {
            return CValue.of(raw, TypeMapping.cell(cell));
        }
        String order = cell.order() == Type.ByteOrder.LITTLE ? "le" : "be";
        return CValue.of(
                CExpr.call(order + cell.bits() + "_to_cpu", List.of(raw), CExpr.Effect.NONE), CInt.unsigned(cell.bits()));
    }

    private void writeCell(Stmt.WriteCell w, Code code) {
        Type.Cell cell = (Type.Cell) w.cell().type();
        CExpr place = expressions.place(w.cell());
        CExpr value;
        if (w.order() == Stmt.Order.RAW) {
            value = expressions.lower(w.value()).expr();
        } else {
            value = expressions.to(w.value(), CType.of(CInt.unsigned(cell.bits())));
            if (cell.order() != Type.ByteOrder.NONE) {
                String order = cell.order() == Type.ByteOrder.LITTLE ? "le" : "be";
                value = CExpr.call("cpu_to_" + order + cell.bits(), List.of(value), CExpr.Effect.NONE);
            }
        }
        code.run(w.order() == Stmt.Order.PUBLISH
                ? CExpr.call("vireo_store_release", List.of(CExpr.addressOf(place), value), CExpr.Effect.ANY)
                : CExpr.call("WRITE_ONCE", List.of(place, value), CExpr.Effect.ANY));
    }

    private void readByte(Stmt.ReadByte r, Code code) {
        CExpr place = new CExpr.Index(expressions.lower(r.bytes()).expr(), expressions.lower(r.index()).expr());
        result(r.result(), CValue.of(CExpr.call("READ_ONCE", List.of(place), CExpr.Effect.READ), CInt.U8), code);
    }

    private void slice(Stmt.Slice s, Code code) {
        CExpr bytes = at(expressions.lower(s.bytes()).expr(), s.offset());
        result(s.result(), CValue.of(bytes, CType.of(CInt.U8).pointer()), code);
        if (TypeMapping.carriesLength(s.result().type())) {
            code.assign(new CExpr.Variable(scope.lengthOf(s.result()).orElseThrow()), expressions.to(s.length(), CType.of(CInt.U32)));
        }
    }

    private void copy(Stmt.CopyBytes c, Code code) {
        CExpr dma = at(expressions.lower(c.dma()).expr(), c.dmaOffset());
        CExpr length = expressions.to(c.length(), CType.of(CInt.U32));
        Optional<CExpr> array = c.array().map(a -> at(expressions.lower(a).expr(), c.arrayOffset().orElseThrow()));
        List<CExpr> arguments = switch (c.direction()) {
            case FROM_DMA -> List.of(array.orElseThrow(), dma, length);
            case TO_DMA -> List.of(dma, array.orElseThrow(), length);
            case ZERO -> List.of(dma, new CExpr.Number("0"), length);
        };
        String function = c.direction() == Stmt.Direction.ZERO ? "vireo_memset" : "vireo_memcpy";
        code.run(CExpr.call(function, arguments, CExpr.Effect.ANY));
    }

    private CExpr at(CExpr pointer, Expr offset) {
        CValue by = expressions.lower(offset);
        boolean zero = by.constant().filter(c -> c.signum() == 0).isPresent();
        return zero ? pointer : new CExpr.Binary("+", pointer, by.expr());
    }

    /** Zeroes the private memory of an object before its constructor runs, as Java does. */
    CStmt zeroReceiver() {
        return new CStmt.Do(CExpr.call(
                "vireo_memset",
                new ArrayList<>(List.of(
                        scope.receiver(),
                        new CExpr.Number("0"),
                        new CExpr.SizeOf(new CExpr.Unary("*", scope.receiver())))),
                CExpr.Effect.ANY));
    }

    /** Sets the function table through which an interface's methods are reached. */
    CStmt setOperations(String className, String interfaceName) {
        String member = CNames.type(interfaceName);
        String owner = CNames.type(className);
        CExpr seen = new CExpr.Member(scope.receiver(), true, member, owner);
        CExpr target = new CExpr.Member(seen, false, "ops", facts.tag(interfaceName));
        return CStmt.assign(target, new CExpr.Unary("&", new CExpr.Symbol(owner + "_" + member + "_ops")));
    }
}
