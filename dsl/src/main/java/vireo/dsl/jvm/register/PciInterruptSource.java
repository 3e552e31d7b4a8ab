// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

/** How a model of a PCI function interrupts; by {@link vireo.dsl.jvm.interrupt.InterruptController}. */
public interface PciInterruptSource {
    /** {@link #line} of a function without an INTx line, or whose line leads nowhere. */
    long NO_LINE = -1;

    /** Entries of the MSI-X table, 0 to 2048; 0 without MSI-X. */
    default int vectors() {
        return 0;
    }

    /**
     * The kernel has enabled MSI-X, or disabled it. While it is enabled the function keeps its line low, and raises
     * only numbers that are here.
     *
     * @param numbers what to raise for each vector; none when MSI-X is disabled
     */
    default void vectorsEnabled(long[] numbers) {}

    /** The number of the INTx line, or {@link #NO_LINE}. */
    default long line() {
        return NO_LINE;
    }
}
