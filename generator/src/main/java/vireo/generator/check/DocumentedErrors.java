// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;

/** What the Javadoc of methods says of the errors that they fail with. */
final class DocumentedErrors {
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@throws\\s+DriverException\\b(.*?)(?=^\\s*@\\w|\\z)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\bE[A-Z0-9]+\\b");
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+([^}\\s]+)[^}]*}");

    /** {@code as {@link #submit} and {@link #drain}}. */
    private static final Pattern REFERENCES =
            Pattern.compile("\\bas\\s+(\\{@link\\s+[^}]+}(?:(?:,|\\s+and|,\\s+and|\\s+or)\\s+\\{@link\\s+[^}]+})*)");

    /**
     * What one Javadoc says.
     *
     * @param names the errors that it names itself
     * @param references the methods whose errors it has too, by their keys, with how they are written
     * @param unknown links that lead to no method of the program
     */
    record Documented(String text, Set<String> names, Map<String, String> references, List<String> unknown) {}

    private final Program program;
    private final Map<String, List<MethodDecl>> declared = new HashMap<>();

    DocumentedErrors(Program program, CallGraph calls) {
        this.program = program;
        calls.implementations().forEach((key, implementations) -> implementations.forEach(implementation ->
                program.method(key).ifPresent(m -> declared.computeIfAbsent(implementation.key(), k -> new ArrayList<>()).add(m))));
    }

    /** The methods of interfaces that a method implements. */
    List<MethodDecl> declarations(MethodDecl method) {
        return declared.getOrDefault(method.key(), List.of());
    }

    /** What the method's own Javadoc says; empty where it says nothing of errors. */
    Optional<Documented> of(MethodDecl method) {
        Matcher block = BLOCK.matcher(method.doc());
        if (!block.find()) {
            return Optional.empty();
        }
        String text = block.group(1);
        Map<String, String> references = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        REFERENCES.matcher(text).results().forEach(r -> LINK.matcher(r.group(1)).results().forEach(link -> {
            List<MethodDecl> targets = targets(link.group(1), method);
            targets.forEach(t -> references.put(t.key(), link.group(1)));
            if (targets.isEmpty()) {
                unknown.add(link.group(1));
            }
        }));
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().forEach(r -> names.add(r.group()));
        return Optional.of(new Documented(text, names, references, unknown));
    }

    /** {@code #method}, {@code Type#method}, or {@code Type} for its constructor. */
    private List<MethodDecl> targets(String link, MethodDecl from) {
        int hash = link.indexOf('#');
        String type = hash < 0 ? link : link.substring(0, hash);
        String name = hash < 0 ? "<init>" : link.substring(hash + 1).replaceFirst("\\(.*", "");
        String owner = type.isEmpty() ? from.owner() : type;
        for (TypeDecl declaration : program.types()) {
            if (declaration.name().equals(owner) || declaration.simpleName().equals(owner)) {
                return Program.methodsOf(declaration).stream()
                        .filter(m -> m.name().equals(name) || hash < 0 && m.kind() == MethodDecl.Kind.CONSTRUCTOR
                                || name.equals(declaration.simpleName()) && m.kind() == MethodDecl.Kind.CONSTRUCTOR)
                        .toList();
            }
        }
        return List.of();
    }
}
