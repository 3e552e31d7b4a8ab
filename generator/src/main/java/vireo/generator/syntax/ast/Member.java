// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** What stands in the body of a type. */
public sealed interface Member extends Node
        permits Member.Field, Member.Method, Member.Constructor, Member.Initializer, TypeDeclaration {

    /** Comments and Javadoc. */
    Documentation documentation();

    /** One field or several of one type: {@code private int a, b;}. In an interface, a constant. */
    record Field(Modifiers modifiers, TypeName type, List<VariableDeclarator> declarators, Documentation documentation, Span span)
            implements Member {
        public Field {
            declarators = List.copyOf(declarators);
        }
    }

    /**
     * A method.
     *
     * @param nameSpan what a diagnostic about the method as a whole points at
     * @param body empty where the declaration ends in a semicolon
     * @param defaultValue of an annotation's element
     */
    record Method(
            Modifiers modifiers,
            List<TypeParameter> typeParameters,
            TypeName result,
            String name,
            Span nameSpan,
            List<Parameter> parameters,
            List<TypeName> thrown,
            Optional<Statement.Block> body,
            Optional<Expression> defaultValue,
            Documentation documentation,
            Span span)
            implements Member {
        public Method {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }
    }

    /**
     * A constructor. A call of another constructor is a {@link Expression.Call} named {@code this} or {@code super}.
     *
     * @param compact a record's constructor without a parameter list
     */
    record Constructor(
            Modifiers modifiers,
            List<TypeParameter> typeParameters,
            String name,
            Span nameSpan,
            boolean compact,
            List<Parameter> parameters,
            List<TypeName> thrown,
            Statement.Block body,
            Documentation documentation,
            Span span)
            implements Member {
        public Constructor {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }
    }

    /** A block among the members. */
    record Initializer(boolean isStatic, Statement.Block body, Documentation documentation, Span span) implements Member {}
}
