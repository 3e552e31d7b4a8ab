// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Device registers of a simulated machine: device models, where they answer, windows and PCI configuration space. */
package vireo.dsl.jvm.register;
