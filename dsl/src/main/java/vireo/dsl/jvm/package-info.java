// SPDX-License-Identifier: MIT OR GPL-2.0-only
/**
 * What makes the dsl run on the JVM: the interfaces that generated binders use, and a simulated machine for unit tests.
 * Nothing here is for driver sources.
 */
package vireo.dsl.jvm;
