// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;

/** Which driver interfaces a type implements, and which classes implement an interface. */
public final class Implementations {
    private Implementations() {}

    /** The names in the implements clause. */
    public static List<TypeName> written(SourceType type) {
        if (type.declaration() instanceof TypeDeclaration.ClassType c) {
            return c.interfaces();
        }
        if (type.declaration() instanceof TypeDeclaration.RecordType r) {
            return r.interfaces();
        }
        return type.declaration() instanceof TypeDeclaration.InterfaceType i ? i.interfaces() : List.of();
    }

    /** The qualified names of the driver interfaces that a type implements, sorted. */
    public static List<String> interfacesOf(World world, SourceType type) {
        TreeSet<String> names = new TreeSet<>();
        for (TypeName written : written(type)) {
            Optional<TypeSymbol> symbol = world.names(type).type(written.name());
            if (symbol.isPresent()
                    && symbol.get() instanceof TypeSymbol.Source source
                    && source.type().kind() == SourceType.Kind.INTERFACE) {
                names.add(source.name());
            }
        }
        return List.copyOf(names);
    }

    /** The qualified names of the types that implement an interface, sorted. */
    public static List<String> of(World world, SourceType declared) {
        return world.sources().all().stream()
                .filter(t -> interfacesOf(world, t).contains(declared.name()))
                .map(SourceType::name)
                .sorted()
                .toList();
    }
}
