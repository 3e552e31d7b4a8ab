// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** What happens to a mutant: javac, the generator, the proof of equivalence, and the tests, one after the other. */
package vireo.mutation.run;
