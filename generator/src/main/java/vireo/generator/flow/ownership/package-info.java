// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Who owns what: follows every value of a linear type through a method, on every path, and across calls by summaries. */
package vireo.generator.flow.ownership;
