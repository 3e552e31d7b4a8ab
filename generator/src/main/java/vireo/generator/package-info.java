// SPDX-License-Identifier: MIT OR GPL-2.0-only

/** The generator as a whole: from source folders to the texts of the files that are generated. */
package vireo.generator;
