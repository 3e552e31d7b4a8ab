// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Moves;

/**
 * What a kernel does with the devices that are found. The kernel implements it.
 *
 * <p>It gets each device ready for use, and owns it: a device that it does not want it releases at once, which also frees the
 * object.
 *
 * <p>A device is for one thread at a time: a kernel with several holds a lock of its own around its calls. They wait, by polling or
 * asleep, and so are not for interrupt handlers.
 */
public interface DeviceHandler {
    /** Takes a disk. */
    void attachBlock(@Moves BlockUnit unit);

    /** Takes a network card. */
    void attachNetwork(@Moves NetworkUnit unit);

    /** Takes a console. */
    void attachConsole(@Moves ConsoleUnit unit);

    /** Takes a source of random bytes. */
    void attachEntropy(@Moves EntropyUnit unit);
}
