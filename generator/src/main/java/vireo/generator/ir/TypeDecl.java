// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** A type that the driver sources declare. {@code name} is qualified; {@code doc} is the Javadoc's text, without stars. */
public sealed interface TypeDecl permits TypeDecl.ClassDecl, TypeDecl.RecordDecl, TypeDecl.EnumDecl,
        TypeDecl.InterfaceDecl, TypeDecl.BlockDecl, DmaDecl {
    String name();

    String doc();

    Span span();

    /** The name without its package. */
    default String simpleName() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    /** A class: an object with identity, embedded in its owner. {@code uninstantiable} holds static methods only. */
    record ClassDecl(
            String name,
            boolean linear,
            boolean uninstantiable,
            List<String> interfaces,
            List<ConstantDecl> constants,
            List<FieldDecl> fields,
            List<MethodDecl> methods,
            String doc,
            Span span)
            implements TypeDecl {}

    /** A value record. */
    record RecordDecl(
            String name,
            boolean linear,
            List<String> interfaces,
            List<ConstantDecl> constants,
            List<FieldDecl> components,
            List<MethodDecl> methods,
            String doc,
            Span span)
            implements TypeDecl {}

    record EnumDecl(String name, List<EnumConstant> constants, String doc, Span span) implements TypeDecl {}

    record EnumConstant(String name, String doc, Span span) {}

    /** {@code implementations}: the qualified names of the driver classes that implement it, sorted. */
    record InterfaceDecl(
            String name,
            List<ConstantDecl> constants,
            List<MethodDecl> methods,
            List<String> implementations,
            String doc,
            Span span)
            implements TypeDecl {}

    record BlockDecl(String name, int size, List<RegisterDecl> registers, List<ConstantDecl> constants, String doc, Span span)
            implements TypeDecl {}

    /**
     * A {@code static final} number or boolean.
     *
     * @param initializer how the author computed it, where that says more than the value and C computes the same
     */
    record ConstantDecl(String owner, String name, BigInteger value, Optional<Expr> initializer, Type type, boolean isPrivate,
            boolean hexadecimal, String doc, Span span) {}
}
