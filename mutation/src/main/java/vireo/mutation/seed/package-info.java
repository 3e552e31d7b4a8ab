// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Where errors are seeded: walks over a driver's syntax tree and proposes single replacements in its text. */
package vireo.mutation.seed;
