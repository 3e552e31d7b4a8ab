// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** javac within this process, from texts to class files in memory, with the warnings that the build refuses. For one thread. */
public final class JavaBuild implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-proc:none", "-parameters", "-Xlint:all,-processing,-classfile,-serial", "-Werror");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /**
     * What a compilation gave.
     *
     * @param error what javac says first; empty where it accepts
     * @param classes class files by their paths
     */
    public record Built(Optional<String> error, SortedMap<String, byte[]> classes) {
        /** Writes the class files below a folder. */
        public void writeTo(Path folder) {
            try {
                Files.createDirectories(folder);
                for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write class files below " + folder, e);
            }
        }
    }

    /** Compiles texts, by their paths, against class files. */
    public Built compile(Map<String, String> texts, Collection<Path> classPath) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class path " + classPath, e);
        }
        List<JavaFileObject> sources = texts.entrySet().stream().<JavaFileObject>map(t -> new Source(t.getKey(), t.getValue())).toList();
        boolean accepted = compiler.getTask(null, new Memory(files, classes), findings, OPTIONS, null, sources).call();
        Optional<String> error = findings.getDiagnostics().stream()
                .filter(d -> d.getKind() != Diagnostic.Kind.NOTE && !"compiler.err.warnings.and.werror".equals(d.getCode()))
                .map(d -> d.getCode() + ": " + d.getMessage(null).lines().findFirst().orElse("")).findFirst();
        return new Built(accepted ? Optional.empty() : Optional.of(error.orElse("refused")), classes);
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source text. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what javac writes. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(StandardJavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            String path = name.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(path, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
