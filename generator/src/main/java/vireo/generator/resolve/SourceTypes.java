// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Every type that the driver sources declare, by qualified name. Checks that each file holds what its name and folder say. */
public final class SourceTypes {
    private final TreeMap<String, SourceType> types = new TreeMap<>();

    /** Collects the types of all files; what is wrong about their places and names is VR112. */
    public static SourceTypes collect(List<CompilationUnit> units, Findings findings) {
        SourceTypes all = new SourceTypes();
        for (CompilationUnit unit : units) {
            all.collect(unit, findings);
        }
        return all;
    }

    private void collect(CompilationUnit unit, Findings findings) {
        String packageName =
                unit.packageName().map(CompilationUnit.PackageName::name).orElse("");
        String file = unit.file().path().replace('\\', '/');
        String fileName = file.substring(file.lastIndexOf('/') + 1);
        String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        if (fileName.equals("package-info.java") || fileName.equals("module-info.java")) {
            return;
        }
        if (unit.packageName().isEmpty()) {
            findings.declaration(
                    start(unit), "the file names no package", "Begin it with `package ...;`, named like its folder.");
        } else if (!folder.isEmpty() && !("/" + folder).endsWith("/" + packageName.replace('.', '/'))) {
            findings.declaration(
                    unit.packageName().get().span(),
                    "package `" + packageName + "` does not lie in the folder `" + packageName.replace('.', '/') + "`, but in `" + folder + "`",
                    "Move the file to `" + packageName.replace('.', '/') + "/" + fileName + "`, or name the package like its folder.");
        }
        if (unit.types().isEmpty()) {
            findings.declaration(
                    start(unit), "the file declares no type", "Declare one public type, or remove the file.");
        }
        for (int i = 0; i < unit.types().size(); i++) {
            TypeDeclaration declaration = unit.types().get(i);
            if (i > 0) {
                findings.declaration(
                        declaration.nameSpan(),
                        "`" + declaration.name() + "` is a second type in one file",
                        "Give it a file of its own: each file becomes one pair of C files.");
            } else if (!fileName.equals(declaration.name() + ".java")) {
                findings.declaration(
                        declaration.nameSpan(),
                        "`" + declaration.name() + "` lies in the file `" + fileName + "`",
                        "Name the file `" + declaration.name() + ".java`.");
            } else if (!declaration.modifiers().has(Modifiers.Keyword.PUBLIC)) {
                findings.declaration(
                        declaration.nameSpan(), "`" + declaration.name() + "` is not public", "Declare it `public`.");
            }
            add(declaration, unit, packageName, findings);
        }
    }

    private void add(TypeDeclaration declaration, CompilationUnit unit, String packageName, Findings findings) {
        String name = packageName.isEmpty() ? declaration.name() : packageName + "." + declaration.name();
        SourceType type = new SourceType(unit, declaration, name, SourceType.kindOf(declaration));
        SourceType first = types.putIfAbsent(name, type);
        if (first != null) {
            findings.duplicate(
                    declaration.nameSpan(), "type", name, first.declaration().nameSpan());
        }
    }

    private static Span start(CompilationUnit unit) {
        return new Span(
                unit.file(),
                unit.span().start(),
                Math.min(unit.span().end(), unit.span().start() + 1));
    }

    /** All types, by name. */
    public Collection<SourceType> all() {
        return types.values();
    }

    /** The type with this qualified name. */
    public Optional<SourceType> find(String qualifiedName) {
        return Optional.ofNullable(types.get(qualifiedName));
    }

    /** Whether any type lies in this package. */
    public boolean hasPackage(String packageName) {
        String next = types.higherKey(packageName + ".");
        return next != null && next.startsWith(packageName + ".");
    }

    /** The simple names of all types, for suggestions. */
    public List<String> simpleNames() {
        List<String> names = new ArrayList<>();
        types.values().forEach(t -> names.add(t.simpleName()));
        return names;
    }
}
