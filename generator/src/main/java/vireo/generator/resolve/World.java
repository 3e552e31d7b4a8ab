// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.ir.DmaDecl;
import vireo.generator.syntax.ast.CompilationUnit;

/** Everything that names can refer to: the driver's types with their members, and the dsl. Members are resolved when first asked for. */
public final class World {
    private final SourceTypes sources;
    private final DslClasses dsl;
    private final Findings findings;
    private final Map<CompilationUnit, Names> names = new java.util.IdentityHashMap<>();
    private final Map<SourceType, SourceMembers> members = new HashMap<>();
    private final Map<SourceType, BlockLayout> blocks = new HashMap<>();
    private final Map<SourceType, DmaDecl> layouts = new HashMap<>();
    private final Implementations implementations = new Implementations(this);
    private final ConstantEvaluator constants = new ConstantEvaluator(this);
    private final TypeResolver types = new TypeResolver(this);

    /** Collects the types of all files and reads their imports. */
    public World(List<CompilationUnit> units, DslClasses dsl, Diagnostics diagnostics) {
        this.dsl = dsl;
        this.findings = new Findings(diagnostics);
        this.sources = SourceTypes.collect(units, findings);
        for (CompilationUnit unit : units) {
            names.put(unit, new Names(unit, sources, dsl, findings));
        }
    }

    /** The types that the driver sources declare. */
    public SourceTypes sources() {
        return sources;
    }

    /** The dsl. */
    public DslClasses dsl() {
        return dsl;
    }

    /** Where findings go. */
    public Findings findings() {
        return findings;
    }

    /** Evaluates constant expressions. */
    public ConstantEvaluator constants() {
        return constants;
    }

    /** Who implements whom. */
    public Implementations implementations() {
        return implementations;
    }

    /** Resolves types as written. */
    public TypeResolver types() {
        return types;
    }

    /** What names mean where this type is declared. */
    public Names names(SourceType context) {
        return names.get(context.unit());
    }

    /** The fields, constants and methods of a type. */
    public SourceMembers members(SourceType type) {
        SourceMembers known = members.get(type);
        if (known == null) {
            known = new SourceMembers(this, type);
            members.put(type, known);
        }
        return known;
    }

    /** The members of the driver's type of that qualified name. */
    public SourceMembers members(String qualifiedName) {
        return members(sources.find(qualifiedName).orElseThrow());
    }

    /** The registers of the block of that qualified name. */
    public BlockLayout block(String qualifiedName) {
        SourceType type = sources.find(qualifiedName).orElseThrow();
        BlockLayout known = blocks.get(type);
        if (known == null) {
            known = BlockLayout.read(type, this);
            blocks.put(type, known);
        }
        return known;
    }

    /** The layout of the DMA structure or ring of that qualified name. */
    public DmaDecl layout(String qualifiedName) {
        SourceType type = sources.find(qualifiedName).orElseThrow();
        DmaDecl known = layouts.get(type);
        if (known == null) {
            known = new DmaLayout(this, type).read();
            layouts.put(type, known);
        }
        return known;
    }

    /** The names of a type's constants, for suggestions. */
    public List<String> constantNames(TypeSymbol type) {
        if (type instanceof TypeSymbol.Source source) {
            return members(source.type()).constantNames();
        }
        return type instanceof TypeSymbol.Dsl of ? of.type().constantNames() : List.of();
    }
}
