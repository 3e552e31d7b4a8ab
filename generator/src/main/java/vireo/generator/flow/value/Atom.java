// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/**
 * Something that facts speak of: a local, a field path, an element, a length, or an operation on those. Two expressions that read
 * the same places in the same way have the same atom, so identity is equality.
 */
public final class Atom {
    /** What the atom stands for. */
    enum Kind {
        LOCAL,
        THIS,
        /** A field of an object, or a component of a value record. */
        FIELD,
        ELEMENT,
        /** A part of a DMA structure, as a place. */
        DMA_PART,
        LENGTH,
        OPERATION,
        /** A pure function of the port. */
        PURE
    }

    private final int id;
    private final Kind kind;
    private final Object detail;
    private final Atom base;
    private final List<Linear> operands;
    private final Type type;
    private final String text;
    private final Set<Local> locals;
    private final Set<String> mutableFields;
    private final boolean elements;
    private final int depth;

    Atom(int id, Kind kind, Object detail, Atom base, List<Linear> operands, Type type, String text, Set<Local> locals,
            Set<String> mutableFields, boolean elements, int depth) {
        this.id = id;
        this.kind = kind;
        this.detail = detail;
        this.base = base;
        this.operands = operands;
        this.type = type;
        this.text = text;
        this.locals = locals;
        this.mutableFields = mutableFields;
        this.elements = elements;
        this.depth = depth;
    }

    int id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** The declared type of a place, the result's type of an operation. */
    Type type() {
        return type;
    }

    /** The object of a field, the array of an element, what a length is of; null elsewhere. */
    Atom base() {
        return base;
    }

    List<Linear> operands() {
        return operands;
    }

    Linear operand(int index) {
        return operands.get(index);
    }

    Local local() {
        return (Local) detail;
    }

    FieldDecl field() {
        return (FieldDecl) detail;
    }

    Optional<Operation> operation() {
        return kind == Kind.OPERATION ? Optional.of((Operation) detail) : Optional.empty();
    }

    boolean mentions(Local local) {
        return locals.contains(local);
    }

    Set<Local> locals() {
        return locals;
    }

    /** Whether a store into the field, named {@code owner.name}, may change what this atom reads. */
    boolean mentionsField(String field) {
        return mutableFields.contains(field);
    }

    Set<String> mutableFields() {
        return mutableFields;
    }

    /** Whether it reads an element of a private array. */
    boolean readsElements() {
        return elements;
    }

    /** How deeply operations and paths nest. */
    int depth() {
        return depth;
    }

    /** By number, so that maps keyed by atoms are walked in the same order in every run. */
    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    /** In the author's terms. */
    @Override
    public String toString() {
        return text;
    }
}
