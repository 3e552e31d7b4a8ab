/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* How the files of this port know each other. */
#ifndef VIREO_HOST_INTERNAL_H
#define VIREO_HOST_INTERNAL_H

#include <vireo/port.h>

#include "host.h"

#if defined(__SANITIZE_ADDRESS__)
#define HOST_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HOST_ASAN 1
#endif
#endif

#ifdef HOST_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(start, bytes) ((void)(start), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(start, bytes) ((void)(start), (void)(bytes))
#endif

/** host_callbacks - never NULL itself; its members may be */
extern struct vireo_host_callbacks host_callbacks;

/** host_usage - kept by the allocators and the windows */
extern struct vireo_host_usage host_usage;

/** host_fatal() - say what the driver, or the test, did wrong and abort */
_Noreturn void __printf(1, 2) host_fatal(const char *format, ...);

/** HOST_NEED() - abort with the name of a callback that is missing */
#define HOST_NEED(name)                                                     \
	do {                                                                \
		if (!host_callbacks.name)                                   \
			host_fatal("the driver needs the callback '" #name  \
				   "', which the test did not set with "    \
				   "vireo_host_set_callbacks()");           \
	} while (0)

/** host_trace() - record one step */
void host_trace(uint32_t kind, uint32_t width, uint64_t address, uint64_t value);

/** host_fails_now() - whether the test has ordered a failure here */
bool host_fails_now(void);

/** host_fails_private_now() - the same in vireo_alloc() */
bool host_fails_private_now(void);

/** host_windows_forget() - no window is mapped any more */
void host_windows_forget(void);

/** host_interrupts_forget() - no handler, events or vectors any more */
void host_interrupts_forget(void);

/** host_before_access() - an interrupt may come between two accesses */
void host_before_access(void);

/** host_needs_thread() - abort if @what is called by an interrupt handler */
void host_needs_thread(const char *what);

/** host_arena_holds() - whether any of the bytes is DMA memory, live or not */
bool host_arena_holds(const volatile void *address, size_t bytes);

/** host_physical() - the device's address of a byte of the arena */
uint64_t host_physical(const volatile void *address);

#endif /* VIREO_HOST_INTERNAL_H */
