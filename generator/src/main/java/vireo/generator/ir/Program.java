// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole program: every type that the driver sources declare, sorted by qualified name. */
public final class Program {
    private final List<TypeDecl> types;
    private final Map<String, TypeDecl> byName = new HashMap<>();
    private final Map<String, MethodDecl> byKey = new HashMap<>();
    private final List<Transcription> transcriptions;
    private final List<UnitLimit> unitLimits;

    public Program(List<TypeDecl> types) {
        this(types, List.of(), List.of());
    }

    /** A program of which some declarations copy tables of specifications, and some bound numbers of a unit by constants. */
    public Program(List<TypeDecl> types, List<Transcription> transcriptions, List<UnitLimit> unitLimits) {
        this.unitLimits = List.copyOf(unitLimits);
        this.transcriptions = List.copyOf(transcriptions);
        this.types = types.stream().sorted(java.util.Comparator.comparing(TypeDecl::name)).toList();
        for (TypeDecl type : this.types) {
            byName.put(type.name(), type);
            for (MethodDecl method : methodsOf(type)) {
                byKey.put(method.key(), method);
            }
        }
    }

    public List<TypeDecl> types() {
        return types;
    }

    /** The declarations that copy tables of specifications. */
    public List<Transcription> transcriptions() {
        return transcriptions;
    }

    /** The constants that bound numbers of units. */
    public List<UnitLimit> unitLimits() {
        return unitLimits;
    }

    public Optional<TypeDecl> type(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The method with this {@link MethodDecl#key}. */
    public Optional<MethodDecl> method(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public static List<MethodDecl> methodsOf(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.methods();
        }
        if (type instanceof TypeDecl.RecordDecl r) {
            return r.methods();
        }
        if (type instanceof TypeDecl.InterfaceDecl i) {
            return i.methods();
        }
        return List.of();
    }
}
