// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Finds the files of tables. */
public final class TableTree {
    /** The folder beside a source folder that holds its tables: {@code src/main/tables} beside {@code src/main/java}. */
    private static final String FOLDER = "tables";

    private TableTree() {}

    /** The folders of tables that lie beside source folders; those that are not there are left out. */
    public static List<Path> beside(List<Path> roots) {
        return roots.stream().map(root -> root.toAbsolutePath().normalize().resolveSibling(FOLDER)).filter(Files::isDirectory).distinct().toList();
    }

    /**
     * Reads the tables of these folders, sorted by name.
     *
     * @param shown how a path is shown in diagnostics
     * @param diagnostics receives VR210 for folders that are not there and for what cannot be read
     */
    public static List<SourceFile> read(List<Path> folders, Function<Path, String> shown, Diagnostics diagnostics) {
        List<SourceFile> files = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                refuse(shown.apply(folder), "There is no folder of tables " + shown.apply(folder) + ".", "Name the folder that holds them.", diagnostics);
                continue;
            }
            try (Stream<Path> list = Files.list(folder)) {
                list.filter(f -> f.getFileName().toString().endsWith(SpecTables.ENDING) && Files.isRegularFile(f)).sorted()
                        .forEach(f -> file(f, shown.apply(f), files, diagnostics));
            } catch (IOException e) {
                refuse(shown.apply(folder), shown.apply(folder) + " cannot be read.", "Make the folder readable.", diagnostics);
            }
        }
        return files;
    }

    private static void file(Path path, String shown, List<SourceFile> files, Diagnostics diagnostics) {
        try {
            files.add(SourceFile.of(shown, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString()));
        } catch (CharacterCodingException e) {
            refuse(shown, "The table is not UTF-8 text.", "Save the file as UTF-8.", diagnostics);
        } catch (IOException e) {
            refuse(shown, shown + " cannot be read: " + e.getClass().getSimpleName() + ".", "Make the file readable.", diagnostics);
        }
    }

    private static void refuse(String shown, String what, String fix, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(SpecTables.CODE, new Span(SourceFile.of(shown, ""), 0, 0), what,
                "Declarations would be compared with nothing.", fix));
    }
}
