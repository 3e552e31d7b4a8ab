// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Flags that a handler raises and the program sleeps for. Between the look at
 * the flags and the sleep interrupts are off, and one that arrives there ends
 * the sleep: no wake-up is lost.
 */
#include "bare.h"
#include "interrupts.h"
#include "machine.h"

struct vireo_event_state {
	u32 flags;
};

#define NEVER (~0ull)

static u64 live;

u64 events_live(void)
{
	return live;
}

int vireo_events_create(struct vireo_interrupts *interrupts,
			struct vireo_events *events)
{
	struct vireo_event_state *state = vireo_alloc(sizeof(*state));

	(void)interrupts;
	if (!state)
		return -ENOMEM;
	events->state = state;
	live++;
	return 0;
}

void vireo_events_destroy(struct vireo_interrupts *interrupts,
			  struct vireo_events events)
{
	(void)interrupts;
	vireo_free(events.state);
	live--;
}

void vireo_events_signal(struct vireo_events events, u32 flags)
{
	__atomic_fetch_or(&events.state->flags, flags, __ATOMIC_RELEASE);
}

u32 vireo_events_take(struct vireo_events events, u32 wanted)
{
	/* Mostly there are none: a load is cheaper than an exchange. */
	if (!(READ_ONCE(events.state->flags) & wanted))
		return 0;
	return __atomic_fetch_and(&events.state->flags, ~wanted,
				  __ATOMIC_ACQUIRE) &
	       wanted;
}

static u32 sleep_for(struct vireo_events events, u32 wanted,
		     struct vireo_deadline deadline)
{
	u32 flags;

	for (;;) {
		flags = vireo_events_take(events, wanted);
		if (flags || vireo_deadline_expired(deadline))
			return flags;
		machine_timer_at(deadline.at);
		machine_sleep();
	}
}

u32 vireo_events_await(struct vireo_events events, u32 wanted,
		       struct vireo_deadline deadline)
{
	u32 flags = vireo_events_take(events, wanted);

	if (interrupts_delivering() || wanted == 0)
		bare_panic("vireo_events_await: flags 0x%x, %s", wanted,
			   wanted ? "called by an interrupt handler" :
				    "so it would never end");
	if (flags)
		return flags;

	machine_interrupts_off();
	flags = sleep_for(events, wanted, deadline);
	machine_timer_at(NEVER);
	machine_interrupts_restore(true);
	return flags;
}
