// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Interrupts of a simulated machine: who raises them, when they are delivered, and the flags that threads wait for. */
package vireo.dsl.jvm.interrupt;
