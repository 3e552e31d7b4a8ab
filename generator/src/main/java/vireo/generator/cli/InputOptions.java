// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vireo.generator.table.TableTree;

/** What generate and check have in common. */
final class InputOptions {
    @Parameters(arity = "1..*", paramLabel = "SOURCES", description = "Folders that hold the packages of the driver.")
    private List<Path> roots;

    @Option(names = "--dsl", split = "[:;](?![\\\\/])", paramLabel = "PATH", hideParamSyntax = true,
            description = "Class path of the dsl's classes; by default they are taken from the generator's own.")
    private List<Path> dsl = List.of();

    @Option(names = "--tables", paramLabel = "DIR",
            description = "Folder of the specification's tables; by default the folder 'tables' beside each source folder.")
    private List<Path> tables = List.of();

    @Option(names = "--base", paramLabel = "DIR",
            description = "Folder to which paths in findings and in generated files are relative; by default the working folder.")
    private Path base = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "How findings are printed: terminal or javac. Default: terminal.")
    private Format format = Format.TERMINAL;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write the findings as SARIF 2.1.0, also when there are none.")
    private Path sarif;

    enum Format {
        TERMINAL,
        JAVAC
    }

    List<Path> roots() {
        return roots;
    }

    List<Path> dsl() {
        return dsl;
    }

    /** Folders of tables: those that were named, otherwise those beside the sources. */
    List<Path> tables() {
        return tables.isEmpty() ? TableTree.beside(roots) : tables;
    }

    Path base() {
        return base;
    }

    Format format() {
        return format;
    }

    /** Null where none is wanted. */
    Path sarif() {
        return sarif;
    }
}
