// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.TypeName;

/** Resolves the terms of {@code @Below}, {@code @AtMost} and {@code @Length} and ties them to the type that they are written on. */
public final class Terms {
    private final World world;

    /** Resolves terms against this world. */
    public Terms(World world) {
        this.world = world;
    }

    /**
     * The type with its bounds and length.
     *
     * @param root what the first name of a term stands for where the type is written
     */
    public Type relate(Type base, TypeName written, List<Annotation> declared, Function<String, Optional<Expr>> root) {
        Type related = base;
        for (String name : List.of("Below", "AtMost")) {
            Optional<Annotation> bound = TypeResolver.find(declared, written, name);
            if (bound.isPresent()) {
                Type before = related;
                related = term(bound.get(), root)
                        .map(t -> bounded(before, new Type.Bound(name.equals("Below"), t), bound.get()))
                        .orElse(before);
            }
        }
        Optional<Annotation> length = TypeResolver.find(declared, written, "Length");
        Type before = related;
        return length.flatMap(l -> term(l, root).map(t -> withLength(before, t, l)))
                .orElse(before);
    }

    private Type bounded(Type type, Type.Bound bound, Annotation at) {
        if (type instanceof Type.Array array) {
            return new Type.Array(bounded(array.element(), bound, at), array.fixed(), array.length(), array.index());
        }
        if (!(type instanceof Type.Int number) || !(bound.term().type() instanceof Type.Int limit)) {
            return type;
        }
        BigInteger most = bound.strict()
                ? limit.range().max().subtract(BigInteger.ONE)
                : limit.range().max();
        if (most.compareTo(number.range().min()) < 0) {
            world.findings()
                    .mismatch(
                            at.span(),
                            "no value is within this bound: it is at least "
                                    + number.range().min() + " and at most " + most,
                            "Widen the range of the value or of the term.");
            return type;
        }
        List<Type.Bound> bounds = new ArrayList<>(number.bounds());
        bounds.add(bound);
        Interval range = new Interval(number.range().min(), number.range().max().min(most));
        return new Type.Int(number.java(), range, number.bits(), number.qualifiers(), bounds, number.unit());
    }

    private Type withLength(Type type, Expr term, Annotation at) {
        if (type instanceof Type.Array array) {
            return new Type.Array(array.element(), array.fixed(), Optional.of(term), array.index());
        }
        if (type instanceof Type.DmaArray array) {
            return array.withLength(Optional.of(term));
        }
        if (type instanceof Type.DmaBytes) {
            return new Type.DmaBytes(Optional.of(term));
        }
        if (type instanceof Type.Dma dma
                && world.sources()
                        .find(dma.name())
                        .filter(t -> t.kind() == SourceType.Kind.RING)
                        .isPresent()) {
            return new Type.Dma(dma.name(), Optional.of(term), dma.nullable());
        }
        if (!(type instanceof Type.Erroneous)) {
            world.findings()
                    .mismatch(
                            at.span(),
                            "`@Length` on `" + TypeText.of(type) + "`, which has no length",
                            "Put it on an array, DmaArray, DmaBytes or ring.");
        }
        return type;
    }

    private Optional<Expr> term(Annotation annotation, Function<String, Optional<Expr>> root) {
        Optional<String> text = TypeResolver.text(annotation);
        Span at = TypeResolver.textSpan(annotation);
        if (text.isEmpty()) {
            world.findings()
                    .mismatch(
                            annotation.span(),
                            "`@" + annotation.simpleName() + "` names no value",
                            "Write `@" + annotation.simpleName() + "(\"...\")`.");
            return Optional.empty();
        }
        if (text.get().matches("[0-9]{1,18}")) {
            BigInteger value = new BigInteger(text.get());
            Type.Java carrier = value.bitLength() < 32 ? Type.Java.INT : Type.Java.LONG;
            return Optional.of(new Expr.Const(value, Type.Int.of(carrier, Interval.of(value)), at));
        }
        String[] parts = text.get().split("\\.", -1);
        int before = world.findings().count();
        Optional<Expr> term = root.apply(parts[0]);
        if (term.isEmpty() && world.findings().count() == before) {
            world.findings()
                    .report(
                            "VR110",
                            at,
                            "there is no parameter or final field `" + parts[0] + "` here",
                            "A bound has to name a value that does not change.",
                            "Name a parameter of the same method, or a final field of the same class.");
        }
        for (int i = 1; i < parts.length && term.isPresent(); i++) {
            term = step(term.get(), parts[i], at);
        }
        return term.flatMap(t -> checked(t, at));
    }

    private Optional<Expr> checked(Expr term, Span at) {
        if (term.type() instanceof Type.Erroneous) {
            return Optional.empty();
        }
        if (!(term.type() instanceof Type.Int)) {
            world.findings()
                    .mismatch(
                            at, "the term is of type " + TypeText.of(term.type()) + ", not a number", "Name a number.");
            return Optional.empty();
        }
        return Optional.of(term);
    }

    private Optional<Expr> step(Expr object, String name, Span at) {
        boolean hasLength = object.type() instanceof Type.Array
                || object.type() instanceof Type.DmaArray
                || object.type() instanceof Type.DmaBytes;
        if (hasLength && name.equals("length")) {
            return Optional.of(length(object, at));
        }
        String owner = object.type() instanceof Type.Value v
                ? v.name()
                : object.type() instanceof Type.Object o ? o.name() : null;
        Optional<FieldDecl> field =
                owner == null ? Optional.empty() : world.members(owner).baseField(name);
        if (field.isEmpty()) {
            if (!(object.type() instanceof Type.Erroneous)) {
                world.findings()
                        .unknown(
                                at,
                                "component",
                                name,
                                owner == null
                                        ? List.of("length")
                                        : world.members(owner).fieldNames());
            }
            return Optional.empty();
        }
        return finalField(object, field.get(), at);
    }

    /** A field as a term; one that may change is refused. */
    public Optional<Expr> finalField(Expr object, FieldDecl field, Span at) {
        if (!field.isFinal()) {
            world.findings()
                    .report(
                            "VR111",
                            at,
                            "field `" + field.name() + "` may change",
                            "A bound holds only while its term keeps its value.",
                            "Declare the field `final`, or name another value.");
            return Optional.empty();
        }
        return Optional.of(new Expr.Field(object, field, field.type(), at));
    }

    /** The length of an array. */
    public static Expr length(Expr array, Span at) {
        Interval range = new Interval(BigInteger.ZERO, Interval.INT.max());
        if (array.type() instanceof Type.Array a && a.fixed().isPresent()) {
            range = Interval.of(BigInteger.valueOf(a.fixed().getAsInt()));
        }
        return new Expr.Length(array, Type.Int.of(Type.Java.INT, range), at);
    }
}
