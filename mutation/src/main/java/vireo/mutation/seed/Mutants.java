// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All errors that can be seeded into a program. */
public final class Mutants {
    private static final List<Seeder> SEEDERS = List.of(new DeclarationSeeder(), new AccessSeeder(), new OperatorSeeder(), new ConstantSeeder(),
            new StatementSeeder(), new CheckSeeder(), new OrderSeeder(), new VariableSeeder());

    private Mutants() {}

    /** The mutants of all files, in the order of files, places and operators: always the same for the same texts. */
    public static List<Mutant> of(List<Tree> trees) {
        Vocabulary vocabulary = new Vocabulary(trees);
        List<Mutant> all = new ArrayList<>();
        for (Tree tree : trees) {
            Proposals proposals = new Proposals(tree);
            SEEDERS.forEach(seeder -> seeder.seed(tree, vocabulary, proposals));
            List<Mutant> ofFile = new ArrayList<>(proposals.mutants());
            ofFile.sort(Comparator.comparingInt(Mutants::position).thenComparing(Mutant::operator).thenComparing(Mutant::id));
            all.addAll(ofFile);
        }
        return all;
    }

    private static int position(Mutant mutant) {
        return mutant.edits().get(mutant.edits().size() - 1).start();
    }
}
