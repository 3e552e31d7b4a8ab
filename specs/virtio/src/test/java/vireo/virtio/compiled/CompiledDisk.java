// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** A disk that the generated C drives, by its number in the adapter. */
record CompiledDisk(HostCallbacks machine, int number) implements Disk {
    private record CompiledBuffer(int number) implements Disk.Buffer {
        @Override
        public long physical() {
            return HostPort.adapter_buffer_physical(number);
        }
    }

    private record CompiledRequest(int number) implements Disk.Request {}

    private static int number(Buffer buffer) {
        return ((CompiledBuffer) buffer).number();
    }

    private static int number(Request request) {
        return ((CompiledRequest) request).number();
    }

    @Override
    public String name() {
        return HostPort.text(text -> HostPort.adapter_name(number, text));
    }

    @Override
    public long capacity() {
        return HostPort.adapter_capacity(number);
    }

    @Override
    public int blockSize() {
        return HostPort.adapter_block_size(number);
    }

    @Override
    public boolean isReadOnly() {
        return HostPort.adapter_is_read_only(number) != 0;
    }

    @Override
    public boolean refresh() throws DriverException {
        return machine.checked(() -> HostPort.adapter_refresh(number)) != 0;
    }

    @Override
    public void read(long sector, Buffer buffer, long length) throws DriverException {
        machine.checked(() -> HostPort.adapter_read(number, sector, number(buffer), (int) length));
    }

    @Override
    public void write(long sector, Buffer buffer, long length) throws DriverException {
        machine.checked(() -> HostPort.adapter_write(number, sector, number(buffer), (int) length));
    }

    @Override
    public void readBytes(long sector, byte[] data) throws DriverException {
        machine.checked(() -> HostPort.adapter_read_bytes(number, sector, data, data.length));
    }

    @Override
    public void writeBytes(long sector, byte[] data) throws DriverException {
        machine.checked(() -> HostPort.adapter_write_bytes(number, sector, data, data.length));
    }

    @Override
    public void flush() throws DriverException {
        machine.checked(() -> HostPort.adapter_flush(number));
    }

    @Override
    public Request submitRead(long sector, Buffer buffer, long length) throws DriverException {
        return new CompiledRequest(
                machine.checked(() -> HostPort.adapter_submit_read(number, sector, number(buffer), (int) length)));
    }

    @Override
    public Request submitWrite(long sector, Buffer buffer, long length) throws DriverException {
        return new CompiledRequest(
                machine.checked(() -> HostPort.adapter_submit_write(number, sector, number(buffer), (int) length)));
    }

    @Override
    public void kick() {
        machine.plain(() -> HostPort.adapter_kick(number));
    }

    @Override
    public boolean isComplete(Request request) throws DriverException {
        return machine.checked(() -> HostPort.adapter_is_complete(number, number(request))) != 0;
    }

    @Override
    public Buffer complete(Request request) throws DriverException {
        return new CompiledBuffer(machine.checked(() -> HostPort.adapter_complete(number, number(request))));
    }

    @Override
    public Buffer reclaim(Request request) throws DriverException {
        return new CompiledBuffer(machine.checked(() -> HostPort.adapter_reclaim(number, number(request))));
    }

    @Override
    public Buffer allocateBuffer(long size) throws DriverException {
        return new CompiledBuffer(machine.checked(() -> HostPort.adapter_allocate_buffer(number, (int) size)));
    }

    @Override
    public void releaseBuffer(Buffer buffer) {
        machine.plain(() -> HostPort.adapter_release_buffer(number, number(buffer)));
    }

    @Override
    public long regionsHeld() {
        return Integer.toUnsignedLong(HostPort.adapter_regions_held(number));
    }

    @Override
    public void release() {
        machine.plain(() -> HostPort.adapter_release(number));
    }
}
