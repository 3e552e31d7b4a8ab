// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import vireo.generator.source.Span;

/**
 * A local variable, parameter or temporary. Identity matters, not the name: two scopes may hold the same name.
 *
 * @param id unique within its method
 */
public record Local(int id, String name, Type type, Kind kind, Span span) {
    public enum Kind {
        PARAMETER,
        MOVED_PARAMETER,
        VARIABLE,
        TEMPORARY
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Local local && local.id == id && local.name.equals(name);
    }

    @Override
    public int hashCode() {
        return id * 31 + name.hashCode();
    }
}
