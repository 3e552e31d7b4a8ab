/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_FORMAT_H
#define BARE_FORMAT_H

#include <stdarg.h>

/**
 * format_text() - printf, as far as drivers and tests need it
 * @put: receives one character after the other
 * @context: handed to @put
 * @format: %d %i %u %x %X %c %s %p %%, the lengths l, ll and z, the flags 0
 *          and -, and a width; anything else is printed as it stands
 */
void __attribute__((format(printf, 3, 0)))
format_text(void (*put)(void *context, char c), void *context,
	    const char *format, va_list arguments);

#endif /* BARE_FORMAT_H */
