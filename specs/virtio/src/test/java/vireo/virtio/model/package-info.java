// SPDX-License-Identifier: MIT OR GPL-2.0-only
/**
 * The other side: models of virtio devices and of the PCI function around them. They know the specification and the device's view of
 * memory, and nothing of the driver's classes, so that they play against the driver on the JVM and against its compiled C alike.
 */
package vireo.virtio.model;
