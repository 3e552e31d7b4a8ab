// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

/** One of the two parties that share memory. */
public enum Side {
    /** The driver: this code. */
    DRIVER,
    /** The device, which is not trusted. */
    DEVICE
}
