// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;
import vireo.virtio.EntropyUnit;

/** A source of random bytes that runs on the JVM. */
record JvmEntropy(EntropyUnit unit) implements Entropy {
    @Override
    public String name() {
        return unit.entropy().name().toString();
    }

    @Override
    public void fill(byte[] data) throws DriverException {
        unit.entropy().fill(data);
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
