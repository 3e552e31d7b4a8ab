// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

/** One device of a {@link Driver}, with all that it stands on. */
interface Unit {
    /** The name for people. */
    String name();

    /** Pieces of device-visible memory that the device holds. */
    long regionsHeld();

    /** Stops the device and gives back all that it had. */
    void release();
}
