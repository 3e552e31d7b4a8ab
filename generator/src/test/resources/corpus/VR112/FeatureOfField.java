// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.RequiresFeature;

/** A component of a value: nobody would ask for the feature. */
public record FeatureOfField(@RequiresFeature(6) int size) {} // expect VR112: `@RequiresFeature` on what is no register
