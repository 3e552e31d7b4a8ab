// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

/** A variable of one function. Identity is {@code id}; the name is settled when the function is complete. */
public record CVariable(int id, String name, CType type, Kind kind) {
    public enum Kind {
        PARAMETER,
        /** The author named it. */
        LOCAL,
        /** The generator needed it: it goes where it can. */
        TEMPORARY
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CVariable variable && variable.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
