// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;
import vireo.virtio.ConsoleSize;
import vireo.virtio.ConsoleUnit;

/** A console that runs on the JVM. */
record JvmConsole(ConsoleUnit unit) implements Console {
    @Override
    public String name() {
        return unit.console().name().toString();
    }

    @Override
    public void write(byte[] data) throws DriverException {
        unit.console().write(data, data.length);
    }

    @Override
    public int read(byte[] data) throws DriverException {
        return unit.console().read(data);
    }

    @Override
    public boolean awaitInput(long milliseconds) throws DriverException {
        return unit.console().awaitInput(milliseconds);
    }

    @Override
    public int size() {
        ConsoleSize size = unit.console().size();
        return size.columns() << 16 | size.rows();
    }

    @Override
    public boolean refresh() throws DriverException {
        return unit.console().refresh();
    }

    @Override
    public long regionsHeld() {
        return unit.regionsHeld();
    }

    @Override
    public void release() {
        unit.release();
    }
}
