// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

/** Who has a buffer of a network card. */
public enum NetBufferState {
    /** The driver: nothing is in it. */
    FREE,
    /** The caller, who fills it or looks at what is in it. */
    LENT,
    /** The device. */
    IN_FLIGHT
}
