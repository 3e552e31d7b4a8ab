// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/**
 * What a pure expression reads, without its position in the source: two expressions with equal places have the same value, as long as
 * nothing that the place mentions was assigned between them.
 */
public final class Place {
    private static final String SELF = "this";

    private final String label;
    private final Local local;
    private final FieldDecl field;
    private final List<Place> parts;
    private final int hash;

    private Place(String label, Local local, FieldDecl field, List<Place> parts) {
        this.label = label;
        this.local = local;
        this.field = field;
        this.parts = List.copyOf(parts);
        this.hash = Objects.hash(label, local, field, this.parts);
    }

    /** The object that the method runs on. */
    public static Place self() {
        return new Place(SELF, null, null, List.of());
    }

    /** A local variable or parameter. */
    public static Place of(Local local) {
        return new Place("local", local, null, List.of());
    }

    /** What the method returns. */
    public static Place result() {
        return of(RESULT);
    }

    /** Stands for what a method returns, as long as no caller's variable does. */
    static final Local RESULT = new Local(-2, "result", new Type.Void(), Local.Kind.TEMPORARY, null);

    /** A field of an object. */
    public static Place of(Place object, FieldDecl field) {
        return new Place("field", null, field, List.of(object));
    }

    /** Anything else: {@code label} says what is done with the parts. */
    public static Place of(String label, List<Place> parts) {
        return new Place(label, null, null, parts);
    }

    /** A value that is the same wherever it stands. */
    public static Place constant(Object value) {
        return new Place("#" + value, null, null, List.of());
    }

    public String label() {
        return label;
    }

    public Optional<Local> local() {
        return Optional.ofNullable(local);
    }

    public Optional<FieldDecl> field() {
        return Optional.ofNullable(field);
    }

    public List<Place> parts() {
        return parts;
    }

    public boolean isSelf() {
        return label.equals(SELF);
    }

    /** Whether this place or a part of it satisfies the test. */
    public boolean has(java.util.function.Predicate<Place> test) {
        return test.test(this) || parts.stream().anyMatch(part -> part.has(test));
    }

    /** Whether an assignment to the local may change what this place reads. */
    public boolean mentions(Local assigned) {
        return assigned.equals(local) || parts.stream().anyMatch(part -> part.mentions(assigned));
    }

    /** Whether a store into the field, of whatever object, may change what this place reads. */
    public boolean mentions(FieldDecl stored) {
        return stored.equals(field) || parts.stream().anyMatch(part -> part.mentions(stored));
    }

    /** This place with each part that is {@code old} replaced. */
    public Place with(Place old, Place replacement) {
        if (equals(old)) {
            return replacement;
        }
        if (parts.isEmpty()) {
            return this;
        }
        List<Place> replaced = new ArrayList<>();
        parts.forEach(part -> replaced.add(part.with(old, replacement)));
        return new Place(label, local, field, replaced);
    }

    /** This place in the words of another method; empty where one of its roots has no name there. */
    public Optional<Place> moved(Function<Place, Optional<Place>> roots) {
        if (local != null || isSelf()) {
            return roots.apply(this);
        }
        List<Place> replaced = new ArrayList<>();
        for (Place part : parts) {
            Optional<Place> there = part.moved(roots);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            replaced.add(there.get());
        }
        return Optional.of(new Place(label, null, field, replaced));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Place place && place.hash == hash && place.label.equals(label)
                && Objects.equals(place.local, local) && Objects.equals(place.field, field) && place.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        if (local != null) {
            return local.name();
        }
        return field != null ? parts.get(0) + "." + field.name() : parts.isEmpty() ? label : label + parts;
    }
}
