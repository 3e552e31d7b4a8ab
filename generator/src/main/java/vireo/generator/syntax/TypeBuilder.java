// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.TypeName;
import vireo.generator.syntax.ast.TypeParameter;

/** Builds types, annotations and modifiers. */
final class TypeBuilder {
    private final AstBuilder ast;

    TypeBuilder(AstBuilder ast) {
        this.ast = ast;
    }

    TypeName type(JavaParser.TypeContext context) {
        return type(context.annotation(), context.primitiveType() != null ? context.primitiveType()
                : context.classType(), context.dimension(), ast.span(context));
    }

    /**
     * @param named a primitive type's or class type's context; null for {@code void}
     */
    TypeName type(
            List<JavaParser.AnnotationContext> annotations,
            ParserRuleContext named,
            List<JavaParser.DimensionContext> dimensions,
            Span span) {
        List<Annotation> all = new ArrayList<>(annotations(annotations));
        TypeName base = named instanceof JavaParser.ClassTypeContext classType
                ? classType(classType, all, span)
                : TypeName.of(named == null ? "void" : named.getText(), span);
        List<Annotation> index = new ArrayList<>();
        for (JavaParser.DimensionContext dimension : dimensions) {
            index.addAll(annotations(dimension.annotation()));
        }
        all.addAll(index);
        return new TypeName(base.name(), base.arguments(), base.diamond(), dimensions.size(), all, index, span);
    }

    private TypeName classType(JavaParser.ClassTypeContext context, List<Annotation> annotations, Span span) {
        annotations.addAll(annotations(context.annotation()));
        List<TypeName> arguments = new ArrayList<>();
        boolean diamond = false;
        for (JavaParser.TypeArgumentsContext list : context.typeArguments()) {
            diamond |= list.typeArgument().isEmpty();
            list.typeArgument().forEach(a -> arguments.add(argument(a)));
        }
        String name = String.join(".", context.identifier().stream().map(ast::name).toList());
        return new TypeName(name, arguments, diamond, 0, List.of(), List.of(), span);
    }

    private TypeName argument(JavaParser.TypeArgumentContext context) {
        if (context.QUESTION() == null) {
            return type(context.type());
        }
        List<TypeName> bound = context.type() == null ? List.of() : List.of(type(context.type()));
        return new TypeName("?", bound, false, 0, annotations(context.annotation()), List.of(), ast.span(context));
    }

    List<TypeName> arguments(JavaParser.TypeArgumentsContext context) {
        return context == null ? List.of() : context.typeArgument().stream().map(this::argument).toList();
    }

    List<TypeName> list(JavaParser.TypeListContext context) {
        return context == null ? List.of() : context.type().stream().map(this::type).toList();
    }

    List<TypeParameter> parameters(JavaParser.TypeParametersContext context) {
        return context == null ? List.of() : context.typeParameter().stream()
                .map(p -> new TypeParameter(
                        ast.name(p.identifier()),
                        p.type().stream().map(this::type).toList(),
                        annotations(p.annotation()),
                        ast.span(p)))
                .toList();
    }

    List<Annotation> annotations(List<JavaParser.AnnotationContext> contexts) {
        return contexts.stream().map(this::annotation).toList();
    }

    private Annotation annotation(JavaParser.AnnotationContext context) {
        List<Annotation.Argument> arguments = context.annotationArguments() == null
                ? List.of()
                : context.annotationArguments().annotationArgument().stream().map(this::argument).toList();
        return new Annotation(ast.name(context.qualifiedName()), arguments, ast.span(context));
    }

    private Annotation.Argument argument(JavaParser.AnnotationArgumentContext context) {
        String name = context.identifier() == null ? "value" : ast.name(context.identifier());
        return new Annotation.Argument(name, value(context.elementValue()), ast.span(context));
    }

    /** The value of an annotation's argument or default. */
    Expression value(JavaParser.ElementValueContext context) {
        if (context.annotation() != null) {
            return new Expression.AnnotationValue(annotation(context.annotation()), ast.span(context));
        }
        if (context.elementArray() != null) {
            return new Expression.ArrayLiteral(
                    context.elementArray().elementValue().stream().map(this::value).toList(), ast.span(context));
        }
        return ast.expressions().of(context.operation());
    }

    Modifiers modifiers(List<JavaParser.ModifierContext> contexts) {
        if (contexts.isEmpty()) {
            return Modifiers.NONE;
        }
        List<Modifiers.Modifier> keywords = new ArrayList<>();
        List<Annotation> annotations = new ArrayList<>();
        for (JavaParser.ModifierContext context : contexts) {
            if (context.annotation() != null) {
                annotations.add(annotation(context.annotation()));
                continue;
            }
            Modifiers.Keyword keyword = keyword(context.keyword().getText());
            if (keywords.stream().anyMatch(m -> m.keyword() == keyword)) {
                ast.errors().report(ast.span(context), "The modifier '" + keyword.text() + "' is written twice.", "Remove one of them.");
            }
            keywords.add(new Modifiers.Modifier(keyword, ast.span(context)));
        }
        return new Modifiers(keywords, annotations);
    }

    private static Modifiers.Keyword keyword(String text) {
        for (Modifiers.Keyword keyword : Modifiers.Keyword.values()) {
            if (keyword.text().equals(text)) {
                return keyword;
            }
        }
        throw new IllegalArgumentException("no modifier: " + text);
    }
}
