// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.SourceTree;
import vireo.generator.diagnostic.Diagnostics;

/**
 * Carries out planned changes, all or none: every text is written to a temporary file beside its place before the first file is replaced,
 * and what was replaced is put back if a later one fails.
 */
final class OutputWriter {
    private static final String PREFIX = ".vireo-";
    private static final String SUFFIX = ".tmp";

    private final Path base;
    private final Diagnostics diagnostics;
    private final Map<OutputChange, Path> temporaries = new LinkedHashMap<>();
    private final Deque<OutputChange> done = new ArrayDeque<>();
    private final Deque<Path> createdFolders = new ArrayDeque<>();

    OutputWriter(Path base, Diagnostics diagnostics) {
        this.base = base;
        this.diagnostics = diagnostics;
    }

    /** Writes and deletes; on failure reports VR901 and leaves the folders as they were. */
    boolean write(List<OutputChange> changes) {
        OutputChange current = null;
        try {
            for (OutputChange change : changes) {
                current = change;
                if (change.after().isPresent()) {
                    prepare(change);
                }
            }
            for (OutputChange change : changes) {
                current = change;
                if (change.after().isPresent()) {
                    move(temporaries.get(change), change.path());
                } else {
                    Files.delete(change.path());
                }
                done.push(change);
            }
            return true;
        } catch (IOException e) {
            Path path = current.path();
            diagnostics.report(OutputFolder.unusable(path, base,
                    SourceTree.shown(path, base) + " cannot be written: " + e.getClass().getSimpleName() + " (" + e.getMessage() + ").",
                    "Make the folder writable and look at the space left; nothing was changed."));
            undo();
            return false;
        }
    }

    /** Whether a file of this name is one that a run writes on its way, and removes when it is not killed before. */
    static boolean isTemporary(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private void prepare(OutputChange change) throws IOException {
        Path parent = change.path().toAbsolutePath().getParent();
        createFolders(parent);
        Path temporary = Files.createTempFile(parent, PREFIX, SUFFIX);
        temporaries.put(change, temporary);
        Files.write(temporary, change.after().orElseThrow().getBytes(StandardCharsets.UTF_8));
        // A temporary file is private to its owner; output is for all who may read the folder.
        temporary.toFile().setReadable(true, false);
    }

    private void createFolders(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path p = folder; p != null && !Files.exists(p); p = p.getParent()) {
            missing.push(p);
        }
        for (Path p : missing) {
            Files.createDirectory(p);
            createdFolders.push(p);
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(SourceTree.shown(folder, base) + " is not a folder");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void undo() {
        for (OutputChange change : done) {
            quietly(() -> {
                Optional<String> before = change.before();
                if (before.isPresent()) {
                    Files.write(change.path(), before.get().getBytes(StandardCharsets.UTF_8));
                } else {
                    Files.deleteIfExists(change.path());
                }
            });
        }
        temporaries.values().forEach(t -> quietly(() -> Files.deleteIfExists(t)));
        createdFolders.forEach(f -> quietly(() -> Files.deleteIfExists(f)));
    }

    private interface Undo {
        void run() throws IOException;
    }

    /** A failure on the way back adds nothing to the one that is reported. */
    private static void quietly(Undo undo) {
        try {
            undo.run();
        } catch (IOException e) {
            return;
        }
    }
}
