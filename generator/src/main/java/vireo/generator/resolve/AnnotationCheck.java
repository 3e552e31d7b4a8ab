// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.Parameter;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;

/** Checks that every annotation of a declaration is one that the generator or Java knows: an unknown one promises what nobody checks. */
public final class AnnotationCheck {
    private final Names names;
    private final Findings findings;

    private AnnotationCheck(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** Checks one type with its members. */
    public static void check(SourceType type, World world) {
        AnnotationCheck check = new AnnotationCheck(world.names(type), world.findings());
        TypeDeclaration declaration = type.declaration();
        check.all(declaration.modifiers().annotations());
        if (declaration instanceof TypeDeclaration.RecordType record) {
            record.components().forEach(check::component);
            if (type.kind() != SourceType.Kind.BLOCK) {
                check.refuse("NeedsStage", declaration.modifiers().annotations(), "no block of registers and no method",
                        "Mark the methods that need the stage, and the blocks whose registers are written from then on.");
                record.components().forEach(c -> check.refuseFeature(c.modifiers().annotations()));
            }
        }
        declaration.members().forEach(check::member);
    }

    private void refuse(String name, List<Annotation> annotations, String on, String fix) {
        annotations.stream().filter(a -> a.simpleName().equals(name)).findFirst()
                .ifPresent(a -> findings.declaration(a.span(), "`@" + name + "` on what is " + on, fix));
    }

    /** A feature that nobody asks for would be promised and not checked. */
    private void refuseFeature(List<Annotation> annotations) {
        annotations.stream().filter(a -> a.simpleName().equals("RequiresFeature")).findFirst().ifPresent(a -> findings.declaration(
                a.span(),
                "`@RequiresFeature` on what is no register, constant or method",
                "Mark the registers, the constants of commands, and the methods that need the feature."));
    }

    /** Checks the annotations of a variable. */
    public static void check(List<Annotation> declared, TypeName written, SourceType context, World world) {
        AnnotationCheck check = new AnnotationCheck(world.names(context), world.findings());
        check.all(declared);
        check.type(written);
    }

    private void member(Member member) {
        if (member instanceof Member.Field field) {
            all(field.modifiers().annotations());
            type(field.type());
            if (!field.modifiers().has(Modifiers.Keyword.STATIC)) {
                refuse("DependsOn", field.modifiers().annotations(), "no constant", "Mark the constant that is the feature's number.");
                refuseFeature(field.modifiers().annotations());
            }
        } else if (member instanceof Member.Method method) {
            all(method.modifiers().annotations());
            type(method.result());
            method.parameters().forEach(this::parameter);
        } else if (member instanceof Member.Constructor constructor) {
            all(constructor.modifiers().annotations());
            constructor.parameters().forEach(this::parameter);
        }
    }

    private void parameter(Parameter parameter) {
        all(parameter.modifiers().annotations());
        type(parameter.type());
    }

    private void component(RecordComponent component) {
        all(component.modifiers().annotations());
        type(component.type());
    }

    private void type(TypeName type) {
        all(type.annotations());
        type.arguments().forEach(this::type);
    }

    private void all(List<Annotation> annotations) {
        annotations.forEach(this::one);
    }

    private void one(Annotation annotation) {
        Optional<TypeSymbol> symbol = names.type(annotation.name());
        if (symbol.isEmpty()) {
            Optional<String> elsewhere = names.importFor(annotation.name());
            if (elsewhere.isPresent()) {
                findings.missingImport(annotation.span(), "annotation", annotation.name(), elsewhere.get());
            } else {
                findings.unknown(annotation.span(), "annotation", annotation.name(), known());
            }
        } else if (symbol.get() instanceof TypeSymbol.Dsl dsl) {
            if (dsl.type().simpleName().equals("Unit")) {
                findings.declaration(annotation.span(), "`@Unit` on what is no annotation type",
                        "Declare `@Unit @Target(ElementType.TYPE_USE) public @interface Name {}` in a file of its own, and write `@Name`.");
            } else if (dsl.type().shape() == DslType.Shape.ANNOTATION) {
                arguments(annotation, dsl.type());
            } else {
                findings.unknown(annotation.span(), "annotation", annotation.name(), known());
            }
        } else if (symbol.get() instanceof TypeSymbol.Source source && source.type().kind() != SourceType.Kind.UNIT) {
            findings.unknown(annotation.span(), "annotation", annotation.name(), known());
        }
    }

    private void arguments(Annotation annotation, DslType type) {
        List<String> elements = type.elementNames();
        for (Annotation.Argument argument : annotation.arguments()) {
            if (!elements.contains(argument.name())) {
                findings.unknown(argument.span(), "argument", type.simpleName() + "." + argument.name(), elements);
            } else {
                type.elementType(argument.name()).ifPresent(wanted -> fits(argument, wanted));
            }
        }
    }

    /** An argument that is of another sort than the annotation declares would be taken for one that is not there. */
    private void fits(Annotation.Argument argument, String wanted) {
        Expression value = argument.value();
        boolean text = value instanceof Expression.StringLiteral;
        boolean truth = value instanceof Expression.BooleanLiteral;
        boolean literal = value instanceof Expression.ClassLiteral;
        boolean fits =
                switch (wanted) {
                    case "boolean" -> truth;
                    case "Class" -> literal;
                    case "int", "long" -> !text && !truth && !literal;
                    case "String" -> !truth && !literal;
                    default -> true;
                };
        if (!fits) {
            findings.mismatch(
                    value.span(),
                    "the argument `" + argument.name() + "` is a `" + wanted + "`",
                    switch (wanted) {
                        case "boolean" -> "Write `true` or `false`.";
                        case "Class" -> "Write `Name.class`.";
                        case "String" -> "Write text in quotation marks.";
                        default -> "Write a number, or the name of a constant.";
                    });
        }
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(names.suggestions());
        known.addAll(List.of("Override", "Range", "Below", "AtMost", "Length", "Nullable", "Linear", "Moves", "Probe"));
        return known;
    }
}
