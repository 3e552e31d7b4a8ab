// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.Arrays;
import java.util.List;
import vireo.dsl.jvm.interrupt.InterruptController;
import vireo.dsl.jvm.register.PciInterruptSource;

/**
 * How a virtio PCI function interrupts: by the messages of its MSI-X vectors where they are enabled, by its line and the ISR status
 * otherwise. VIRTIO 1.4, 4.1.4.5, 4.1.5.1.2 and 4.1.5.3. Its faults are switched on by tests.
 */
public final class PciInterruptModel implements PciInterruptSource {
    /** No vector. */
    public static final int NO_VECTOR = 0xFFFF;

    private static final int QUEUE = 1;
    private static final int CONFIGURATION = 2;

    private final PciFunctionModel function;
    private final List<String> violations;
    private final int[] queueVectors;
    private int configVector = NO_VECTOR;
    private InterruptController controller;
    private int tableSize;
    private long line = NO_LINE;
    private long[] numbers = {};
    private int room = Integer.MAX_VALUE;
    private int reasons;
    private boolean silentStatus;
    private int statusReads;

    PciInterruptModel(PciFunctionModel function, int queues, List<String> violations) {
        this.function = function;
        this.violations = violations;
        this.queueVectors = new int[queues];
        function.onCommand(this::driveLine);
        reset();
    }

    /** Lets the function interrupt by its line. */
    public PciInterruptModel line(InterruptController deliverer, long number) {
        controller = deliverer;
        line = number;
        return this;
    }

    /** Gives the function an MSI-X table. */
    public PciInterruptModel table(InterruptController deliverer, int entries) {
        controller = deliverer;
        tableSize = entries;
        return this;
    }

    /** Has room for so many events that have a vector, and refuses more. */
    public void acceptVectors(int events) {
        room = events;
    }

    /** Interrupts by the line, and never says why. */
    public void hideReasons() {
        silentStatus = true;
    }

    /** Takes the line's interrupt back before anybody asked: a spurious interrupt. */
    public void withdraw() {
        reasons = 0;
        driveLine();
    }

    /** Whether vectors are enabled. */
    public boolean usesVectors() {
        return numbers.length != 0;
    }

    /** The vector for configuration changes, or {@link #NO_VECTOR}. */
    public int configVector() {
        return configVector;
    }

    /** A queue's vector, or {@link #NO_VECTOR}. */
    public int queueVector(int queue) {
        return queueVectors[queue];
    }

    /** How often the ISR status was read. */
    public int statusReads() {
        return statusReads;
    }

    /** A queue has used buffers. */
    public void queueUsed(int queue) {
        interrupt(queueVectors[queue], QUEUE);
    }

    /** The device configuration has changed. */
    public void configurationChanged() {
        interrupt(configVector, CONFIGURATION);
    }

    /** Raises the line's interrupt for these reasons. */
    public void hold(int bits) {
        reasons |= bits;
        driveLine();
    }

    @Override
    public int vectors() {
        return tableSize;
    }

    @Override
    public void vectorsEnabled(long[] enabled) {
        numbers = enabled;
        driveLine();
    }

    @Override
    public long line() {
        return line;
    }

    void reset() {
        reasons = 0;
        configVector = NO_VECTOR;
        Arrays.fill(queueVectors, NO_VECTOR);
        driveLine();
    }

    void setConfigVector(int vector) {
        configVector = NO_VECTOR;
        configVector = accept(vector);
    }

    void setQueueVector(int queue, int vector) {
        queueVectors[queue] = NO_VECTOR;
        queueVectors[queue] = accept(vector);
    }

    int readStatus() {
        statusReads++;
        if (usesVectors()) {
            violations.add("ISR status read while MSI-X is enabled");
        }
        int was = reasons;
        withdraw();
        return silentStatus ? 0 : was;
    }

    private int accept(int vector) {
        if (vector == NO_VECTOR) {
            return NO_VECTOR;
        }
        if (vector >= tableSize || !usesVectors()) {
            violations.add("vector " + vector + " of a table of " + tableSize + ", "
                    + numbers.length + " of them enabled");
            return NO_VECTOR;
        }
        long assigned = Arrays.stream(queueVectors).filter(other -> other != NO_VECTOR).count()
                + (configVector == NO_VECTOR ? 0 : 1);
        return assigned < room ? vector : NO_VECTOR;
    }

    private void interrupt(int vector, int reason) {
        if (!usesVectors()) {
            hold(reason);
        } else if (vector < numbers.length) {
            controller.raise(numbers[vector]);
        }
    }

    private void driveLine() {
        if (controller != null && line != NO_LINE) {
            controller.setLine(line, this, reasons != 0 && !usesVectors() && function.mayUseLine());
        }
    }
}
