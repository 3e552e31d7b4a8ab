// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Interrupts, events and vectors. The test says when an interrupt comes; here
 * is who is called for it, and what is waited for.
 */
#include "internal.h"

enum { MAX_REQUESTS = 256, MAX_EVENTS = 4096, MAX_FUNCTIONS = 256 };

struct request {
	struct vireo_interrupt_handler *handler;
	u32 number;
	u32 source;
};

/* States are never used again, so that a use after the end is found out. */
struct vireo_event_state {
	u32 flags;
	bool live;
};

static struct request requests[MAX_REQUESTS];
static u32 request_count;
static struct vireo_event_state events_made[MAX_EVENTS];
static u32 event_count;
static u16 functions[MAX_FUNCTIONS];
static bool in_interrupt;

void host_interrupts_forget(void)
{
	request_count = 0;
	event_count = 0;
	host_usage.handlers = 0;
	host_usage.events = 0;
	host_usage.vectors = 0;
	in_interrupt = false;
}

void host_before_access(void)
{
	if (host_callbacks.before_access && !in_interrupt)
		host_callbacks.before_access();
}

void host_needs_thread(const char *what)
{
	if (in_interrupt)
		host_fatal("%s is called by an interrupt handler: it may sleep "
			   "or allocate", what);
}

int32_t vireo_host_interrupt(void *handler, uint32_t number)
{
	struct vireo_interrupt_handler *called = handler;
	bool own;
	u32 i;

	for (i = 0; i < request_count; i++) {
		if (requests[i].handler == called &&
		    requests[i].number == number)
			break;
	}
	if (i == request_count)
		host_fatal("interrupt %u comes for the handler %p, which is not "
			   "requested for it", number, handler);
	if (in_interrupt)
		host_fatal("interrupt %u comes while a handler runs", number);
	in_interrupt = true;
	host_trace(VIREO_HOST_INTERRUPT, 0, number, requests[i].source);
	own = called->ops->interrupt(called, requests[i].source);
	host_trace(VIREO_HOST_HANDLED, 0, number, own);
	in_interrupt = false;
	return own;
}

int vireo_interrupt_request(struct vireo_interrupts *interrupts, u32 number,
			    struct vireo_interrupt_handler *handler, u32 source)
{
	int err;

	(void)interrupts;
	HOST_NEED(interrupt_request);
	host_needs_thread("vireo_interrupt_request()");
	if (!handler || !handler->ops || !handler->ops->interrupt)
		host_fatal("the handler that is requested for interrupt %u has "
			   "no operation 'interrupt'", number);
	if (host_fails_now())
		return -ENOMEM;
	if (request_count == MAX_REQUESTS)
		host_fatal("more than %d handlers are requested", MAX_REQUESTS);
	/* It may be called before the callback returns. */
	requests[request_count++] = (struct request){ handler, number, source };
	err = host_callbacks.interrupt_request(number, handler, source);
	if (err > 0)
		host_fatal("the callback 'interrupt_request' returned %d: 0 or "
			   "a negative errno is wanted", err);
	if (err) {
		request_count--;
		return err;
	}
	host_usage.handlers++;
	host_trace(VIREO_HOST_REQUEST_INTERRUPT, 0, number, source);
	return 0;
}

void vireo_interrupt_release(struct vireo_interrupts *interrupts,
			     struct vireo_interrupt_handler *handler)
{
	u32 kept = 0;

	(void)interrupts;
	HOST_NEED(interrupt_release);
	host_needs_thread("vireo_interrupt_release()");
	host_callbacks.interrupt_release(handler);
	for (u32 i = 0; i < request_count; i++) {
		if (requests[i].handler != handler)
			requests[kept++] = requests[i];
	}
	host_trace(VIREO_HOST_RELEASE_INTERRUPT, 0, 0, request_count - kept);
	host_usage.handlers -= request_count - kept;
	request_count = kept;
}

/* --- events --- */

/* Which events these are, if they live. */
static u32 live_events(struct vireo_events events, const char *what)
{
	u64 offset = (u64)((uintptr_t)events.state - (uintptr_t)events_made);
	u64 id = offset / sizeof(events_made[0]);

	if (id >= event_count || offset % sizeof(events_made[0]) ||
	    !events.state->live)
		host_fatal("%s: no live events at %p", what,
			   (void *)events.state);
	return (u32)id;
}

int vireo_events_create(struct vireo_interrupts *interrupts,
			struct vireo_events *events)
{
	(void)interrupts;
	host_needs_thread("vireo_events_create()");
	if (host_fails_now())
		return -ENOMEM;
	if (event_count == MAX_EVENTS)
		host_fatal("more than %d events were created", MAX_EVENTS);
	host_trace(VIREO_HOST_CREATE_EVENTS, 0, 0, event_count);
	host_usage.events++;
	events->state = &events_made[event_count++];
	*events->state = (struct vireo_event_state){ .live = true };
	return 0;
}

void vireo_events_destroy(struct vireo_interrupts *interrupts,
			  struct vireo_events events)
{
	u32 id = live_events(events, "vireo_events_destroy()");

	(void)interrupts;
	host_needs_thread("vireo_events_destroy()");
	events.state->live = false;
	host_usage.events--;
	host_trace(VIREO_HOST_DESTROY_EVENTS, 0, 0, id);
}

void vireo_events_signal(struct vireo_events events, u32 flags)
{
	u32 id = live_events(events, "vireo_events_signal()");

	host_trace(VIREO_HOST_SIGNAL, id, 0, flags);
	events.state->flags |= flags;
}

static u32 lower(struct vireo_events events, u32 wanted)
{
	u32 taken = events.state->flags & wanted;

	events.state->flags &= ~wanted;
	return taken;
}

u32 vireo_events_take(struct vireo_events events, u32 wanted)
{
	u32 id = live_events(events, "vireo_events_take()");
	u32 taken = lower(events, wanted);

	host_trace(VIREO_HOST_TAKE, id, wanted, taken);
	return taken;
}

u32 vireo_events_await(struct vireo_events events, u32 wanted,
		       struct vireo_deadline deadline)
{
	u32 id = live_events(events, "vireo_events_await()");
	u32 taken;

	HOST_NEED(sleep);
	host_needs_thread("vireo_events_await()");
	if (!wanted)
		host_fatal("vireo_events_await() for no flag at all");
	while (!(events.state->flags & wanted) &&
	       host_callbacks.sleep(deadline.at))
		;
	taken = lower(events, wanted);
	host_trace(VIREO_HOST_AWAIT, id, wanted, taken);
	return taken;
}

/* --- PCI interrupts --- */

static u64 function_address(u16 function)
{
	return (u64)function << 12;
}

static u32 place_of(u16 function)
{
	u32 i = 0;

	while (i < host_usage.vectors && functions[i] != function)
		i++;
	return i;
}

u16 vireo_pci_vectors_enable(struct vireo_pci_bus *bus, u16 function,
			     u16 wanted)
{
	u32 count;

	(void)bus;
	HOST_NEED(vectors_enable);
	host_needs_thread("vireo_pci_vectors_enable()");
	if (wanted == 0 || wanted > 2048)
		host_fatal("vireo_pci_vectors_enable() for %u vectors: 1 to 2048 "
			   "can be wanted", wanted);
	if (place_of(function) < host_usage.vectors)
		host_fatal("PCI function 0x%x has vectors enabled already",
			   function);
	if (host_usage.vectors == MAX_FUNCTIONS)
		host_fatal("more than %d functions have vectors", MAX_FUNCTIONS);
	count = host_callbacks.vectors_enable(function, wanted);
	if (count > wanted)
		host_fatal("the callback 'vectors_enable' gives %u vectors where "
			   "%u are wanted", count, wanted);
	if (count)
		functions[host_usage.vectors++] = function;
	host_trace(VIREO_HOST_ENABLE_VECTORS, wanted, function_address(function),
		   count);
	return (u16)count;
}

void vireo_pci_vectors_disable(struct vireo_pci_bus *bus, u16 function)
{
	u32 place = place_of(function);

	(void)bus;
	HOST_NEED(vectors_disable);
	host_needs_thread("vireo_pci_vectors_disable()");
	host_callbacks.vectors_disable(function);
	if (place < host_usage.vectors)
		functions[place] = functions[--host_usage.vectors];
	host_trace(VIREO_HOST_DISABLE_VECTORS, 0, function_address(function), 0);
}

/* What the test said about a number. */
static int numbered(s64 answer, u32 kind, u32 width, u16 function, u32 *number)
{
	if (answer < 0)
		return (int)answer;
	*number = (u32)answer;
	host_trace(kind, width, function_address(function), (u32)answer);
	return 0;
}

int vireo_pci_vector_number(struct vireo_pci_bus *bus, u16 function, u16 vector,
			    u32 *number)
{
	(void)bus;
	HOST_NEED(vector_number);
	return numbered(host_callbacks.vector_number(function, vector),
			VIREO_HOST_VECTOR_NUMBER, vector, function, number);
}

int vireo_pci_line_number(struct vireo_pci_bus *bus, u16 function, u32 *number)
{
	(void)bus;
	HOST_NEED(line_number);
	return numbered(host_callbacks.line_number(function),
			VIREO_HOST_LINE_NUMBER, 0, function, number);
}
