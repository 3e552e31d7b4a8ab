// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "interrupts.h"
#include "registers.h"
#include "rng.h"
#include "tap.h"

enum { ROUNDS = 200, WAITS = 20, QUEUE_VECTOR = 1, OFTEN = 20000 };

/* An entropy device whose interrupts raise an event: bit @source. */
struct listener {
	struct vireo_interrupt_handler handler;
	struct vireo_events events;
	struct rng rng;
	bool by_line;
	bool deaf;
	u64 came;
	u32 heard;
	u32 declined;
};

static bool listen(struct vireo_interrupt_handler *handler, u32 source)
{
	struct listener *listener =
		container_of(handler, struct listener, handler);

	if (listener->deaf ||
	    (listener->by_line && !(rng_acknowledge(&listener->rng) & 1))) {
		WRITE_ONCE(listener->declined, listener->declined + 1);
		return false;
	}
	WRITE_ONCE(listener->heard, listener->heard + 1);
	WRITE_ONCE(listener->came, 1);
	vireo_events_signal(listener->events, 1u << source);
	registers_spoil();
	return true;
}

static const struct vireo_interrupt_handler_ops listen_ops = {
	.interrupt = listen,
};

static void prepare(struct listener *listener, bool by_line)
{
	vireo_memset(listener, 0, sizeof(*listener));
	listener->handler.ops = &listen_ops;
	listener->by_line = by_line;
	if (vireo_events_create(bare_interrupts(), &listener->events))
		bare_panic("no memory for events");
}

static int request(struct listener *listener, u32 number, u32 source)
{
	return vireo_interrupt_request(bare_interrupts(), number,
				       &listener->handler, source);
}

static void finish(struct listener *listener)
{
	vireo_interrupt_release(bare_interrupts(), &listener->handler);
	rng_close(&listener->rng);
	vireo_events_destroy(bare_interrupts(), listener->events);
}

/* Requests that are waited for asleep; returns how many were answered. */
static u32 ask(struct listener *listener, u32 rounds, u32 source)
{
	u32 answered = 0;

	for (u32 i = 0; i < rounds; i++) {
		rng_request(&listener->rng);
		if (vireo_events_await(listener->events, 1u << source,
				       vireo_deadline_after_ms(5000)) !=
			    1u << source ||
		    !rng_done(&listener->rng))
			break;
		answered++;
	}
	return answered;
}

static void test_events(void)
{
	struct bare_usage before = bare_usage();
	struct vireo_deadline passed = { vireo_clock_ns() };
	struct vireo_events events;
	u64 begin;
	u64 took = 0;
	bool late = false;

	if (vireo_events_create(bare_interrupts(), &events))
		bare_panic("no memory for events");
	tap_check(bare_usage().events == before.events + 1,
		  "accounts for events");
	tap_check(vireo_events_take(events, ~0u) == 0,
		  "creates events with no flag up");
	vireo_events_signal(events, 0x80000005);
	vireo_events_signal(events, 4);
	tap_check(vireo_events_take(events, 6) == 4 &&
			  vireo_events_take(events, 6) == 0,
		  "takes the flags that are wanted and up, once");
	tap_check(vireo_events_await(events, ~0u, passed) == 0x80000001,
		  "awaits no flag that is up already, deadline or not");
	tap_check(vireo_events_await(events, ~0u, passed) == 0,
		  "does not wait beyond a deadline in the past");
	for (u32 i = 0; i < 5 && !late; i++) {
		begin = vireo_clock_ns();
		if (vireo_events_await(events, 1, vireo_deadline_after_ms(30)))
			bare_panic("a flag out of nowhere");
		took = vireo_clock_ns() - begin;
		late = took >= 30000000 && took < 45000000;
	}
	tap_check(late, "wakes up at the deadline, not before");
	vireo_events_destroy(bare_interrupts(), events);
	tap_check(bare_usage().events == before.events &&
			  bare_usage().heap_blocks == before.heap_blocks,
		  "gets events back");
}

/*
 * The program goes on while the interrupt comes, and keeps its registers. A
 * host with nothing else to do may answer before they are filled: only rounds
 * count in which there was something to wait for.
 */
static bool is_undisturbed(struct listener *listener)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(5000);
	u32 before = listener->heard;
	u32 rounds = 0;
	u32 waits = 0;
	u64 spoilt = 0;

	while (waits < WAITS && !spoilt && !vireo_deadline_expired(deadline)) {
		WRITE_ONCE(listener->came, 0);
		rng_request(&listener->rng);
		waits += READ_ONCE(listener->came) == 0;
		spoilt = registers_keep(&listener->came);
		rounds++;
	}
	if (spoilt)
		bare_print("# a register had 0x%llx, and lost it\n", spoilt);
	vireo_events_take(listener->events, ~0u);
	return waits == WAITS && !spoilt &&
	       listener->heard == before + rounds;
}

static void test_vectors(struct vireo_pci_bus *bus, u16 function)
{
	struct bare_usage before = bare_usage();
	struct listener device;
	u32 number = 0;
	u32 config = 0;
	u32 beyond = 77;
	u16 vectors;
	u64 count;
	u64 total;
	u32 heard;

	prepare(&device, false);
	vectors = vireo_pci_vectors_enable(bus, function, 4);
	tap_check(vectors == 2 && bare_usage().vectors == before.vectors + 2,
		  "gives as many vectors as the function's table has");
	tap_check(!vireo_pci_vector_number(bus, function, 0, &config) &&
			  !vireo_pci_vector_number(bus, function, 1, &number) &&
			  config != number &&
			  vireo_pci_vector_number(bus, function, 2, &beyond) ==
				  -EINVAL &&
			  beyond == 77,
		  "numbers the vectors that there are");
	tap_check(!request(&device, number, 3) &&
			  !request(&device, config, 4) &&
			  request(&device, number, 5) == -EBUSY &&
			  bare_usage().handlers == before.handlers + 2,
		  "takes a handler for several numbers, once each");
	if (!rng_open_modern(&device.rng, bus, function, QUEUE_VECTOR))
		bare_panic("no entropy device with vectors at %x", function);
	count = bare_interrupt_count(number);
	total = bare_interrupt_total();
	tap_check(ask(&device, ROUNDS, 3) == ROUNDS && device.heard == ROUNDS,
		  "sleeps until a vector's interrupt, every time");
	tap_check(is_undisturbed(&device),
		  "keeps its registers when it is interrupted");
	heard = device.heard;
	tap_check(bare_interrupt_count(number) == count + heard &&
			  bare_interrupt_total() == total + heard &&
			  bare_interrupt_count(config) == 0,
		  "counts what was delivered");

	vireo_interrupt_release(bare_interrupts(), &device.handler);
	rng_request(&device.rng);
	tap_check(vireo_events_await(device.events, ~0u,
				     vireo_deadline_after_ms(20)) == 0 &&
			  device.heard == heard,
		  "calls no handler that was released");
	finish(&device);
	vireo_pci_vectors_disable(bus, function);
	vireo_pci_vectors_disable(bus, function);
	tap_check(request(&device, number, 0) == -EINVAL,
		  "refuses the number of a vector that is gone");
	tap_check(bare_usage().vectors == before.vectors &&
			  bare_usage().handlers == before.handlers &&
			  bare_usage().heap_blocks == before.heap_blocks,
		  "gets handlers and vectors back");
	tap_check(vireo_pci_vectors_enable(bus, function, 1) == 1,
		  "gives one vector where one is wanted");
	vireo_pci_vectors_disable(bus, function);
}

static u32 line_of(struct vireo_pci_bus *bus, u16 function)
{
	u32 number = ~0u;

	if (vireo_pci_line_number(bus, function, &number))
		bare_panic("function %x has no line", function);
	return number;
}

static void test_line(struct vireo_pci_bus *bus, u16 function, const char *name)
{
	struct listener device;

	prepare(&device, true);
	if (!rng_open_modern(&device.rng, bus, function, RNG_NO_VECTOR))
		bare_panic("no entropy device at %x", function);
	tap_check(!request(&device, line_of(bus, function), 0) &&
			  ask(&device, ROUNDS, 0) == ROUNDS &&
			  device.heard == ROUNDS && is_undisturbed(&device),
		  name);
	finish(&device);
}

static void test_scream(struct vireo_pci_bus *bus, u16 function)
{
	struct listener device;
	u32 number = line_of(bus, function);

	prepare(&device, true);
	if (!rng_open_modern(&device.rng, bus, function, RNG_NO_VECTOR) ||
	    request(&device, number, 0))
		bare_panic("no entropy device at %x", function);
	device.deaf = true;
	rng_request(&device.rng);
	tap_check(vireo_events_await(device.events, 1,
				     vireo_deadline_after_ms(200)) == 0 &&
			  device.declined > 1 && device.declined < OFTEN,
		  "switches a line off that nobody answers");
	device.deaf = false;
	vireo_interrupt_release(bare_interrupts(), &device.handler);
	tap_check(!request(&device, number, 0) &&
			  vireo_events_await(device.events, 1,
					     vireo_deadline_after_ms(5000)),
		  "switches it on again for the next handler");
	finish(&device);
}

static void test_shared(struct vireo_pci_bus *bus, u16 function, u16 other)
{
	struct listener one;
	struct listener two;
	u32 number = line_of(bus, function);

	prepare(&one, true);
	prepare(&two, true);
	if (!rng_open_modern(&one.rng, bus, function, RNG_NO_VECTOR) ||
	    !rng_open_modern(&two.rng, bus, other, RNG_NO_VECTOR))
		bare_panic("no two entropy devices");
	tap_check(line_of(bus, other) == number, "finds the line shared");
	tap_check(!request(&one, number, 0) && !request(&two, number, 0) &&
			  ask(&one, ROUNDS, 0) == ROUNDS &&
			  ask(&two, ROUNDS, 0) == ROUNDS,
		  "asks every handler of a shared line");
	tap_check(one.heard == ROUNDS && two.heard == ROUNDS &&
			  one.declined >= ROUNDS && two.declined >= ROUNDS,
		  "lets each answer for its own device");
	vireo_interrupt_release(bare_interrupts(), &one.handler);
	tap_check(ask(&two, ROUNDS, 0) == ROUNDS && one.heard == ROUNDS,
		  "keeps a line on for the handler that is left");
	finish(&one);
	finish(&two);
}

static void test_legacy(struct vireo_pci_bus *bus, u16 function)
{
	struct bare_usage before = bare_usage();
	struct vireo_window window;
	struct listener device;

	tap_check(vireo_window_map_ports(NULL, 0xffff, 2, &window) == -EINVAL &&
			  vireo_window_map_ports(NULL, 0x80, 0, &window) ==
				  -EINVAL &&
			  bare_usage().windows == before.windows,
		  "maps no ports beyond the last");
	prepare(&device, true);
	if (!rng_open_legacy(&device.rng, bus, function, RNG_NO_VECTOR))
		bare_panic("no legacy entropy device at %x", function);
	tap_check(bare_usage().windows == before.windows + 1,
		  "maps I/O ports, and accounts for them");
	tap_check(!request(&device, line_of(bus, function), 0) &&
			  ask(&device, ROUNDS, 0) == ROUNDS,
		  "drives a legacy device through I/O ports");
	finish(&device);
}

static void test_mmio(u64 base, u32 number)
{
	struct listener device;

	prepare(&device, true);
	if (!rng_open_mmio(&device.rng, base))
		bare_panic("no entropy device at 0x%llx", base);
	tap_check(!request(&device, number, 0) &&
			  ask(&device, ROUNDS, 0) == ROUNDS,
		  "is interrupted by a virtio-mmio device");
	finish(&device);
}

/* The function that an option names. */
static bool named(const char *option, u16 *function)
{
	*function = (u16)bare_option_u64(option, 0);
	return *function != 0;
}

void test_interrupts(void)
{
	struct vireo_pci_bus *bus = bare_pci_bus();
	struct bare_usage before = bare_usage();
	struct listener nobody;
	u16 function;
	u16 other;
	u64 mmio = bare_option_u64("mmio", 0);

	test_events();
	prepare(&nobody, false);
	tap_check(request(&nobody, 1024, 0) == -EINVAL &&
			  request(&nobody, ~0u, 0) == -EINVAL &&
			  bare_usage().handlers == before.handlers,
		  "refuses a number that no interrupt has");
	vireo_events_destroy(bare_interrupts(), nobody.events);

	if (named("vectors", &function))
		test_vectors(bus, function);
	if (named("line", &function)) {
		tap_check(vireo_pci_vectors_enable(bus, function, 1) == 0,
			  "gives no vectors to a function without MSI-X");
		test_line(bus, function, "sleeps until a line's interrupt");
		if (named("shared", &other))
			test_shared(bus, function, other);
	}
	if (named("screams", &function))
		test_scream(bus, function);
	if (named("behind", &function))
		test_line(bus, function,
			  "follows a line through a bridge to its end");
	if (named("legacy", &function))
		test_legacy(bus, function);
	if (mmio)
		test_mmio(mmio, (u32)bare_option_u64("interrupt", 0));
	tap_check(bare_usage().handlers == before.handlers &&
			  bare_usage().events == before.events &&
			  bare_usage().vectors == before.vectors &&
			  bare_usage().windows == before.windows &&
			  bare_usage().free_bytes == before.free_bytes,
		  "is left with nothing that belongs to interrupts");
}
