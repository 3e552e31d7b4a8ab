// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.syntax.ast.CompilationUnit;

/** What the names of types and static members mean in one file: its package and its imports. */
public final class Names {
    private static final Set<String> JAVA_LANG = Set.of(
            "Override", "AutoCloseable", "SuppressWarnings", "Deprecated", "FunctionalInterface", "Object", "String");

    private final SourceTypes sources;
    private final DslClasses dsl;
    private final String packageName;
    private final Map<String, String> single = new HashMap<>();
    private final List<String> packages = new ArrayList<>();
    private final List<StaticImport> statics = new ArrayList<>();

    /** A static import: of one member by name, or of all where the name is empty. */
    public record StaticImport(TypeSymbol type, Optional<String> member) {}

    /** Reads the imports of a file; one that leads nowhere is VR110. */
    public Names(CompilationUnit unit, SourceTypes sources, DslClasses dsl, Findings findings) {
        this.sources = sources;
        this.dsl = dsl;
        this.packageName =
                unit.packageName().map(CompilationUnit.PackageName::name).orElse("");
        for (CompilationUnit.Import one : unit.imports()) {
            if (one.isStatic()) {
                staticImport(one, findings);
            } else if (one.onDemand()) {
                onDemand(one, findings);
            } else if (qualified(one.name()).isPresent() || one.name().startsWith("java.lang.")) {
                single.put(one.name().substring(one.name().lastIndexOf('.') + 1), one.name());
            } else {
                findings.unknown(one.span(), "type", one.name(), suggestions());
            }
        }
    }

    private void onDemand(CompilationUnit.Import one, Findings findings) {
        if (one.name().equals(DslClasses.PACKAGE)
                || sources.hasPackage(one.name())
                || one.name().equals("java.lang")) {
            packages.add(one.name());
        } else {
            findings.unknown(one.span(), "package", one.name(), List.of(DslClasses.PACKAGE));
        }
    }

    private void staticImport(CompilationUnit.Import one, Findings findings) {
        String owner = one.onDemand()
                ? one.name()
                : one.name().substring(0, Math.max(0, one.name().lastIndexOf('.')));
        Optional<TypeSymbol> type = qualified(owner);
        if (type.isEmpty()) {
            findings.unknown(one.span(), "type", owner, suggestions());
            return;
        }
        Optional<String> member = one.onDemand()
                ? Optional.empty()
                : Optional.of(one.name().substring(one.name().lastIndexOf('.') + 1));
        statics.add(new StaticImport(type.get(), member));
    }

    /** The type that a written name stands for, simple or qualified. */
    public Optional<TypeSymbol> type(String written) {
        if (written.indexOf('.') >= 0) {
            return qualified(written);
        }
        String imported = single.get(written);
        if (imported != null) {
            return qualified(imported);
        }
        Optional<TypeSymbol> own = qualified(packageName.isEmpty() ? written : packageName + "." + written);
        if (own.isPresent()) {
            return own;
        }
        for (String name : packages) {
            Optional<TypeSymbol> found = qualified(name + "." + written);
            if (found.isPresent()) {
                return found;
            }
        }
        return JAVA_LANG.contains(written) ? Optional.of(new TypeSymbol.JavaLang(written)) : Optional.empty();
    }

    private Optional<TypeSymbol> qualified(String name) {
        Optional<TypeSymbol> source = sources.find(name).map(TypeSymbol.Source::new);
        if (source.isPresent()) {
            return source;
        }
        if (name.startsWith("java.lang.") && JAVA_LANG.contains(name.substring("java.lang.".length()))) {
            return Optional.of(new TypeSymbol.JavaLang(name.substring("java.lang.".length())));
        }
        return dsl.find(name).map(TypeSymbol.Dsl::new);
    }

    /** The types whose static member of that name is imported, single imports first. */
    public List<TypeSymbol> staticOwners(String member) {
        List<TypeSymbol> owners = new ArrayList<>();
        statics.stream()
                .filter(s -> s.member().filter(member::equals).isPresent())
                .forEach(s -> owners.add(s.type()));
        statics.stream().filter(s -> s.member().isEmpty()).forEach(s -> owners.add(s.type()));
        return owners;
    }

    /** Names of types that an author may have meant. */
    public List<String> suggestions() {
        List<String> names = new ArrayList<>(sources.simpleNames());
        names.addAll(single.keySet());
        return names;
    }

    /** Where a type of that simple name could be imported from. */
    public Optional<String> importFor(String simpleName) {
        if (dsl.find(DslClasses.PACKAGE + "." + simpleName).isPresent()) {
            return Optional.of(DslClasses.PACKAGE + "." + simpleName);
        }
        return sources.all().stream()
                .filter(t -> t.simpleName().equals(simpleName))
                .map(SourceType::name)
                .findFirst();
    }
}
