// SPDX-License-Identifier: MIT OR GPL-2.0-only

/** The command line, and the writing of output: all of it or nothing. */
package vireo.generator.cli;
