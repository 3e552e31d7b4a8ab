// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Sources of random bytes. */
#include <string.h>

#include "adapter.h"
#include "virtio/entropy_unit.h"
#include "virtio/virtio_rng_device.h"

/* Called by name from the JVM. */
int32_t adapter_entropies(void);
void adapter_entropy_release(int32_t entropy);
uint32_t adapter_entropy_regions_held(int32_t entropy);
void adapter_entropy_name(int32_t entropy, char *text);
int32_t adapter_entropy_fill(int32_t entropy, uint8_t *data, uint32_t length);

static struct adapter_units entropies;

static struct virtio_rng_device *entropy_at(int entropy)
{
	return entropy_unit_entropy(adapter_unit_at(&entropies, entropy));
}

void adapter_entropies_reset(void)
{
	memset(&entropies, 0, sizeof(entropies));
}

void adapter_attach_entropy(struct entropy_unit *unit)
{
	adapter_units_add(&entropies, unit);
}

int32_t adapter_entropies(void)
{
	return entropies.count;
}

/* Stops a source; its number stands for nothing afterwards. */
void adapter_entropy_release(int32_t entropy)
{
	entropy_unit_release(adapter_unit_at(&entropies, entropy));
	entropies.unit[entropy] = NULL;
}

uint32_t adapter_entropy_regions_held(int32_t entropy)
{
	return entropy_unit_regions_held(adapter_unit_at(&entropies, entropy));
}

/* @text: room for 48 characters */
void adapter_entropy_name(int32_t entropy, char *text)
{
	struct vireo_text name = virtio_rng_device_name(entropy_at(entropy));

	memcpy(text, name.s, sizeof(name.s));
}

int32_t adapter_entropy_fill(int32_t entropy, uint8_t *data, uint32_t length)
{
	return virtio_rng_device_fill(entropy_at(entropy), data, length);
}
