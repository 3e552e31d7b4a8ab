// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/** How strongly a simulated machine orders accesses to device-visible memory. */
public sealed interface MemoryOrder {
    /** Every access takes effect at once, in program order. */
    record Sequential() implements MemoryOrder {}

    /**
     * Stores wait in a buffer and leave it in any order, and loads may find what was there before the device wrote,
     * except where publish, observe, a full barrier or a register access orders them. Which of the allowed things
     * happens is drawn from a seeded generator.
     *
     * <p>Not played: a load that finds what the device writes only later (load buffering), and reordering of the
     * device's own accesses. Everything that is played is allowed by the port's contract.
     *
     * @param seed the same seed and the same driver make the same run
     */
    record Weak(long seed) implements MemoryOrder {}

    /** Every access takes effect at once, in program order. */
    static MemoryOrder sequential() {
        return new Sequential();
    }

    /** No more order than the driver asks for. */
    static MemoryOrder weak(long seed) {
        return new Weak(seed);
    }
}
