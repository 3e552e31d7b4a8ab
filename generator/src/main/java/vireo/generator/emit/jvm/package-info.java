// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** From the IR to Java: what connects a driver's records to registers and memory on the JVM. */
package vireo.generator.emit.jvm;
