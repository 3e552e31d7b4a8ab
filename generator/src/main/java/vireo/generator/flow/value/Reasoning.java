// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** The parts that reason about one method's values, wired together: each needs the others on smaller questions. */
record Reasoning(Program program, Terms terms, Prover prover, Evaluator evaluator, Learner learner, Conditions conditions,
        StateLattice lattice) {

    static Reasoning of(Program program) {
        Terms terms = new Terms();
        Prover prover = new Prover(terms);
        Conditions conditions = new Conditions(terms);
        Evaluator evaluator = new Evaluator(terms, prover, conditions);
        prover.use(evaluator);
        Learner learner = new Learner(terms, evaluator);
        StateLattice lattice = new StateLattice(terms, evaluator, prover);
        conditions.use(evaluator, learner, lattice);
        return new Reasoning(program, terms, prover, evaluator, learner, conditions, lattice);
    }

    /** A component of a value record, by position. */
    Optional<FieldDecl> component(String record, int index) {
        return program.type(record)
                .filter(TypeDecl.RecordDecl.class::isInstance)
                .map(declared -> ((TypeDecl.RecordDecl) declared).components().get(index));
    }

    /** TRUE where the reference is not null, FALSE where it is null, empty where either may be. */
    Optional<Boolean> nonNull(State state, Expr reference) {
        if (reference instanceof Expr.NullConst) {
            return Optional.of(false);
        }
        if (reference instanceof Expr.Conditional choice) {
            Optional<Boolean> yes = conditions.assume(state, choice.condition(), true).flatMap(s -> nonNull(s, choice.yes()));
            Optional<Boolean> no = conditions.assume(state, choice.condition(), false).flatMap(s -> nonNull(s, choice.no()));
            return yes.equals(no) ? yes : Optional.empty();
        }
        if (reference instanceof Expr.Convert convert) {
            return nonNull(state, convert.operand());
        }
        Type type = terms.typeOf(reference);
        if (!nullable(type)) {
            return Optional.of(true);
        }
        return terms.place(reference).flatMap(state::nonNull);
    }

    /** Whether values of the type may be null. */
    static boolean nullable(Type type) {
        return type instanceof Type.Null
                || type instanceof Type.Object object && object.nullable()
                || type instanceof Type.Interface declared && declared.nullable()
                || type instanceof Type.Block block && block.nullable()
                || type instanceof Type.Dma dma && dma.nullable()
                || type instanceof Type.Foreign foreign && foreign.nullable();
    }
}
