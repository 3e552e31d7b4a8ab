// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "core.h"
#include "format.h"
#include "machine.h"

static u32 log_level = VIREO_LOG_INFO;

void console_start(void)
{
	log_level = (u32)bare_option_u64("log", VIREO_LOG_INFO);
}

static void put_console(void *context, char c)
{
	(void)context;
	machine_console_put(c);
}

void bare_put(const char *text)
{
	while (*text)
		machine_console_put(*text++);
}

void bare_print(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	format_text(put_console, NULL, format, arguments);
	va_end(arguments);
}

/* The leading # makes a log line a comment in a test's TAP output. */
void vireo_log(enum vireo_log_level level, const char *format, ...)
{
	va_list arguments;

	if ((u32)level > log_level)
		return;
	bare_put(level <= VIREO_LOG_ERROR ? "# error: " :
		 level <= VIREO_LOG_WARN  ? "# warn: " :
		 level <= VIREO_LOG_INFO  ? "# info: " :
					    "# debug: ");
	va_start(arguments, format);
	format_text(put_console, NULL, format, arguments);
	va_end(arguments);
	bare_put("\n");
}

struct text_sink {
	char *text;
	size_t room;
};

static void put_sink(void *context, char c)
{
	struct text_sink *sink = context;

	if (sink->room > 1) {
		*sink->text++ = c;
		sink->room--;
	}
}

void vireo_format(char *text, size_t size, const char *format, ...)
{
	struct text_sink sink = { text, size };
	va_list arguments;

	if (size == 0)
		return;
	va_start(arguments, format);
	format_text(put_sink, &sink, format, arguments);
	va_end(arguments);
	*sink.text = '\0';
}

void bare_panic(const char *format, ...)
{
	va_list arguments;

	bare_put("\nBARE PANIC: ");
	va_start(arguments, format);
	format_text(put_console, NULL, format, arguments);
	va_end(arguments);
	bare_put("\n");
	machine_exit(BARE_STATUS_PANIC);
}
