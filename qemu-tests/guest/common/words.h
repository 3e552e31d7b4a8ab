/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Options of the command line whose values are words. */
#ifndef GUEST_WORDS_H
#define GUEST_WORDS_H

#include <vireo/port.h>

/** equal() - whether two texts are the same */
bool equal(const char *a, const char *b);

/** option_is() - whether the option @name has the value @value */
bool option_is(const char *name, const char *value);

#endif /* GUEST_WORDS_H */
