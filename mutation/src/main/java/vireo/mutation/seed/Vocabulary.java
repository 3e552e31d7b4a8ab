// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;

/** What the names of a program mean, as far as seeding wants to know: registers and fields, releases, constants. */
public final class Vocabulary {
    /** A register's or cell's type: its mode or byte order, and its width in bits. */
    private static final Pattern CELL = Pattern.compile("(Ro|Rw|Wo|W1c|Rc|RoSplit|RwSplit|WoSplit|Le|Be)(8|16|32|64)");

    private static final Pattern RELEASE = Pattern.compile("(release|free|unmap|destroy|disconnect|disable|abandon|quarantine|close)(?![a-z]).*");

    private final Map<String, List<RecordComponent>> recordsOfComponent = new LinkedHashMap<>();
    private final Set<String> deviceMemory = new HashSet<>();
    private final Map<String, List<String>> constants = new LinkedHashMap<>();
    private final Map<String, List<String>> parameterTypes = new LinkedHashMap<>();

    /** Of all files of a program together. */
    public Vocabulary(List<Tree> trees) {
        for (Tree tree : trees) {
            tree.all(TypeDeclaration.RecordType.class).forEach(this::components);
            tree.all(TypeDeclaration.class).forEach(this::constantsOf);
            tree.all(Member.Method.class).forEach(m -> parameters(m.name(), m.parameters()));
            tree.all(Member.Constructor.class).forEach(c -> parameters(c.name(), c.parameters()));
        }
    }

    private void components(TypeDeclaration.RecordType type) {
        if (type.components().stream().noneMatch(c -> isCell(c.type().name()) || c.type().name().startsWith("Dma"))) {
            return;
        }
        for (RecordComponent component : type.components()) {
            recordsOfComponent.computeIfAbsent(component.name(), n -> new ArrayList<>()).addAll(type.components());
            if (type.modifiers().annotation("RegisterBlock").isEmpty()) {
                deviceMemory.add(component.name());
            }
        }
    }

    private void constantsOf(TypeDeclaration type) {
        for (Member member : type.members()) {
            if (member instanceof Member.Field field && field.modifiers().has(vireo.generator.syntax.ast.Modifiers.Keyword.STATIC)) {
                field.declarators().forEach(d -> constants.computeIfAbsent(type.name(), n -> new ArrayList<>()).add(d.name()));
            }
        }
        if (type instanceof TypeDeclaration.EnumType choices) {
            constants.put(type.name(), new ArrayList<>(choices.constants().stream().map(c -> c.name()).toList()));
        }
    }

    private void parameters(String name, List<Parameter> parameters) {
        List<String> types = parameters.stream().map(p -> p.type().text()).toList();
        parameterTypes.merge(name, types, (a, b) -> a.equals(b) ? a : List.of());
    }

    /** Whether a type is one of the registers' or of the cells in device-visible memory. */
    public static boolean isCell(String type) {
        return type.equals("Octet") || CELL.matcher(type).matches();
    }

    /** The mode or byte order of a register's or cell's type. */
    public static Optional<String> kind(TypeName type) {
        return part(type, 1);
    }

    /** The width in bits of a register's or cell's type. */
    public static Optional<Integer> width(TypeName type) {
        return part(type, 2).map(Integer::valueOf);
    }

    private static Optional<String> part(TypeName type, int group) {
        Matcher matcher = CELL.matcher(type.name());
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    /** Whether a method of that name belongs to a register block or to device-visible memory: the name of one of their parts. */
    public boolean isPart(String name) {
        return recordsOfComponent.containsKey(name);
    }

    /** Whether it names a part of device-visible memory. */
    public boolean isDeviceMemory(String name) {
        return deviceMemory.contains(name);
    }

    /** The next part of the same type, in the record that has that part; empty where there is none, or several records have one. */
    public Optional<String> neighbour(String part) {
        List<RecordComponent> parts = recordsOfComponent.getOrDefault(part, List.of());
        List<String> names = parts.stream().map(RecordComponent::name).toList();
        int at = names.indexOf(part);
        if (at < 0 || names.lastIndexOf(part) != at) {
            return Optional.empty();
        }
        String type = parts.get(at).type().text();
        for (int step = 1; step < parts.size(); step++) {
            RecordComponent other = parts.get((at + step) % parts.size());
            if (other.type().text().equals(type)) {
                return Optional.of(other.name());
            }
        }
        return Optional.empty();
    }

    /** The constant that follows another one in its type, the first after the last. */
    public Optional<String> otherConstant(String type, String constant) {
        List<String> names = constants.getOrDefault(type, List.of());
        int at = names.indexOf(constant);
        return at < 0 || names.size() < 2 ? Optional.empty() : Optional.of(names.get((at + 1) % names.size()));
    }

    /** The parameters' types of the methods or constructors of a name, where all of that name agree; else none. */
    public List<String> parameterTypes(String name) {
        return parameterTypes.getOrDefault(name, List.of());
    }

    /** Whether a method of that name gives something back. */
    public static boolean isRelease(String method) {
        return RELEASE.matcher(method).matches();
    }
}
