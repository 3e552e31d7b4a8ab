// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/** The atoms of one method: each is made once. */
final class Atoms {
    /** Names a field; cheaper to look up than its whole declaration. */
    private record FieldName(String owner, String name) {}

    private record Key(Atom.Kind kind, Object detail, Atom base, List<Linear> operands) {}

    private final Map<Key, Atom> known = new HashMap<>();

    Atom local(Local local) {
        Key key = new Key(Atom.Kind.LOCAL, local, null, List.of());
        Atom atom = known.get(key);
        return atom != null
                ? atom
                : add(key, local.type(), text(local), Set.of(local), Set.of(), false, 0);
    }

    private static String text(Local local) {
        if (local.kind() != Local.Kind.TEMPORARY) {
            return local.name();
        }
        String source = local.span() == null ? "" : local.span().text();
        return source.isBlank() || source.length() > 40 || source.indexOf('\n') >= 0 ? local.name() : source;
    }

    Atom self() {
        Key key = new Key(Atom.Kind.THIS, null, null, List.of());
        Atom atom = known.get(key);
        return atom != null ? atom : add(key, new Type.Void(), "this", Set.of(), Set.of(), false, 0);
    }

    /** The field {@code field} of {@code object}; the component of a value record counts as final. */
    Atom field(Atom object, FieldDecl field) {
        Key key = new Key(Atom.Kind.FIELD, new FieldName(field.owner(), field.name()), object, List.of());
        Atom atom = known.get(key);
        if (atom != null) {
            return atom;
        }
        Set<String> mutable = object.mutableFields();
        if (!field.isFinal()) {
            mutable = new HashSet<>(mutable);
            mutable.add(field.owner() + "." + field.name());
        }
        return add(key, field.type(), object + "." + field.name(), object.locals(), mutable, object.readsElements(),
                object.depth() + 1);
    }

    Atom element(Atom array, Linear index, Type type) {
        Key key = new Key(Atom.Kind.ELEMENT, null, array, List.of(index));
        Atom atom = known.get(key);
        return atom != null ? atom : addOver(key, type, array + "[" + index + "]", true);
    }

    Atom dmaPart(Atom structure, String name, List<Linear> index, Type type) {
        Key key = new Key(Atom.Kind.DMA_PART, name, structure, index);
        Atom atom = known.get(key);
        return atom != null
                ? atom
                : addOver(key, type, index.isEmpty() ? structure + "." + name : structure + ".at(" + index.get(0) + ")", false);
    }

    Atom length(Atom of) {
        Key key = new Key(Atom.Kind.LENGTH, null, of, List.of());
        Atom atom = known.get(key);
        return atom != null ? atom : addOver(key, Type.Int.INT, of + ".length", false);
    }

    Atom pure(String function, List<Linear> operands, Atom base, Type type, String text) {
        Key key = new Key(Atom.Kind.PURE, function, base, operands);
        Atom atom = known.get(key);
        return atom != null ? atom : addOver(key, type, text, false);
    }

    Atom operation(Operation operation, List<Linear> operands, Type type, String text) {
        Key key = new Key(Atom.Kind.OPERATION, operation, null, operands);
        Atom atom = known.get(key);
        return atom != null ? atom : addOver(key, type, text, false);
    }

    private Atom addOver(Key key, Type type, String text, boolean element) {
        Set<Local> locals = key.base() == null ? Set.of() : key.base().locals();
        Set<String> mutable = key.base() == null ? Set.of() : key.base().mutableFields();
        boolean elements = element || key.base() != null && key.base().readsElements();
        int depth = key.base() == null ? 0 : key.base().depth();
        for (Linear operand : key.operands()) {
            if (operand.atom().isPresent()) {
                Atom atom = operand.atom().get();
                locals = union(locals, atom.locals());
                mutable = union(mutable, atom.mutableFields());
                elements |= atom.readsElements();
                depth = Math.max(depth, atom.depth());
            }
        }
        return add(key, type, text, locals, mutable, elements, depth + 1);
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        if (first.isEmpty() || second.containsAll(first)) {
            return second;
        }
        if (first.containsAll(second)) {
            return first;
        }
        Set<T> both = new HashSet<>(first);
        both.addAll(second);
        return both;
    }

    private Atom add(Key key, Type type, String text, Set<Local> locals, Set<String> mutable, boolean elements, int depth) {
        Atom atom = new Atom(known.size(), key.kind(), key.detail(), key.base(), key.operands(), type, text, locals, mutable,
                elements, depth);
        known.put(key, atom);
        return atom;
    }

    /** How an operator reads in source. */
    static String symbol(Expr.BinaryOp op) {
        return switch (op) {
            case ADD -> "+";
            case SUB -> "-";
            case MUL -> "*";
            case DIV, DIV_U64 -> "/";
            case REM, REM_U64 -> "%";
            case BIT_AND -> "&";
            case BIT_OR -> "|";
            case BIT_XOR -> "^";
            case SHIFT_LEFT -> "<<";
            case SHIFT_RIGHT -> ">>";
            case SHIFT_RIGHT_LOGICAL -> ">>>";
            case EQ -> "==";
            case NE -> "!=";
            case LT, LT_U64 -> "<";
            case LE, LE_U64 -> "<=";
            case GT -> ">";
            case GE -> ">=";
            case AND -> "&&";
            case OR -> "||";
        };
    }
}
