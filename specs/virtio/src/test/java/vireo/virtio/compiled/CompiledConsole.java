// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** A console that the generated C drives, by its number in the adapter. */
record CompiledConsole(HostCallbacks machine, int number) implements Console {
    @Override
    public String name() {
        return HostPort.text(text -> HostPort.adapter_console_name(number, text));
    }

    @Override
    public void write(byte[] data) throws DriverException {
        machine.checked(() -> HostPort.adapter_console_write(number, data, data.length));
    }

    @Override
    public int read(byte[] data) throws DriverException {
        return machine.checked(() -> HostPort.adapter_console_read(number, data, data.length));
    }

    @Override
    public boolean awaitInput(long milliseconds) throws DriverException {
        return machine.checked(() -> HostPort.adapter_console_await_input(number, (int) milliseconds)) != 0;
    }

    @Override
    public int size() {
        return HostPort.adapter_console_size(number);
    }

    @Override
    public boolean refresh() throws DriverException {
        return machine.checked(() -> HostPort.adapter_console_refresh(number)) != 0;
    }

    @Override
    public long regionsHeld() {
        return Integer.toUnsignedLong(HostPort.adapter_console_regions_held(number));
    }

    @Override
    public void release() {
        machine.plain(() -> HostPort.adapter_console_release(number));
    }
}
