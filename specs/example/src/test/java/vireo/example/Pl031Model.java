// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.example;

import vireo.dsl.jvm.register.RegisterDevice;

/** What the PL031 does behind its registers. The test is the passing of time. */
final class Pl031Model implements RegisterDevice {
    private long data;
    private long match;
    private long mask;
    private boolean running;
    private boolean raised;

    /** Lets the counter tick. */
    void tick(int seconds) {
        for (int i = 0; i < seconds && running; i++) {
            data = (data + 1) & 0xFFFF_FFFFL;
            raised |= data == match;
        }
    }

    /** Whether the interrupt line is up. */
    boolean interruptLine() {
        return raised && mask == 1;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case 0x00 -> data;
            case 0x04 -> match;
            case 0x0C -> running ? 1 : 0;
            case 0x10 -> mask;
            case 0x14 -> raised ? 1 : 0;
            case 0x18 -> interruptLine() ? 1 : 0;
            default -> throw new AssertionError("read of offset " + offset);
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        switch ((int) offset) {
            case 0x04 -> match = value;
            case 0x08 -> data = value;
            case 0x0C -> running = value == 1;
            case 0x10 -> mask = value;
            case 0x1C -> raised &= value != 1;
            default -> throw new AssertionError("write of offset " + offset);
        }
    }
}
