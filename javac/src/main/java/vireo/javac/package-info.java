// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** The generator's checks inside javac: what the generator refuses, the compiler and the editor underline. */
package vireo.javac;
