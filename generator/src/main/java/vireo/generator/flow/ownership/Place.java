// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;

/**
 * Where a value lies: a variable, the object at hand, or a component or field of one.
 *
 * @param root the variable; empty for the object at hand
 */
public record Place(Optional<Local> root, List<FieldDecl> path) {
    static final Place THIS = new Place(Optional.empty(), List.of());

    public Place {
        path = List.copyOf(path);
    }

    static Place of(Local local) {
        return new Place(Optional.of(local), List.of());
    }

    static Place ofField(FieldDecl field) {
        return THIS.part(field);
    }

    Place part(FieldDecl field) {
        List<FieldDecl> longer = new ArrayList<>(path);
        longer.add(field);
        return new Place(root, longer);
    }

    /** A part of a part, and so on. */
    Place parts(List<FieldDecl> fields) {
        List<FieldDecl> longer = new ArrayList<>(path);
        longer.addAll(fields);
        return new Place(root, longer);
    }

    /** What this is a part of; empty for a whole. */
    Optional<Place> whole() {
        return path.isEmpty() ? Optional.empty() : Optional.of(new Place(root, path.subList(0, path.size() - 1)));
    }

    boolean isPartOf(Place other) {
        return root.equals(other.root) && path.size() > other.path.size() && path.subList(0, other.path.size()).equals(other.path);
    }

    /** A field of the object at hand, itself and no part of it. */
    Optional<FieldDecl> ownField() {
        return root.isEmpty() && path.size() == 1 ? Optional.of(path.get(0)) : Optional.empty();
    }

    /** As the source names it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(root.map(Local::name).orElse(path.isEmpty() ? "this" : ""));
        path.forEach(f -> text.append(text.isEmpty() ? "" : ".").append(f.name()));
        return text.toString();
    }
}
