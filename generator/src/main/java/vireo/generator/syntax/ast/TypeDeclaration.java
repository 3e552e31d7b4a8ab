// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** A class, record, interface, enum or annotation type; at the top, as a member, or inside a block. */
public sealed interface TypeDeclaration extends Member {
    /** What stands before the keyword. */
    Modifiers modifiers();

    /** The simple name. */
    String name();

    /** Where the name stands; what a diagnostic about the type as a whole points at. */
    Span nameSpan();

    /** Type parameters; those of an enum or annotation are none. */
    List<TypeParameter> typeParameters();

    /** What stands in the body, in the order of the source. */
    List<Member> members();

    /** The keyword, for messages. */
    String keyword();

    /** A class. */
    record ClassType(
            Modifiers modifiers,
            String name,
            Span nameSpan,
            List<TypeParameter> typeParameters,
            Optional<TypeName> superclass,
            List<TypeName> interfaces,
            List<TypeName> permitted,
            List<Member> members,
            Documentation documentation,
            Span span)
            implements TypeDeclaration {
        public ClassType {
            typeParameters = List.copyOf(typeParameters);
            interfaces = List.copyOf(interfaces);
            permitted = List.copyOf(permitted);
            members = List.copyOf(members);
        }

        @Override
        public String keyword() {
            return "class";
        }
    }

    /** A record. */
    record RecordType(
            Modifiers modifiers,
            String name,
            Span nameSpan,
            List<TypeParameter> typeParameters,
            List<RecordComponent> components,
            List<TypeName> interfaces,
            List<Member> members,
            Documentation documentation,
            Span span)
            implements TypeDeclaration {
        public RecordType {
            typeParameters = List.copyOf(typeParameters);
            components = List.copyOf(components);
            interfaces = List.copyOf(interfaces);
            members = List.copyOf(members);
        }

        @Override
        public String keyword() {
            return "record";
        }
    }

    /** An interface; {@code interfaces} are those that it extends. */
    record InterfaceType(
            Modifiers modifiers,
            String name,
            Span nameSpan,
            List<TypeParameter> typeParameters,
            List<TypeName> interfaces,
            List<TypeName> permitted,
            List<Member> members,
            Documentation documentation,
            Span span)
            implements TypeDeclaration {
        public InterfaceType {
            typeParameters = List.copyOf(typeParameters);
            interfaces = List.copyOf(interfaces);
            permitted = List.copyOf(permitted);
            members = List.copyOf(members);
        }

        @Override
        public String keyword() {
            return "interface";
        }
    }

    /** An enum. */
    record EnumType(
            Modifiers modifiers,
            String name,
            Span nameSpan,
            List<EnumConstant> constants,
            List<TypeName> interfaces,
            List<Member> members,
            Documentation documentation,
            Span span)
            implements TypeDeclaration {
        public EnumType {
            constants = List.copyOf(constants);
            interfaces = List.copyOf(interfaces);
            members = List.copyOf(members);
        }

        @Override
        public List<TypeParameter> typeParameters() {
            return List.of();
        }

        @Override
        public String keyword() {
            return "enum";
        }
    }

    /** An annotation type. */
    record AnnotationType(
            Modifiers modifiers, String name, Span nameSpan, List<Member> members, Documentation documentation, Span span)
            implements TypeDeclaration {
        public AnnotationType {
            members = List.copyOf(members);
        }

        @Override
        public List<TypeParameter> typeParameters() {
            return List.of();
        }

        @Override
        public String keyword() {
            return "@interface";
        }
    }
}
