// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** What a driver imports: annotations, registers, device-visible memory, and operations with a meaning of their own. */
package vireo.dsl;
