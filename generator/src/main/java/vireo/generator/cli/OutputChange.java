// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is to change.
 *
 * @param before its text now; empty where it does not exist
 * @param after the text to write; empty where it is to be deleted
 */
record OutputChange(Path path, Optional<String> before, Optional<String> after) {}
