// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "format.h"

struct field {
	unsigned int width;
	bool zeros;
	bool left;
};

struct output {
	void (*put)(void *context, char c);
	void *context;
};

static void pad(struct output *out, char c, unsigned int count)
{
	while (count--)
		out->put(out->context, c);
}

static void put_text(struct output *out, struct field field, const char *text,
		     unsigned int length)
{
	unsigned int gap = field.width > length ? field.width - length : 0;

	if (!field.left)
		pad(out, ' ', gap);
	for (unsigned int i = 0; i < length; i++)
		out->put(out->context, text[i]);
	if (field.left)
		pad(out, ' ', gap);
}

static void put_number(struct output *out, struct field field, u64 value,
		       bool negative, unsigned int base, const char *digits)
{
	char text[24];
	unsigned int start = sizeof(text);
	unsigned int length;

	do {
		text[--start] = digits[value % base];
		value /= base;
	} while (value);
	length = (unsigned int)sizeof(text) - start;

	if (negative && field.zeros && !field.left) {
		out->put(out->context, '-');
		field.width -= field.width ? 1 : 0;
		negative = false;
	}
	if (field.zeros && !field.left && field.width > length) {
		pad(out, '0', field.width - length);
		field.width = 0;
	}
	if (negative) {
		text[--start] = '-';
		length++;
	}
	put_text(out, field, text + start, length);
}

static unsigned int length_of(const char *text)
{
	unsigned int length = 0;

	while (text[length])
		length++;
	return length;
}

void format_text(void (*put)(void *context, char c), void *context,
		 const char *format, va_list arguments)
{
	static const char lower[] = "0123456789abcdef";
	static const char upper[] = "0123456789ABCDEF";
	struct output out = { put, context };

	for (; *format; format++) {
		struct field field = { 0, false, false };
		const char *start = format;
		unsigned int longs = 0;
		const char *text;
		char letter;
		u64 value;
		s64 number;

		if (*format != '%') {
			put(context, *format);
			continue;
		}
		format++;
		for (;; format++) {
			if (*format == '0')
				field.zeros = true;
			else if (*format == '-')
				field.left = true;
			else
				break;
		}
		for (; *format >= '0' && *format <= '9'; format++)
			field.width = field.width * 10 +
				      (unsigned int)(*format - '0');
		for (; *format == 'l' || *format == 'z'; format++)
			longs += *format == 'z' ? 2 : 1;

		switch (*format) {
		case 'd':
		case 'i':
			/* long is 64 bits wide on every target */
			number = longs ? va_arg(arguments, long long) :
					 va_arg(arguments, int);
			value = number < 0 ? 0 - (u64)number : (u64)number;
			put_number(&out, field, value, number < 0, 10, lower);
			break;
		case 'u':
		case 'x':
		case 'X':
			value = longs ? va_arg(arguments, unsigned long long) :
					va_arg(arguments, unsigned int);
			put_number(&out, field, value, false,
				   *format == 'u' ? 10 : 16,
				   *format == 'X' ? upper : lower);
			break;
		case 'p':
			value = (u64)(uintptr_t)va_arg(arguments, void *);
			put_text(&out, (struct field){ 0, false, false }, "0x", 2);
			put_number(&out, field, value, false, 16, lower);
			break;
		case 'c':
			letter = (char)va_arg(arguments, int);
			put_text(&out, field, &letter, 1);
			break;
		case 's':
			text = va_arg(arguments, const char *);
			if (!text)
				text = "(null)";
			put_text(&out, field, text, length_of(text));
			break;
		case '%':
			put(context, '%');
			break;
		default:
			for (; start < format; start++)
				put(context, *start);
			if (!*format)
				return;
			put(context, *format);
			break;
		}
	}
}
