// SPDX-License-Identifier: MIT OR GPL-2.0-only
/**
 * VirtIO 1.4 in the driver subset: transports, split virtqueues, device initialisation and the block device.
 *
 * <p>Sections in the comments are those of the OASIS specification "Virtual I/O Device (VIRTIO) Version 1.4". A call that
 * throws has moved nothing: what it was to consume still belongs to the caller.
 */
package vireo.virtio;
