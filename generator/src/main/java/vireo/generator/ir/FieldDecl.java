// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import vireo.generator.source.Span;

/**
 * A field of a driver class or a component of a value record. {@code owner} is the declaring type's qualified name. Two are equal when
 * owner and name are: terms hold fields whose own bounds are left out.
 */
public record FieldDecl(String owner, String name, Type type, boolean isFinal, boolean isPrivate, String doc, Span span) {
    @Override
    public boolean equals(Object other) {
        return other instanceof FieldDecl field && field.name.equals(name) && field.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + name.hashCode();
    }
}
