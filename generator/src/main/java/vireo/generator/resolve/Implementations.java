// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;

/** Which driver interfaces a type implements, and which types implement an interface. */
public final class Implementations {
    private final World world;
    private final Map<SourceType, List<String>> interfaces = new HashMap<>();
    private Map<String, TreeSet<String>> implementations;

    Implementations(World world) {
        this.world = world;
    }

    /** The names in the implements clause, or the extends clause of an interface. */
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
    public List<String> interfacesOf(SourceType type) {
        List<String> known = interfaces.get(type);
        if (known == null) {
            TreeSet<String> names = new TreeSet<>();
            for (TypeName written : written(type)) {
                Optional<TypeSymbol> symbol = world.names(type).type(written.name());
                if (symbol.isPresent()
                        && symbol.get() instanceof TypeSymbol.Source source
                        && source.type().kind() == SourceType.Kind.INTERFACE) {
                    names.add(source.name());
                }
            }
            known = List.copyOf(names);
            interfaces.put(type, known);
        }
        return known;
    }

    /** The qualified names of the types that implement an interface, sorted. */
    public List<String> of(SourceType declared) {
        if (implementations == null) {
            implementations = new HashMap<>();
            for (SourceType type : world.sources().all()) {
                for (String name : interfacesOf(type)) {
                    implementations.computeIfAbsent(name, n -> new TreeSet<>()).add(type.name());
                }
            }
        }
        return List.copyOf(implementations.getOrDefault(declared.name(), new TreeSet<>()));
    }
}
