// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Ports, interrupts, events and vectors of the port in a user process. */
#include "check.h"

/* --- a machine with one line and one function that has two vectors --- */

enum { LINE = 11, FUNCTION = 0x20, FIRST_VECTOR = 1024 };

static uint8_t ports[64];
static uint64_t now;
static void *requested;
static uint32_t requested_number;
static bool pending;
static uint64_t comes_at;

static void deliver(void)
{
	if (!requested || !pending)
		return;
	pending = false;
	vireo_host_interrupt(requested, requested_number);
}

static uint64_t mmio_read(uint64_t address, uint32_t width)
{
	uint64_t value = 0;

	memcpy(&value, ports + (address - (VIREO_HOST_PORTS | 0xc000)), width);
	return value;
}

static void mmio_write(uint64_t address, uint32_t width, uint64_t value)
{
	memcpy(ports + (address - (VIREO_HOST_PORTS | 0xc000)), &value, width);
}

static int32_t map_ports(uint32_t port, uint32_t length)
{
	return port == 0xc000 && length <= 64 ? 0 : -EOPNOTSUPP;
}

static void unmap(uint64_t physical, uint64_t length)
{
	(void)physical;
	(void)length;
}

static uint64_t clock_now(void)
{
	return now;
}

static void relax(void)
{
	now += 1000;
	deliver();
}

static int32_t request(uint32_t number, void *handler, uint32_t source)
{
	(void)source;
	if (number >= 2000)
		return -EINVAL;
	requested = handler;
	requested_number = number;
	return 0;
}

static void release(void *handler)
{
	if (handler == requested)
		requested = NULL;
}

/* The interrupt that comes at its time is all that ever happens. */
static int32_t sleep_until(uint64_t until)
{
	if (pending || comes_at < until) {
		if (!pending && now < comes_at)
			now = comes_at;
		comes_at = UINT64_MAX;
		pending = true;
		deliver();
		return 1;
	}
	now = until;
	return 0;
}

static uint32_t vectors_enable(uint32_t function, uint32_t wanted)
{
	if (function != FUNCTION)
		return 0;
	return wanted < 2 ? wanted : 2;
}

static void vectors_disable(uint32_t function)
{
	(void)function;
}

static int64_t vector_number(uint32_t function, uint32_t vector)
{
	if (function != FUNCTION || vector > 1)
		return -EINVAL;
	return FIRST_VECTOR + vector;
}

static int64_t line_number(uint32_t function)
{
	return function == FUNCTION ? LINE : -ENXIO;
}

static const struct vireo_host_callbacks machine = {
	.mmio_read = mmio_read,
	.mmio_write = mmio_write,
	.unmap = unmap,
	.clock = clock_now,
	.relax = relax,
	.map_ports = map_ports,
	.vectors_enable = vectors_enable,
	.vectors_disable = vectors_disable,
	.vector_number = vector_number,
	.line_number = line_number,
	.interrupt_request = request,
	.interrupt_release = release,
	.sleep = sleep_until,
};

/* --- a driver --- */

struct driver {
	struct vireo_interrupt_handler handler;
	struct vireo_events events;
	u32 calls;
	u32 source;
	bool own;
	void (*misuse)(void);
};

static bool interrupt(struct vireo_interrupt_handler *handler, u32 source)
{
	struct driver *driver = container_of(handler, struct driver, handler);

	driver->calls++;
	driver->source = source;
	if (driver->misuse)
		driver->misuse();
	vireo_events_signal(driver->events, 1u << source);
	return driver->own;
}

static const struct vireo_interrupt_handler_ops handler_ops = {
	.interrupt = interrupt,
};

static struct driver driver;

static void start(u32 number, u32 source)
{
	driver = (struct driver){ .handler = { .ops = &handler_ops }, .own = true };
	pending = false;
	comes_at = UINT64_MAX;
	vireo_host_open(1 << 20, 0x100000000ull);
	if (vireo_events_create(NULL, &driver.events) ||
	    vireo_interrupt_request(NULL, number, &driver.handler, source)) {
		printf("not ok - no interrupt\n");
		exit(1);
	}
}

static void stop(void)
{
	vireo_interrupt_release(NULL, &driver.handler);
	vireo_events_destroy(NULL, driver.events);
}

static struct vireo_deadline soon(void)
{
	return vireo_deadline_after_ms(1);
}

/* --- what works --- */

static void test_delivery(void)
{
	struct vireo_host_usage usage;

	start(LINE, 3);
	pending = true;
	check(driver.calls == 0, "an interrupt waits for the driver's breath");
	vireo_relax();
	check(driver.calls == 1 && driver.source == 3,
	      "a breath delivers it, with its source");
	vireo_host_usage(&usage);
	check(usage.handlers == 1 && usage.events == 1,
	      "handlers and events are accounted");
	stop();
	pending = true;
	vireo_relax();
	check(driver.calls == 1, "a released handler is not called");
	vireo_host_usage(&usage);
	check(usage.handlers == 0 && usage.events == 0,
	      "handlers and events are given back");
}

static void test_events(void)
{
	u64 before;

	start(LINE, 3);
	vireo_events_signal(driver.events, 0x6);
	check(vireo_events_take(driver.events, 0x3) == 0x2 &&
		      vireo_events_take(driver.events, 0x3) == 0 &&
		      vireo_events_take(driver.events, UINT32_MAX) == 0x4,
	      "taking lowers the wanted flags and leaves the others");
	vireo_events_signal(driver.events, 1);
	before = now;
	check(vireo_events_await(driver.events, 1, soon()) == 1 && now == before,
	      "a flag that is up ends the wait at once");
	comes_at = now + 5000;
	check(vireo_events_await(driver.events, 8, soon()) == 8 &&
		      now == before + 5000,
	      "an interrupt ends the wait at its time");
	comes_at = now + 5000;
	before = now;
	check(vireo_events_await(driver.events, 16, soon()) == 0 &&
		      now == before + 1000000,
	      "a flag that is not wanted does not end the wait");
	check(vireo_events_take(driver.events, 8) == 8, "and stays up");
	stop();
}

static void interrupt_between(void)
{
	deliver();
}

static void test_anywhere(void)
{
	struct vireo_host_callbacks preempting = machine;
	struct vireo_dma_memory memory;

	start(LINE, 3);
	preempting.before_access = interrupt_between;
	vireo_host_set_callbacks(&preempting);
	check(vireo_dma_alloc(NULL, 64, 64, &memory) == 0, "there is memory");
	pending = true;
	WRITE_ONCE(*(u32 *)memory.virt, 1);
	check(driver.calls == 1, "an interrupt may come before a store");
	pending = true;
	vireo_mb();
	check(driver.calls == 2, "an interrupt may come before a barrier");
	pending = true;
	vireo_memset(memory.virt, 0, 64);
	check(driver.calls == 3, "an interrupt may come before a copy");
	vireo_dma_free(NULL, memory);
	vireo_host_set_callbacks(&machine);
	stop();
}

static void test_vectors(void)
{
	struct vireo_host_usage usage;
	u32 number = 0;

	vireo_host_open(1 << 20, 0x100000000ull);
	check(vireo_pci_vectors_enable(NULL, 8, 2) == 0,
	      "a function without vectors gets none");
	check(vireo_pci_vectors_enable(NULL, FUNCTION, 5) == 2,
	      "a function gets as many vectors as there are");
	check(vireo_pci_vector_number(NULL, FUNCTION, 1, &number) == 0 &&
		      number == FIRST_VECTOR + 1 &&
		      vireo_pci_vector_number(NULL, FUNCTION, 2, &number) ==
			      -EINVAL,
	      "enabled vectors have numbers");
	check(vireo_pci_line_number(NULL, FUNCTION, &number) == 0 &&
		      number == LINE &&
		      vireo_pci_line_number(NULL, 8, &number) == -ENXIO,
	      "a function may have a line");
	vireo_host_usage(&usage);
	check(usage.vectors == 1, "enabled vectors are accounted");
	vireo_pci_vectors_disable(NULL, FUNCTION);
	vireo_pci_vectors_disable(NULL, FUNCTION);
	vireo_host_usage(&usage);
	check(usage.vectors == 0, "disabled vectors are given back");
}

static void test_ports(void)
{
	struct vireo_window window;

	check(vireo_window_map_ports(NULL, 0xc000, 64, &window) == 0,
	      "ports are mapped");
	vireo_write32(0x11223344, (u8 *)window.base + 4);
	check(ports[4] == 0x44 && vireo_read16((u8 *)window.base + 6) == 0x1122,
	      "ports are read and written");
	vireo_window_unmap(NULL, window);
	check(vireo_window_map_ports(NULL, 0xd000, 4, &window) == -EOPNOTSUPP &&
		      vireo_window_map_ports(NULL, 0xffff, 2, &window) == -EINVAL &&
		      vireo_window_map_ports(NULL, 1, 0, &window) == -EINVAL,
	      "other ports are refused");
}

static void test_failures(void)
{
	struct vireo_events events;
	struct vireo_window window;
	struct vireo_host_usage usage;

	start(LINE, 0);
	vireo_host_fail_after(0);
	check(vireo_interrupt_request(NULL, LINE, &driver.handler, 0) == -ENOMEM,
	      "a request fails on order");
	vireo_host_fail_after(0);
	check(vireo_events_create(NULL, &events) == -ENOMEM,
	      "events fail on order");
	vireo_host_fail_after(0);
	check(vireo_window_map_ports(NULL, 0xc000, 4, &window) == -ENOMEM,
	      "ports fail on order");
	check(vireo_interrupt_request(NULL, 2000, &driver.handler, 0) == -EINVAL,
	      "the test may refuse a request");
	vireo_host_usage(&usage);
	check(usage.handlers == 1, "a refused request leaves nothing");
	stop();
}

static void test_trace(void)
{
	struct vireo_host_record records[32];
	struct vireo_window window;
	u32 number;
	bool right;

	vireo_host_trace_start(32);
	start(LINE, 3);
	pending = true;
	vireo_relax();
	vireo_events_take(driver.events, 0x18);
	vireo_events_await(driver.events, 1, soon());
	if (vireo_pci_vectors_enable(NULL, FUNCTION, 9) != 2 ||
	    vireo_pci_vector_number(NULL, FUNCTION, 1, &number) ||
	    vireo_pci_line_number(NULL, FUNCTION, &number) ||
	    vireo_window_map_ports(NULL, 0xc000, 8, &window))
		check(false, "vectors, line and ports are there");
	vireo_pci_vectors_disable(NULL, FUNCTION);
	vireo_write8(1, window.base);
	vireo_window_unmap(NULL, window);
	stop();
	right = vireo_host_trace_take(records, 32) == 16;
	right &= record_is(&records[0], 24, 0, 0, 0);
	right &= record_is(&records[1], 16, 0, LINE, 3);
	right &= record_is(&records[2], 18, 0, LINE, 3);
	right &= record_is(&records[3], 26, 0, 0, 8);
	right &= record_is(&records[4], 19, 0, LINE, 1);
	right &= record_is(&records[5], 27, 0, 0x18, 8);
	right &= record_is(&records[6], 28, 0, 1, 0);
	right &= record_is(&records[7], 20, 9, 0x20000, 2);
	right &= record_is(&records[8], 22, 1, 0x20000, FIRST_VECTOR + 1);
	right &= record_is(&records[9], 23, 0, 0x20000, LINE);
	right &= record_is(&records[10], 14, 0, VIREO_HOST_PORTS | 0xc000, 8);
	right &= record_is(&records[11], 21, 0, 0x20000, 0);
	right &= record_is(&records[12], 1, 1, VIREO_HOST_PORTS | 0xc000, 1);
	right &= record_is(&records[13], 15, 0, VIREO_HOST_PORTS | 0xc000, 8);
	right &= record_is(&records[14], 17, 0, 0, 1);
	right &= record_is(&records[15], 25, 0, 0, 0);
	check(right, "every step leaves its record, in order");
	vireo_host_trace_start(0);
}

/* --- what must not work --- */

static void in_handler(void (*misuse)(void))
{
	start(LINE, 0);
	driver.misuse = misuse;
	pending = true;
	vireo_relax();
}

static void await_now(void)
{
	vireo_events_await(driver.events, 1, soon());
}

static void allocate_now(void)
{
	vireo_free(vireo_alloc(8));
}

static void release_now(void)
{
	vireo_interrupt_release(NULL, &driver.handler);
}

static void handler_awaits(void)
{
	in_handler(await_now);
}

static void handler_allocates(void)
{
	in_handler(allocate_now);
}

static void handler_releases(void)
{
	in_handler(release_now);
}

static void signal_after_destroy(void)
{
	start(LINE, 0);
	stop();
	vireo_events_signal(driver.events, 1);
}

static void await_nothing(void)
{
	start(LINE, 0);
	vireo_events_await(driver.events, 0, soon());
}

static void stray_interrupt(void)
{
	start(LINE, 0);
	vireo_host_interrupt(&driver.handler, LINE + 1);
}

static void enable_twice(void)
{
	if (vireo_pci_vectors_enable(NULL, FUNCTION, 1) +
	    vireo_pci_vectors_enable(NULL, FUNCTION, 1))
		printf("# enabled twice\n");
}

static void wide_port(void)
{
	struct vireo_window window;

	if (vireo_window_map_ports(NULL, 0xc000, 64, &window) == 0)
		(void)vireo_read64(window.base);
}

static void test_misuse(void)
{
	check(dies(handler_awaits, "vireo_events_await() is called by an"),
	      "a handler that waits dies");
	check(dies(handler_allocates, "vireo_alloc() is called by an"),
	      "a handler that allocates dies");
	check(dies(handler_releases, "vireo_interrupt_release() is called by an"),
	      "a handler that releases dies");
	check(dies(signal_after_destroy, "no live events"),
	      "events are dead after their end");
	check(dies(await_nothing, "for no flag at all"),
	      "a wait for nothing dies");
	check(dies(stray_interrupt, "not requested for it"),
	      "an interrupt that was not requested dies");
	check(dies(enable_twice, "has vectors enabled already"),
	      "enabling vectors twice dies");
	check(dies(wide_port, "ports have at most 4"),
	      "an access of 8 bytes to ports dies");
}

int main(void)
{
	vireo_host_set_callbacks(&machine);
	test_delivery();
	test_events();
	test_anywhere();
	test_vectors();
	test_ports();
	test_failures();
	test_trace();
	test_misuse();
	return finished();
}
