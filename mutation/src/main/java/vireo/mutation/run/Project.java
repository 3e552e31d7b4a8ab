// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.table.TableTree;

/**
 * What is mutated and what judges it.
 *
 * @param root the repository; paths are shown relative to it
 * @param module the folder of the drivers: {@code specs/virtio}
 * @param dsl class files of the dsl
 * @param libraries jars that the drivers' tests need
 * @param work folder for everything that is written
 */
public record Project(Path root, Path module, Path dsl, List<Path> libraries, Path work) {

    /** The drivers' sources. */
    public Path sources() {
        return module.resolve("src/main/java");
    }

    /** The specification's tables that their declarations are compared with. */
    public List<SourceFile> tables(Diagnostics diagnostics) {
        return TableTree.read(TableTree.beside(List.of(sources())), path -> root.toAbsolutePath().relativize(path.toAbsolutePath()).toString(), diagnostics);
    }

    /** The sources of their tests. */
    public Path tests() {
        return module.resolve("src/test/java");
    }

    /** What their tests read. */
    public Path testResources() {
        return module.resolve("src/test/resources");
    }

    /** Class files of the unchanged drivers and binders. */
    public Path baseClasses() {
        return work.resolve("base/drivers");
    }

    /** Class files of the tests. */
    public Path testClasses() {
        return work.resolve("base/tests");
    }

    /** The dsl and the libraries, in the order of a class path. */
    public List<Path> libraryPath() {
        List<Path> all = new ArrayList<>(List.of(dsl));
        all.addAll(libraries);
        return all;
    }

    /** The texts of the Java files below a folder, by their paths relative to it. */
    public static SortedMap<String, String> texts(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return texts;
    }
}
