// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.Set;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Node;

/** What the subset leaves out of Java's expressions. */
final class ExpressionRules {
    private static final Set<String> REFLECTION = Set.of("getClass", "forName", "newInstance", "getMethod", "getDeclaredMethod",
            "getField", "getDeclaredField", "invoke");
    private static final Set<String> OBJECT = Set.of("hashCode", "notify", "notifyAll");

    private static final int LONGEST_STRING = 900;

    private final SubsetCheck check;

    ExpressionRules(SubsetCheck check) {
        this.check = check;
    }

    void check(Expression expression) {
        if (expression instanceof Expression.Lambda n) {
            check.refuse(n.span(), "Lambdas are", "A lambda is an object that nobody frees.",
                    "Declare an interface and a final class that implements it, or write the statements here.");
        } else if (expression instanceof Expression.MethodReference n) {
            check.refuse(n.span(), "Method references are", "A method reference is an object that nobody frees.",
                    "Declare an interface and a final class that implements it, or call the method here.");
        } else if (expression instanceof Expression.InstanceOf n) {
            check.refuse(n.span(), "instanceof is", "Objects carry no type in C.",
                    "Keep an enum that tells the kinds apart, or give the interface a method that each class answers.");
        } else if (expression instanceof Expression.Super n) {
            check.refuse(n.span(), "super is", "There are no superclasses.", "Call the object that has the method.");
        } else if (expression instanceof Expression.This n && n.outer().isPresent()) {
            check.refuse(n.span(), "Outer objects are", "There are no inner classes.", "Pass the object as a parameter.");
        } else if (expression instanceof Expression.CharLiteral n && (n.value() < ' ' || n.value() > '~')) {
            check.refuse(n.span(), "Characters other than the printable ones of ASCII are", "What bytes they are depends on who reads them.",
                    "Write the number: '" + shown(n.value()) + "' is " + (int) n.value() + ".");
        } else if (expression instanceof Expression.FloatLiteral n) {
            check.refuse(n.span(), "Floating point is", "Kernel code must not touch the floating point registers.",
                    "Use whole numbers in a smaller unit.");
        } else if (expression instanceof Expression.IntLiteral n) {
            octal(n);
        } else if (expression instanceof Expression.StringLiteral n) {
            string(n);
        } else if (expression instanceof Expression.AnnotationValue n) {
            check.refuse(n.span(), "Annotations inside of annotations are", "None of vireo.dsl takes one.",
                    "Write each annotation for itself, before the declaration.");
        } else if (expression instanceof Expression.ClassLiteral n) {
            if (!isArgument(n)) {
                check.refuse(n.span(), "Class objects are", "A type is no value in C.", "Pass the class to bind, struct, ring or array only.");
            }
        } else if (expression instanceof Expression.ArrayLiteral n) {
            if (!check.inAnnotation()) {
                check.refuse(n.span(), "Array initializers are", "An array is part of its owner's struct, which begins as zeros.",
                        "Declare the array with its length, and set its elements in the constructor.");
            }
        } else if (expression instanceof Expression.New n) {
            created(n);
        } else if (expression instanceof Expression.Call n) {
            call(n);
        } else if (expression instanceof Expression.Cast n && !n.furtherTypes().isEmpty()) {
            check.refuse(n.span(), "Casts to several types are", "Objects carry no type in C.", "Name one type.");
        } else if (expression instanceof Expression.Switch n) {
            new StatementRules(check).fallThrough(n.cases());
        } else if (expression instanceof Expression.Name n) {
            name(n);
        }
    }

    private static String shown(char value) {
        return value < ' ' ? String.format("\\%o", (int) value) : String.valueOf(value);
    }

    private void octal(Expression.IntLiteral n) {
        if (n.text().length() > 1 && n.text().charAt(0) == '0' && Character.isDigit(n.text().charAt(1)) || n.text().startsWith("0_")) {
            check.refuse(n.span(), "Octal numbers are", "A reader takes " + n.text() + " for a decimal number; it is " + n.value() + ".",
                    "Write " + n.value() + ", or the number in hexadecimal.");
        }
    }

    private void string(Expression.StringLiteral n) {
        if (n.textBlock()) {
            check.refuse(n.span(), "Text blocks are", "A log line is one line.", "Write a string between \" and \".");
        } else if (check.parent().orElse(null) instanceof Expression.Binary) {
            check.refuse(n.span(), "String building is", "Each + would allocate.",
                    "Use a format: Log.info(\"%u sectors\", count), or Text.format.");
        } else if (!isArgument(n) && !check.inAnnotation()) {
            check.refuse(n.span(), "Strings other than log and format literals are", "There are no string objects in a kernel.",
                    "Pass the literal to Log or Text.format directly.");
        } else if (n.value().length() > LONGEST_STRING) {
            check.refuse(n.span(), "Strings of more than " + LONGEST_STRING + " characters (" + n.value().length() + ") are",
                    "A kernel's log cuts its lines at about that length.", "Write several log lines.");
        }
    }

    private boolean isArgument(Expression expression) {
        Node parent = check.parent().orElse(null);
        return parent instanceof Expression.Call c && c.arguments().stream().anyMatch(a -> a == expression)
                || parent instanceof Annotation.Argument;
    }

    private void created(Expression.New n) {
        if (n.body().isPresent()) {
            check.refuse(n.type().span(), "Anonymous classes are", "A class needs a name in C.",
                    "Write a final class in a file of its own.");
        }
        if (n.outer().isPresent()) {
            check.refuse(n.span(), "Outer objects are", "There are no inner classes.", "Pass the object as an argument.");
        }
        String name = DeclarationRules.simple(n.type());
        if ((name.endsWith("Exception") || name.endsWith("Error")) && !name.equals("DriverException")) {
            check.refuse(n.type().span(), "Exceptions other than DriverException (" + name + ") are", "In C an error is one errno number.",
                    "Write new DriverException(Errno.EIO), with the errno that fits.");
        }
    }

    private void call(Expression.Call n) {
        if (n.name().equals("this") || n.name().equals("super")) {
            check.refuse(n.nameSpan(), "Calls of another constructor are", "A class has one constructor and no superclass.",
                    "Set the fields here.");
        } else if (!n.typeArguments().isEmpty()) {
            check.refuse(n.typeArguments().get(0).span(), "Explicit type arguments of a call are", "The argument names the type already.",
                    "Remove them.");
        } else if (REFLECTION.contains(n.name()) && n.target().filter(t -> isReflective(n.name(), t)).isPresent()) {
            check.refuse(n.nameSpan(), "Reflection (" + n.name() + ") is", "Objects carry no type in C.",
                    "Call the method that is meant, or switch over an enum.");
        } else if (OBJECT.contains(n.name()) && n.arguments().isEmpty() && n.target().isEmpty()) {
            check.refuse(n.nameSpan(), "Methods of Object (" + n.name() + ") are", "Objects carry no header in C.",
                    "Write a method of your own with another name.");
        }
    }

    /** Names such as invoke are an author's right; they are reflection on what reflection returned. */
    private static boolean isReflective(String name, Expression target) {
        return name.equals("getClass") || target instanceof Expression.ClassLiteral
                || target instanceof Expression.Name n && n.identifier().equals("Class")
                || target instanceof Expression.Call c && REFLECTION.contains(c.name());
    }

    private void name(Expression.Name n) {
        Node parent = check.parent().orElse(null);
        boolean qualifier = parent instanceof Expression.Call c && c.target().filter(t -> t == n).isPresent()
                || parent instanceof Expression.FieldAccess;
        String instead = TypeRules.insteadOf(n.identifier());
        if (qualifier && instead != null) {
            check.refuse(n.span(), "The Java library (java.lang." + n.identifier() + ") is", "It does not exist in a kernel.", instead);
        }
    }
}
