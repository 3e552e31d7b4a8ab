/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Frames through the generated driver, with the patience of a test. */
#ifndef GUEST_NIC_H
#define GUEST_NIC_H

#include <vireo/port.h>

#include "ether.h"

#include "virtio/virtio_net_device.h"

/** nic_address() - the card's address, ADDRESS bytes */
void nic_address(struct virtio_net_device *nic, u8 *address);

/** nic_send() - send a frame that lies in MAX_FRAME bytes; errors are printed */
bool nic_send(struct virtio_net_device *nic, u8 *frame, u32 length);

/**
 * nic_receive() - wait for a frame; errors are printed
 * @frame: of MAX_FRAME bytes
 *
 * Return: whether one came.
 */
bool nic_receive(struct virtio_net_device *nic, u8 *frame, u32 *length);

#endif /* GUEST_NIC_H */
