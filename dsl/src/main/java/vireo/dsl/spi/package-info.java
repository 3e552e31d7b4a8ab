// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** What the generator reads from the dsl by reflection: which type and which method stands for what. */
package vireo.dsl.spi;
