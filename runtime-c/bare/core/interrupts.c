// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Who is called for an interrupt. Lines are shared: each handler is asked. */
#include "bare.h"
#include "core.h"
#include "interrupts.h"

/* One CPU has one deliverer; a program only passes its address around. */
struct vireo_interrupts {
	bool delivering;
};

struct request {
	struct request *next;
	struct vireo_interrupt_handler *handler;
	u32 source;
};

enum {
	/* A line that nobody wants this often in a row is switched off. */
	PATIENCE = 10000,
	/* Against a handler that wants whatever it is asked for. */
	SHARED_ROUNDS = 100,
};

static struct vireo_interrupts interrupts;
static struct request *requests[MACHINE_INTERRUPTS];
static u64 delivered[MACHINE_INTERRUPTS];
static u32 declined[MACHINE_INTERRUPTS];
static u64 request_count;

void interrupts_start(void)
{
	machine_interrupts_start();
	machine_interrupts_restore(true);
}

struct vireo_interrupts *bare_interrupts(void)
{
	return &interrupts;
}

u64 bare_interrupt_count(u32 number)
{
	/* Eight bytes at once on every machine that this kernel knows. */
	return number < MACHINE_INTERRUPTS ? READ_ONCE(delivered[number]) : 0;
}

u64 bare_interrupt_total(void)
{
	u64 total = 0;

	for (u32 number = 0; number < MACHINE_INTERRUPTS; number++)
		total += bare_interrupt_count(number);
	return total;
}

bool interrupts_delivering(void)
{
	return READ_ONCE(interrupts.delivering);
}

u64 interrupts_handlers(void)
{
	return request_count;
}

bool interrupts_requested(u32 number)
{
	return requests[number] != NULL;
}

static void refuse_in_handler(const char *function)
{
	if (interrupts_delivering())
		bare_panic("%s: called by an interrupt handler", function);
}

static bool is_message(u32 number)
{
	u32 first;
	u32 count = machine_messages(&first);

	return number >= first && number - first < count;
}

/* A line stays up until its device is content: it would interrupt for ever. */
static void count_declined(u32 number)
{
	if (is_message(number) || ++declined[number] < PATIENCE)
		return;
	declined[number] = 0;
	machine_interrupt_disable(number);
	vireo_log(VIREO_LOG_ERROR,
		  "interrupt %u is off: no handler wanted it, %d times",
		  number, PATIENCE);
}

static bool ask_all(u32 number)
{
	bool wanted = false;

	for (struct request *at = requests[number]; at; at = at->next) {
		if (at->handler->ops->interrupt(at->handler, at->source))
			wanted = true;
	}
	return wanted;
}

/*
 * A device that raises a shared line right after it was asked, while another
 * still holds it up, makes no difference to see: some controllers, QEMU's PLIC
 * among them, would not interrupt again. So all are asked until none wants it.
 */
static bool ask_again(u32 number, u32 rounds)
{
	return requests[number] && requests[number]->next &&
	       !is_message(number) && rounds < SHARED_ROUNDS;
}

void core_interrupt(u32 number)
{
	bool wanted;
	u32 rounds = 1;

	if (number >= MACHINE_INTERRUPTS)
		bare_panic("interrupt %u is out of range", number);
	WRITE_ONCE(interrupts.delivering, true);
	delivered[number]++;
	wanted = ask_all(number);
	if (wanted)
		declined[number] = 0;
	else if (requests[number])
		count_declined(number);
	while (wanted && ask_again(number, rounds++))
		wanted = ask_all(number);
	WRITE_ONCE(interrupts.delivering, false);
}

/* The request goes to the end: handlers are asked in the order they came. */
static int add(u32 number, struct request *request)
{
	struct request **link = &requests[number];

	for (; *link; link = &(*link)->next) {
		if ((*link)->handler == request->handler)
			return -EBUSY;
	}
	*link = request;
	return 0;
}

int vireo_interrupt_request(struct vireo_interrupts *deliverer, u32 number,
			    struct vireo_interrupt_handler *handler, u32 source)
{
	struct request *request;
	bool were_on;
	bool first;
	int err;

	(void)deliverer;
	refuse_in_handler("vireo_interrupt_request");
	if (number >= MACHINE_INTERRUPTS ||
	    (is_message(number) && !messages_owned(number)))
		return -EINVAL;
	request = vireo_alloc(sizeof(*request));
	if (!request)
		return -ENOMEM;
	request->handler = handler;
	request->source = source;

	were_on = machine_interrupts_off();
	first = !requests[number];
	err = add(number, request);
	if (!err && first) {
		declined[number] = 0;
		err = machine_interrupt_enable(number);
		if (err)
			requests[number] = NULL;
	}
	if (!err)
		request_count++;
	machine_interrupts_restore(were_on);
	if (err)
		vireo_free(request);
	return err;
}

/* Takes the handler's request off a number; NULL where there is none. */
static struct request *take(u32 number,
			    const struct vireo_interrupt_handler *handler)
{
	bool were_on = machine_interrupts_off();
	struct request **link = &requests[number];
	struct request *found;

	while (*link && (*link)->handler != handler)
		link = &(*link)->next;
	found = *link;
	if (found) {
		*link = found->next;
		request_count--;
		if (!requests[number])
			machine_interrupt_disable(number);
	}
	machine_interrupts_restore(were_on);
	return found;
}

void vireo_interrupt_release(struct vireo_interrupts *deliverer,
			     struct vireo_interrupt_handler *handler)
{
	(void)deliverer;
	refuse_in_handler("vireo_interrupt_release");
	for (u32 number = 0; number < MACHINE_INTERRUPTS; number++) {
		if (requests[number])
			vireo_free(take(number, handler));
	}
}
