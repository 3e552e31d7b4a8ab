// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Delivered;

/** Where one of a disk's requests stands. */
public enum BlkRequestState {
    /** There is no request. */
    FREE,
    /** The device has it, and the memory that goes with it; where the device was stopped since, it is lost. */
    IN_FLIGHT,
    /** Done. */
    @Delivered OK,
    /** The device reports an input/output error. */
    IO_ERROR,
    /** The device does not know this type of request. */
    UNSUPPORTED,
    /** The device gave it back without a valid status, or claims success and has not filled the buffer. */
    MALFORMED
}
