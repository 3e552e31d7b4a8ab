// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

/** Proposes errors of some kinds for one file. */
interface Seeder {
    /** Adds what there is to seed. */
    void seed(Tree tree, Vocabulary vocabulary, Proposals proposals);
}
