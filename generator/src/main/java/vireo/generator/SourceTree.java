// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Finds and reads the Java sources below source roots. */
public final class SourceTree {
    private static final String CODE = "VR901";
    private static final String WHY = "A driver with a part missing would be checked and translated as if that part did not exist.";

    /** They declare no type. */
    private static final Set<String> WITHOUT_TYPES = Set.of("package-info.java", "module-info.java");

    private final Path base;
    private final Diagnostics diagnostics;
    private final Set<Path> seen = new HashSet<>();
    private final List<SourceFile> files = new ArrayList<>();

    private SourceTree(Path base, Diagnostics diagnostics) {
        this.base = base.toAbsolutePath().normalize();
        this.diagnostics = diagnostics;
    }

    /**
     * Reads all sources, sorted by path; a file below two of the roots counts once.
     *
     * @param base paths in diagnostics and in generated files are relative to it
     * @param diagnostics receives VR901 for roots without sources and for what cannot be read, VR100 for text that is not UTF-8
     */
    public static List<SourceFile> read(List<Path> roots, Path base, Diagnostics diagnostics) {
        SourceTree tree = new SourceTree(base, diagnostics);
        roots.forEach(tree::root);
        tree.files.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(tree.files);
    }

    /** A path as diagnostics and generated files show it: relative to {@code base}, with forward slashes. */
    public static String shown(Path path, Path base) {
        Path absolute = path.toAbsolutePath().normalize();
        Path from = base.toAbsolutePath().normalize();
        boolean related = absolute.getRoot() != null && absolute.getRoot().equals(from.getRoot());
        String text = (related ? from.relativize(absolute) : absolute).toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    private void root(Path root) {
        if (!Files.exists(root)) {
            refuse(root, "The source folder " + shown(root) + " does not exist.", "Name the folder that holds the packages of the driver.");
            return;
        }
        if (!Files.isDirectory(root)) {
            refuse(root, shown(root) + " is a file, not a source folder.", "Name the folder that holds the packages of the driver.");
            return;
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (isSource(name)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    // A link to a folder above leads to nothing that is not read anyway.
                    if (!(problem instanceof FileSystemLoopException)) {
                        unreadable(file, problem);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable(root, e);
            return;
        }
        if (found.isEmpty()) {
            refuse(root, "The source folder " + shown(root) + " holds no Java source.", "Name the folder that holds the packages of the driver.");
        }
        found.forEach(this::file);
    }

    /** Whether a file may declare a type of the driver: no type's name begins with a dot. */
    private static boolean isSource(String name) {
        return name.endsWith(".java") && !name.startsWith(".") && !WITHOUT_TYPES.contains(name);
    }

    private void file(Path path) {
        if (!seen.add(path.toAbsolutePath().normalize())) {
            return;
        }
        // Reading a pipe would wait for ever for somebody to write.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            refuse(path, shown(path) + " is neither a file nor a folder.", "Keep it out of the source folder.");
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            files.add(SourceFile.of(shown(path), text));
        } catch (CharacterCodingException e) {
            diagnostics.report(Diagnostic.of("VR100", start(path), "The file is not UTF-8 text.",
                    "Java compilers would read it as another text on another machine.", "Save the file as UTF-8."));
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    private void unreadable(Path path, IOException problem) {
        refuse(path, shown(path) + " cannot be read: " + problem.getClass().getSimpleName() + " (" + problem.getMessage() + ").",
                "Make the file or folder readable, or keep it out of the source folder.");
    }

    private void refuse(Path path, String what, String fix) {
        diagnostics.report(Diagnostic.of(CODE, start(path), what, WHY, fix));
    }

    private Span start(Path path) {
        return new Span(SourceFile.of(shown(path), ""), 0, 0);
    }

    private String shown(Path path) {
        return shown(path, base);
    }
}
