// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;

/** Which interfaces a type implements, the driver's and those that the dsl has for it, and which types implement an interface. */
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

    /** The qualified names of the interfaces that a type implements, sorted. */
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
                } else if (symbol.isPresent()
                        && symbol.get() instanceof TypeSymbol.Dsl dsl
                        && !dsl.type().contract().isEmpty()) {
                    names.add(dsl.name());
                }
            }
            known = List.copyOf(names);
            interfaces.put(type, known);
        }
        return known;
    }

    /** The qualified names of the types that implement an interface of the driver, sorted. */
    public List<String> of(SourceType declared) {
        return of(declared.name());
    }

    /** The interfaces of the dsl that some type implements, in the order of their names. */
    public List<DslType> ofDsl() {
        TreeSet<String> names = new TreeSet<>();
        for (SourceType type : world.sources().all()) {
            names.addAll(interfacesOf(type));
        }
        return names.stream().map(world.dsl()::find).flatMap(Optional::stream).toList();
    }

    /** The qualified names of the types that implement the interface of that qualified name, sorted. */
    public List<String> of(String declared) {
        if (implementations == null) {
            implementations = new HashMap<>();
            for (SourceType type : world.sources().all()) {
                for (String name : interfacesOf(type)) {
                    implementations.computeIfAbsent(name, n -> new TreeSet<>()).add(type.name());
                }
            }
        }
        return List.copyOf(implementations.getOrDefault(declared, new TreeSet<>()));
    }
}
