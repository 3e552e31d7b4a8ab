// SPDX-License-Identifier: MIT OR GPL-2.0-only
/**
 * The drivers' two lives. A {@link Scenario} is played once on the JVM and once by the generated C, against the same
 * models of devices, and every step that the outside can notice has to be the same.
 *
 * <p>The C runs in a process of its own, so that a scenario in which it aborts fails like any other. Tests tagged
 * {@code compiled} need GCC and Clang.
 */
package vireo.virtio.compiled;
