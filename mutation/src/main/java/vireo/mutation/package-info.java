// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Mutation analysis: seeds single errors into driver sources and tells who notices. */
package vireo.mutation;
