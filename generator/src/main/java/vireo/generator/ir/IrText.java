// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types, expressions and simple statements as short text. */
public final class IrText {
    private IrText() {}

    /** A type. */
    public static String of(Type type) {
        if (type instanceof Type.Int n) {
            StringBuilder text = new StringBuilder(n.java().name().toLowerCase(Locale.ROOT));
            if (!n.range().equals(n.java().range())) {
                text.append('[').append(n.range()).append(']');
            }
            for (Type.Qualifier q : Type.Qualifier.values()) {
                if (n.qualifiers().contains(q)) {
                    text.append(' ').append(q.name().toLowerCase(Locale.ROOT));
                }
            }
            n.bounds().forEach(b -> text.append(b.strict() ? " < " : " <= ").append(of(b.term())));
            return text.toString();
        }
        if (type instanceof Type.Dma d) {
            return simple(d.name()) + length(d.length()) + (d.nullable() ? "?" : "");
        }
        if (type instanceof Type.DmaArray a) {
            return "DmaArray<" + of(a.element()) + ">" + length(a.length());
        }
        if (type instanceof Type.DmaBytes b) {
            return "DmaBytes" + length(b.length());
        }
        if (type instanceof Type.Array a) {
            return "(" + of(a.element()) + ")"
                    + (a.fixed().isPresent() ? "[" + a.fixed().getAsInt() + "]" : "[]") + length(a.length());
        }
        if (type instanceof Type.Object o) {
            return simple(o.name()) + (o.nullable() ? "?" : "");
        }
        if (type instanceof Type.Interface i) {
            return simple(i.name()) + (i.nullable() ? "?" : "");
        }
        if (type instanceof Type.Block b) {
            return simple(b.name()) + (b.nullable() ? "?" : "");
        }
        if (type instanceof Type.Value v) {
            return simple(v.name());
        }
        if (type instanceof Type.Enum e) {
            return simple(e.name());
        }
        if (type instanceof Type.Foreign f) {
            return simple(f.name()) + (f.nullable() ? "?" : "");
        }
        if (type instanceof Type.Cell c) {
            return (c.order() == Type.ByteOrder.NONE
                    ? "octet"
                    : c.order().name().toLowerCase(Locale.ROOT) + c.bits());
        }
        if (type instanceof Type.Register r) {
            return r.access() + " " + r.bits();
        }
        return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String length(Optional<Expr> length) {
        return length.map(l -> "#" + of(l)).orElse("");
    }

    /** Several expressions, with commas. */
    public static String of(List<Expr> expressions) {
        return expressions.stream().map(IrText::of).collect(Collectors.joining(", "));
    }

    /** An expression; what it does with overflow is shown where it wraps. */
    public static String of(Expr e) {
        if (e instanceof Expr.Const c) {
            return c.value() + (c.type() instanceof Type.Int n && n.java() == Type.Java.LONG ? "L" : "");
        }
        if (e instanceof Expr.BoolConst c) {
            return String.valueOf(c.value());
        }
        if (e instanceof Expr.NullConst) {
            return "null";
        }
        if (e instanceof Expr.NamedConst c) {
            return simple(c.owner()) + "." + c.name();
        }
        if (e instanceof Expr.EnumConst c) {
            return of(c.type()) + "." + c.name();
        }
        if (e instanceof Expr.ErrnoConst c) {
            return c.name();
        }
        if (e instanceof Expr.Get g) {
            return g.local().name();
        }
        if (e instanceof Expr.This) {
            return "this";
        }
        if (e instanceof Expr.Field f) {
            return of(f.object()) + "." + f.field().name();
        }
        if (e instanceof Expr.Element x) {
            return of(x.array()) + "[" + of(x.index()) + "]";
        }
        if (e instanceof Expr.Length l) {
            return of(l.array()) + ".length";
        }
        if (e instanceof Expr.Unary u) {
            return u.op().name().toLowerCase(Locale.ROOT) + "(" + of(u.operand()) + ")";
        }
        if (e instanceof Expr.Binary b) {
            String wrap = b.overflow() == Expr.Overflow.EXACT
                    ? ""
                    : "~" + b.overflow().name().substring(5);
            return "(" + of(b.left()) + " " + symbol(b.op()) + wrap + " " + of(b.right()) + ")";
        }
        if (e instanceof Expr.Conditional c) {
            return "(" + of(c.condition()) + " ? " + of(c.yes()) + " : " + of(c.no()) + ")";
        }
        if (e instanceof Expr.Convert c) {
            return c.kind().name().toLowerCase(Locale.ROOT) + "<" + of(c.type()) + ">(" + of(c.operand()) + ")";
        }
        if (e instanceof Expr.NewValue n) {
            return simple(n.record()) + "(" + of(n.components()) + ")";
        }
        if (e instanceof Expr.RegisterRef r) {
            return of(r.block()) + "." + r.register().name()
                    + r.index().map(i -> "[" + of(i) + "]").orElse("");
        }
        if (e instanceof Expr.DmaField f) {
            return of(f.structure()) + "." + f.field().name();
        }
        if (e instanceof Expr.DmaElement x) {
            return of(x.array()) + "[" + of(x.index()) + "]";
        }
        if (e instanceof Expr.ForeignPure f) {
            return f.function().cName() + "(" + of(f.arguments()) + ")";
        }
        return e instanceof Expr.ErrnoOf x ? "errno(" + x.exception().name() + ")" : "<erroneous>";
    }

    private static String symbol(Expr.BinaryOp op) {
        return switch (op) {
            case ADD -> "+";
            case SUB -> "-";
            case MUL -> "*";
            case DIV -> "/";
            case REM -> "%";
            case BIT_AND -> "&";
            case BIT_OR -> "|";
            case BIT_XOR -> "^";
            case SHIFT_LEFT -> "<<";
            case SHIFT_RIGHT -> ">>";
            case SHIFT_RIGHT_LOGICAL -> ">>>";
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case DIV_U64 -> "/u";
            case REM_U64 -> "%u";
            case LT_U64 -> "<u";
            case LE_U64 -> "<=u";
            case AND -> "&&";
            case OR -> "||";
        };
    }

    /** A statement without statements inside. */
    public static String of(Stmt s) {
        if (s instanceof Stmt.Comment c) {
            return "// " + c.text();
        }
        if (s instanceof Stmt.Declare d) {
            return "var " + d.local().name() + " : " + of(d.local().type())
                    + d.value().map(v -> " = " + of(v)).orElse("");
        }
        if (s instanceof Stmt.Assign a) {
            return a.local().name() + " = " + of(a.value());
        }
        if (s instanceof Stmt.SetField f) {
            return of(f.object()) + "." + f.field().name() + " = " + of(f.value());
        }
        if (s instanceof Stmt.SetElement x) {
            return of(x.array()) + "[" + of(x.index()) + "] = " + of(x.value());
        }
        if (s instanceof Stmt.Call c) {
            String receiver = c.receiver().map(r -> of(r) + ".").orElse("");
            String name = c.method().substring(0, c.method().indexOf('('));
            return result(c.result()) + receiver + name.substring(name.lastIndexOf('.') + 1) + "(" + of(c.arguments())
                    + ")" + (c.resultIgnored() ? " ignored" : "");
        }
        if (s instanceof Stmt.ForeignCall c) {
            String receiver = c.receiver()
                    .map(r -> of(r) + (c.arguments().isEmpty() ? "" : ", "))
                    .orElse("");
            return result(c.result()) + c.function().cName() + "(" + receiver + of(c.arguments()) + ")"
                    + (c.resultIgnored() ? " ignored" : "");
        }
        if (s instanceof Stmt.New n) {
            return n.result().name() + " = new " + owner(n.constructor()) + "(" + of(n.arguments()) + ")";
        }
        if (s instanceof Stmt.Embed n) {
            return "embed " + n.field().name() + " = " + owner(n.constructor()) + "(" + of(n.arguments()) + ")";
        }
        if (s instanceof Stmt.ReadRegister r) {
            return r.result().name() + " = read" + part(r.part()) + " " + of(r.register());
        }
        if (s instanceof Stmt.WriteRegister w) {
            return "write" + part(w.part()) + " " + of(w.register()) + " = " + of(w.value());
        }
        if (s instanceof Stmt.ReadCell r) {
            return r.result().name() + " = load " + r.order().name().toLowerCase(Locale.ROOT) + " " + of(r.cell());
        }
        if (s instanceof Stmt.WriteCell w) {
            return "store " + w.order().name().toLowerCase(Locale.ROOT) + " " + of(w.cell()) + " = " + of(w.value());
        }
        if (s instanceof Stmt.Bind b) {
            return b.result().name() + " = bind " + of(b.result().type()) + " " + of(b.source()) + " at "
                    + of(b.offset()) + b.count().map(c -> " count " + of(c)).orElse("");
        }
        if (s instanceof Stmt.Slice c) {
            return c.result().name() + " = slice " + of(c.bytes()) + "[" + of(c.offset()) + "] " + of(c.length());
        }
        if (s instanceof Stmt.CopyBytes c) {
            return "copy " + c.direction().name().toLowerCase(Locale.ROOT) + " " + of(c.dma()) + "[" + of(c.dmaOffset())
                    + "] " + c.array().map(IrText::of).orElse("")
                    + c.arrayOffset().map(o -> "[" + of(o) + "]").orElse("") + " " + of(c.length());
        }
        if (s instanceof Stmt.ReadByte r) {
            return r.result().name() + " = byte " + of(r.bytes()) + "[" + of(r.index()) + "]";
        }
        if (s instanceof Stmt.WriteByte w) {
            return "byte " + of(w.bytes()) + "[" + of(w.index()) + "] = " + of(w.value());
        }
        if (s instanceof Stmt.Leak l) {
            return "leak " + of(l.value());
        }
        if (s instanceof Stmt.Log l) {
            return "log " + l.level().name().toLowerCase(Locale.ROOT) + " \"" + l.format() + "\" " + of(l.arguments());
        }
        if (s instanceof Stmt.Format f) {
            return f.result().name() + " = format \"" + f.format() + "\" " + of(f.arguments());
        }
        if (s instanceof Stmt.Break b) {
            return "break" + b.label().map(l -> " " + l).orElse("");
        }
        if (s instanceof Stmt.Continue c) {
            return "continue" + c.label().map(l -> " " + l).orElse("");
        }
        if (s instanceof Stmt.Return r) {
            return "return" + r.value().map(v -> " " + of(v)).orElse("");
        }
        return s instanceof Stmt.Throw t
                ? "throw " + of(t.errno())
                : s.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String result(Optional<Local> result) {
        return result.map(r -> r.name() + " = ").orElse("");
    }

    private static String owner(String constructorKey) {
        return simple(constructorKey.substring(0, constructorKey.indexOf(".<init>")));
    }

    private static String part(Stmt.Part part) {
        return part == Stmt.Part.WHOLE ? "" : part == Stmt.Part.LOW_HALF ? ".low" : ".high";
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
