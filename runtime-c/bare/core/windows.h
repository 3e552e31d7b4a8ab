/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_WINDOWS_H
#define BARE_WINDOWS_H

#include <vireo/port.h>

/** windows_mapped() - windows that have not been unmapped */
u64 windows_mapped(void);

#endif /* BARE_WINDOWS_H */
