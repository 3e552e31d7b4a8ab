// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import java.util.List;
import java.util.function.Consumer;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** Compares the units of a whole program. */
public final class Units {
    private final Program program;
    private final Consumer<Diagnostic> sink;

    public Units(Program program, Consumer<Diagnostic> sink) {
        this.program = program;
        this.sink = sink;
    }

    /** Checks the constants of a type; how many agreements there were. */
    public int constants(TypeDecl type) {
        UnitReader reader = new UnitReader();
        UnitJudge judge = new UnitJudge(reader, sink);
        constantsOf(type).forEach(new UnitWalk(program, reader, judge)::constant);
        return judge.agreed();
    }

    /** Checks a method that has a body; how many agreements there were. */
    public int method(MethodDecl method) {
        UnitReader reader = new UnitReader();
        UnitInference.run(reader, listener -> new UnitWalk(program, reader, listener).method(method));
        UnitJudge judge = new UnitJudge(reader, sink);
        new UnitWalk(program, reader, judge).method(method);
        return judge.agreed();
    }

    /** Checks the constants that bound numbers of units. */
    public int limits() {
        UnitReader reader = new UnitReader();
        UnitJudge judge = new UnitJudge(reader, sink);
        UnitWalk walk = new UnitWalk(program, reader, judge);
        program.unitLimits().forEach(limit -> walk.limit(limit.limit(), limit.unit()));
        return judge.agreed();
    }

    /** Checks the values that a declaration names as bounds of its own; {@code place} in the author's words. */
    public void bounds(Type type, String place, Span at) {
        UnitJudge judge = new UnitJudge(new UnitReader(), sink);
        if (type instanceof Type.Int number) {
            number.bounds().forEach(bound -> judge.bound(bound.term(), number.unit(), place, at));
        } else if (type instanceof Type.Array array) {
            bounds(array.element(), "an element of " + place, at);
            array.length().ifPresent(length -> judge.bound(length, array.index(), "the index of " + place, at));
        } else if (type instanceof Type.DmaArray array) {
            array.length().ifPresent(length -> judge.bound(length, array.index(), "the index of " + place, at));
        }
    }

    /** Whether two declarations name the same units. */
    public static boolean alike(Type one, Type other) {
        return UnitReader.declared(one).equals(UnitReader.declared(other))
                && UnitJudge.index(one).equals(UnitJudge.index(other))
                && UnitJudge.element(one).equals(UnitJudge.element(other));
    }

    private static List<TypeDecl.ConstantDecl> constantsOf(TypeDecl type) {
        if (type instanceof TypeDecl.ClassDecl c) {
            return c.constants();
        }
        if (type instanceof TypeDecl.RecordDecl r) {
            return r.constants();
        }
        if (type instanceof TypeDecl.InterfaceDecl i) {
            return i.constants();
        }
        if (type instanceof TypeDecl.BlockDecl b) {
            return b.constants();
        }
        return type instanceof DmaDecl d ? d.constants() : List.of();
    }
}
