// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.util.Optional;
import picocli.CommandLine;

/** The version of this program, from its jar. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Vireo " + text()};
    }

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("0.1.0-SNAPSHOT");
    }
}
