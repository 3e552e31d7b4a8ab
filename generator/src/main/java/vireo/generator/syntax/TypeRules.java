// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.Map;
import java.util.Set;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.TypeName;

/** What the subset leaves out of Java's types. */
final class TypeRules {
    private static final Set<String> GENERIC = Set.of("DmaArray", "RegisterArray", "Class");
    private static final Set<String> BOXES =
            Set.of("Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double", "Number", "Void");
    private static final Map<String, String> LIBRARY = Map.of(
            "String", "Log lines take a literal; Text holds a short formatted text; bytes go into a byte array.",
            "StringBuilder", "Use Text.format.",
            "StringBuffer", "Use Text.format.",
            "CharSequence", "Use Text.",
            "Object", "Name the type that is meant.",
            "Thread", "The kernel's threads call the driver; wait with a Deadline and Cpu.relax().",
            "Runnable", "Declare an interface with the method that is called.",
            "Iterable", "Write a loop over an index.",
            "Math", "Write the comparison; for wrapping and checked arithmetic use Uint16, Uint32 and their kin.",
            "System", "Log with Log, measure time with Deadline.");

    private final SubsetCheck check;

    TypeRules(SubsetCheck check) {
        this.check = check;
    }

    /** What to use instead of a type of java.lang; null where the name is not one of them. */
    static String insteadOf(String simpleName) {
        return BOXES.contains(simpleName) ? "Write the primitive type: boolean, int or long." : LIBRARY.get(simpleName);
    }

    /** Whether a declaration's type is refused for its own sake. */
    static boolean refuses(TypeName type) {
        return insteadOf(type.name()) != null || Set.of("char", "short", "float", "double", "byte").contains(type.name());
    }

    void check(Node node) {
        if (!(node instanceof TypeName type)) {
            return;
        }
        switch (type.name()) {
            case "char" -> check.refuse(type.span(), "The type char is", "A byte on the wire is no character.",
                    "Write '@U8 int' for a byte, '@U16 int' for sixteen bits.");
            case "short" -> check.refuse(type.span(), "The type short is", "Its sign is a trap: device values are unsigned.",
                    "Write '@U16 int', or 'int' with a @Range.");
            case "float", "double" -> check.refuse(type.span(), "Floating point (" + type.name() + ") is",
                    "Kernel code must not touch the floating point registers.", "Use whole numbers in a smaller unit.");
            case "byte" -> {
                if (type.dimensions() == 0 && !isStoredIntoArray()) {
                    check.refuse(type.span(), "The type byte outside of arrays is", "Its sign is a trap: 0xff becomes -1.",
                            "Write '@U8 int'.");
                }
            }
            default -> named(type);
        }
        if (type.dimensions() > 1) {
            check.refuse(type.span(), "Arrays of arrays are", "Each row would be an object of its own.",
                    "Write one array and compute the index: row * columns + column.");
        }
    }

    /** {@code bytes[i] = (byte) value}: the one place where Java demands the type's name. */
    private boolean isStoredIntoArray() {
        return check.ancestor(1).filter(Expression.Cast.class::isInstance).isPresent()
                && check.ancestor(2).orElse(null) instanceof Expression.Assign assign
                && assign.target() instanceof Expression.ArrayAccess;
    }

    private void named(TypeName type) {
        String simple = DeclarationRules.simple(type);
        boolean inLang = type.name().equals(simple) || type.name().equals("java.lang." + simple);
        if (inLang && BOXES.contains(simple)) {
            check.refuse(type.span(), "Boxes (" + simple + ") are", "Each would be an object that nobody frees.", insteadOf(simple));
        } else if (inLang && LIBRARY.containsKey(simple)) {
            check.refuse(type.span(), "The type " + simple + " is", "It does not exist in a kernel.", insteadOf(simple));
        } else if ((type.diamond() || !type.arguments().isEmpty()) && !GENERIC.contains(simple)) {
            check.refuse(type.span(), "Generic types (" + type.text() + ") other than DmaArray and RegisterArray are",
                    "C has one struct for each name, not one for each type.", "Write an array, or a class for the type that is meant.");
        } else if (type.name().equals("?")) {
            check.refuse(type.span(), "Wildcards are", "C has one struct for each name.", "Name the type that is meant.");
        }
    }
}
