// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

    /**
     * A class: an object with identity, embedded in its owner.
     *
     * @param boxed its objects live on the heap, and a method that moves its receiver gives their memory back
     * @param uninstantiable holds static methods only
     * @param interfaces the qualified names of those that it implements, of the driver and of the dsl
     */
    record ClassDecl(
            String name,
            boolean linear,
            boolean boxed,
            boolean uninstantiable,
            List<String> interfaces,
            List<ConstantDecl> constants,
            List<FieldDecl> fields,
            List<MethodDecl> methods,
            String doc,
            Span span)
            implements TypeDecl {}

    /** A value record; {@code stage} where it stands for something that a device has reached. */
    record RecordDecl(
            String name,
            boolean linear,
            List<String> interfaces,
            List<ConstantDecl> constants,
            List<FieldDecl> components,
            List<MethodDecl> methods,
            String doc,
            Span span,
            Optional<Stage> stage)
            implements TypeDecl {}

    record EnumDecl(String name, List<EnumConstant> constants, String doc, Span span) implements TypeDecl {}

    /** A constant; {@code delivered} where it stands for memory that the device has written all of. */
    record EnumConstant(String name, boolean delivered, String doc, Span span) {}

    /**
     * An interface of the driver, or one of the dsl that driver classes implement.
     *
     * @param port the struct by which the port knows it, empty for an interface of the driver
     * @param implementations the qualified names of the driver classes that implement it, sorted
     */
    record InterfaceDecl(
            String name,
            boolean linear,
            Optional<String> port,
            List<ConstantDecl> constants,
            List<MethodDecl> methods,
            List<String> implementations,
            String doc,
            Span span)
            implements TypeDecl {}

    /**
     * A block of registers.
     *
     * @param snapshot the device changes its registers as a whole, so that reading several of them takes care
     * @param stage the qualified name of the record that those who write a register have to show
     */
    record BlockDecl(String name, int size, List<RegisterDecl> registers, List<ConstantDecl> constants, boolean snapshot,
            Optional<String> stage, String doc, Span span) implements TypeDecl {}

    /**
     * A {@code static final} number or boolean.
     *
     * @param feature the feature without which the number means nothing to the device
     * @param prerequisites of the feature that the number is: of each set the driver accepts one feature at least
     * @param initializer how the author computed it, where that says more than the value and C computes the same
     */
    record ConstantDecl(String owner, String name, BigInteger value, Optional<Expr> initializer, Type type, boolean isPrivate,
            boolean hexadecimal, String doc, Span span, OptionalInt feature, List<Set<Integer>> prerequisites) {}
}
