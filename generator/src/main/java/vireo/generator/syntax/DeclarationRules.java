// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.EnumConstant;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Modifiers.Keyword;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;
import vireo.generator.syntax.ast.TypeParameter;

/** What the subset leaves out of Java's declarations. */
final class DeclarationRules {
    private static final Set<String> CONSTANT_TYPES = Set.of("int", "long", "boolean");

    private static final int MOST_PARTS = 120;

    private final SubsetCheck check;

    DeclarationRules(SubsetCheck check) {
        this.check = check;
    }

    void check(Node node) {
        if (node instanceof CompilationUnit.Import n) {
            importOf(n);
        } else if (node instanceof TypeDeclaration n) {
            type(n);
        } else if (node instanceof Modifiers.Modifier n) {
            modifier(n);
        } else if (node instanceof TypeParameter n) {
            check.refuse(n.span(), "Type parameters of one's own are", "C has one function and one struct for each name, not one for each type.",
                    "Name the type that is meant; for several, write a class for each or an interface.");
        } else if (node instanceof Member.Field n) {
            field(n);
        } else if (node instanceof Member.Method n) {
            method(n);
        } else if (node instanceof Member.Initializer n) {
            check.refuse(new Span(n.span().file(), n.span().start(), n.span().start() + 1), "Initializer blocks are",
                    "There is no moment in the C at which they would run.", "Move the statements into the constructor.");
        } else if (node instanceof EnumConstant n) {
            constant(n);
        } else if (node instanceof Parameter n) {
            parameter(n);
        } else if (node instanceof RecordComponent n && n.varargs()) {
            check.refuse(n.span(), "Components of variable number are", "A struct has a fixed size.", "Write an array with a length.");
        }
        number(node);
    }

    /** Java's own limit is 255, of which a long takes two. */
    private void number(Node node) {
        List<? extends Node> parts = List.of();
        if (node instanceof Member.Method n) {
            parts = n.parameters();
        } else if (node instanceof Member.Constructor n) {
            parts = n.parameters();
        } else if (node instanceof TypeDeclaration.RecordType n) {
            parts = n.components();
        }
        if (parts.size() > MOST_PARTS) {
            check.refuse(parts.get(MOST_PARTS).span(), "More than " + MOST_PARTS + " parameters or components (" + parts.size() + ") are",
                    "Java itself knows no more than 255 of them.", "Group those that belong together in a record, or in arrays.");
        }
    }

    private void importOf(CompilationUnit.Import n) {
        if (Set.of("java.lang.annotation.Target", "java.lang.annotation.ElementType").contains(n.name())
                && check.parent().orElse(null) instanceof CompilationUnit unit
                && unit.types().stream().allMatch(TypeDeclaration.AnnotationType.class::isInstance)) {
            return;
        }
        if (n.name().equals("java") || n.name().startsWith("java.") || n.name().startsWith("javax.")) {
            check.refuse(n.span(), "The Java library (" + n.name() + ") is", "None of it exists in a kernel.",
                    "Use vireo.dsl, arrays of fixed length, and types of your own.");
        }
    }

    private void type(TypeDeclaration type) {
        if (check.parent().filter(CompilationUnit.class::isInstance).isEmpty()) {
            check.refuse(type.nameSpan(), "Types inside of types (" + type.name() + ") are",
                    "A reader looks for a type in the file of its name, and its C in the pair of that name.",
                    "Move " + type.name() + " into a file of its own.");
        }
        if (type instanceof TypeDeclaration.ClassType n) {
            classType(n);
        } else if (type instanceof TypeDeclaration.RecordType n) {
            constructors(n, "A record is a plain struct in C: nothing runs when one is made.",
                    "Check the values before 'new', or in a static method that makes the record.");
        } else if (type instanceof TypeDeclaration.InterfaceType n) {
            n.interfaces().forEach(i -> check.refuse(i.span(), "Interfaces that extend interfaces are",
                    "An interface is one struct of function pointers in C.", "Declare the methods here, or keep the interfaces apart."));
        } else if (type instanceof TypeDeclaration.EnumType n) {
            n.interfaces().forEach(i -> check.refuse(i.span(), "Enums that implement interfaces are",
                    "An enum is a number in C.", "Write a switch over the enum, in a static method."));
            n.members().forEach(m -> check.refuse(place(m), "Members of enums are", "An enum is a number in C.",
                    "Write a switch over the enum, in a static method of a class."));
        } else {
            unit(type);
        }
    }

    /** A unit of numbers is the one thing that an author may name by an annotation of his own. */
    private void unit(TypeDeclaration type) {
        List<Annotation> annotations = type.modifiers().annotations();
        boolean isUnit = type.modifiers().annotation("Unit").isPresent();
        if (!isUnit) {
            check.refuse(type.nameSpan(), "Annotation types of one's own are",
                    "The generator would not know what they demand.",
                    "Use the annotations of vireo.dsl; put other remarks into the Javadoc. A unit of numbers is marked '@Unit'.");
        } else if (!type.members().isEmpty()) {
            check.refuse(place(type.members().get(0)), "Members of units are", "Two numbers are of one unit or they are not.",
                    "Remove it; declare an annotation for each unit.");
        } else if (annotations.size() != 2 || annotations.stream().noneMatch(DeclarationRules::targetsUses)) {
            check.refuse(type.nameSpan(), "Units with annotations other than '@Unit' and '@Target(ElementType.TYPE_USE)' are",
                    "A unit stands where a type is used, and nowhere else.",
                    "Write '@Unit @Target(ElementType.TYPE_USE) public @interface " + type.name() + " {}'.");
        }
    }

    private static boolean targetsUses(Annotation annotation) {
        return annotation.simpleName().equals("Target") && annotation.argument("value")
                .filter(v -> v.span().text().equals("ElementType.TYPE_USE")).isPresent();
    }

    private void classType(TypeDeclaration.ClassType n) {
        n.superclass().ifPresent(s -> check.refuse(s.span(), "Inheritance of classes is",
                "C has no superclass: which code runs must be visible at the call.",
                "Hold the other object in a final field and call it, or implement an interface."));
        if (!n.modifiers().has(Keyword.FINAL) && !n.modifiers().has(Keyword.ABSTRACT) && n.permitted().isEmpty()
                && !n.modifiers().has(Keyword.SEALED) && !n.modifiers().has(Keyword.NON_SEALED)) {
            check.refuse(n.nameSpan(), "Classes that could be extended (" + n.name() + ") are",
                    "Inheritance of classes has no counterpart in C.", "Write 'final class " + n.name() + "'.");
        }
        List<Member.Constructor> constructors = constructors(n.members());
        for (int i = 1; i < constructors.size(); i++) {
            check.refuse(constructors.get(i).nameSpan(), "Several constructors of one class are",
                    "Each would be the C function " + n.name() + "_init.",
                    "Keep one constructor; write static methods with names for the other ways to make an object.");
        }
    }

    private void constructors(TypeDeclaration type, String why, String fix) {
        for (Member.Constructor constructor : constructors(type.members())) {
            check.refuse(constructor.nameSpan(), "Constructors of records are", why, fix);
        }
    }

    private static List<Member.Constructor> constructors(List<Member> members) {
        return members.stream().filter(Member.Constructor.class::isInstance).map(Member.Constructor.class::cast).toList();
    }

    private void modifier(Modifiers.Modifier n) {
        Keyword keyword = n.keyword();
        String name = "The modifier '" + keyword.text() + "' is";
        switch (keyword) {
            case NATIVE -> check.refuse(n.span(), name, "The JVM run would need code that is not this source.",
                    "Declare an interface; the kernel implements it in C.");
            case SYNCHRONIZED -> check.refuse(n.span(), name, "A kernel has no monitor in each object.",
                    "Say in the Javadoc which lock the caller holds.");
            case VOLATILE -> check.refuse(n.span(), name, "Volatile means another ordering in C than in Java.",
                    "Share memory with the device through cells and registers only.");
            case TRANSIENT -> check.refuse(n.span(), name, "Nothing is serialized.", "Remove it.");
            case STRICTFP -> check.refuse(n.span(), name, "There is no floating point.", "Remove it.");
            case ABSTRACT -> {
                if (!(check.enclosingType().orElse(null) instanceof TypeDeclaration.InterfaceType)) {
                    check.refuse(n.span(), name, "Inheritance of classes has no counterpart in C.",
                            "Write an interface, and a final class that implements it.");
                }
            }
            case SEALED, NON_SEALED -> check.refuse(n.span(), name, "The generator sees the whole program and knows all implementations.",
                    "Remove it; classes are final, interfaces open.");
            case DEFAULT -> check.refuse(n.span(), "Default methods of interfaces are",
                    "An interface is a struct of function pointers in C, without code.", "Write a static method that takes the interface.");
            case PROTECTED -> check.refuse(n.span(), name, "There are no subclasses.", "Write 'private', nothing, or 'public'.");
            default -> { }
        }
    }

    private void field(Member.Field n) {
        Optional<TypeDeclaration> owner = check.enclosingType();
        boolean constantByPlace = owner.filter(TypeDeclaration.InterfaceType.class::isInstance).isPresent();
        boolean isStatic = n.modifiers().has(Keyword.STATIC) || constantByPlace;
        Span name = n.declarators().get(0).nameSpan();
        if (isStatic && !constantByPlace && !n.modifiers().has(Keyword.FINAL)) {
            check.refuse(name, "Static mutable state is", "Two devices would share it, and no lock would guard it.",
                    "Make it a field of the object that owns it; if it never changes, write 'static final'.");
        } else if (isStatic && n.declarators().stream().anyMatch(d -> !CONSTANT_TYPES.contains(d.type().name()) || d.type().dimensions() > 0)
                && !TypeRules.refuses(n.type())) {
            check.refuse(n.type().span(), "Static objects and static arrays are", "A constant is a number that the C compiler knows.",
                    "Make it a field of the object that uses it; constants are int, long or boolean.");
        } else if (!isStatic && !n.modifiers().has(Keyword.PRIVATE)) {
            check.refuse(name, "Fields that are not private are", "What an object promises about its fields holds only if none but it writes them.",
                    "Write 'private', and a method for what others need.");
        }
    }

    private void method(Member.Method n) {
        n.thrown().stream().filter(t -> !simple(t).equals("DriverException")).forEach(t -> check.refuse(t.span(),
                "Exceptions other than DriverException (" + t.name() + ") are", "In C an error is one errno number.",
                "Throw a DriverException with an Errno."));
        if (check.enclosingType().orElse(null) instanceof TypeDeclaration.InterfaceType && n.body().isPresent()
                && !n.modifiers().has(Keyword.DEFAULT)) {
            check.refuse(n.nameSpan(), "Methods with a body in interfaces are",
                    "An interface is a struct of function pointers in C, without code.", "Move the method into a final class.");
        }
        if (n.name().equals("finalize") && n.parameters().isEmpty()) {
            check.refuse(n.nameSpan(), "Finalizers are", "Nothing is collected: an owner releases what it owns.",
                    "Write a close method; the owner calls it.");
        }
    }

    private void constant(EnumConstant n) {
        if (!n.arguments().isEmpty()) {
            check.refuse(n.span(), "Enum constants with arguments are", "An enum is a number in C.",
                    "Write a switch over the enum, in a static method of a class.");
        }
        if (n.body().isPresent()) {
            check.refuse(n.nameSpan(), "Enum constants with a body are", "An enum is a number in C.",
                    "Write a switch over the enum, in a static method of a class.");
        }
    }

    private void parameter(Parameter n) {
        if (n.varargs()) {
            check.refuse(n.span(), "Parameters of variable number are", "Each call would allocate an array.",
                    "Write an array parameter, or one parameter for each value.");
        }
        if (n.name().equals("this")) {
            check.refuse(n.span(), "Receiver parameters are", "They say nothing that the method does not.", "Remove it.");
        }
    }

    private static Span place(Member member) {
        if (member instanceof Member.Method n) {
            return n.nameSpan();
        }
        if (member instanceof Member.Constructor n) {
            return n.nameSpan();
        }
        return member instanceof Member.Field n ? n.declarators().get(0).nameSpan() : member.span();
    }

    static String simple(TypeName type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }
}
