/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* What the parts of the core that deal with interrupts know of each other. */
#ifndef BARE_INTERRUPTS_H
#define BARE_INTERRUPTS_H

#include <vireo/port.h>

/** interrupts_delivering() - whether a handler is running now */
bool interrupts_delivering(void);

/** interrupts_requested() - whether a number has a handler */
bool interrupts_requested(u32 number);

/** interrupts_handlers() - requests that have not been released */
u64 interrupts_handlers(void);

/** events_live() - events that have not been destroyed */
u64 events_live(void);

/** messages_owned() - whether a message's number belongs to a PCI function */
bool messages_owned(u32 number);

/** messages_in_use() - vectors that PCI functions have now */
u64 messages_in_use(void);

#endif /* BARE_INTERRUPTS_H */
