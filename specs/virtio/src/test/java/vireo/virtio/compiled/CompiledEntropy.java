// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** A source of random bytes that the generated C drives, by its number in the adapter. */
record CompiledEntropy(HostCallbacks machine, int number) implements Entropy {
    @Override
    public String name() {
        return HostPort.text(text -> HostPort.adapter_entropy_name(number, text));
    }

    @Override
    public void fill(byte[] data) throws DriverException {
        machine.checked(() -> HostPort.adapter_entropy_fill(number, data, data.length));
    }

    @Override
    public long regionsHeld() {
        return Integer.toUnsignedLong(HostPort.adapter_entropy_regions_held(number));
    }

    @Override
    public void release() {
        machine.plain(() -> HostPort.adapter_entropy_release(number));
    }
}
