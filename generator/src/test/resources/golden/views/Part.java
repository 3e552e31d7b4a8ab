// SPDX-License-Identifier: MIT OR GPL-2.0-only
package views;

import vireo.dsl.DmaBytes;
import vireo.dsl.Length;
import vireo.dsl.Range;

/** Some bytes of a packet, and where they begin. */
public record Part(@Range(max = 62) int from, @Range(max = 62) int length, @Length("length") DmaBytes bytes) {}
