// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dsl, found by name on a class path and read through reflection. The generator never refers to a class of the dsl, so that one
 * build can make both. A type is read when it is first asked for.
 */
public final class DslClasses {
    /** The package that holds everything a driver author imports. */
    public static final String PACKAGE = "vireo.dsl";

    private final ClassLoader loader;
    private final DslSignatures signatures = new DslSignatures(this);
    private final Map<String, Optional<DslType>> types = new HashMap<>();

    private DslClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Reads the dsl from folders and jars.
     *
     * @param classPath empty for the generator's own class path
     */
    public static DslClasses load(List<Path> classPath) {
        if (classPath.isEmpty()) {
            return new DslClasses(DslClasses.class.getClassLoader());
        }
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = classPath.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("class path entry " + classPath.get(i) + " is no file name", e);
            }
        }
        return new DslClasses(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    /** Whether the dsl is there at all. */
    public boolean isPresent() {
        return find(PACKAGE + ".Errno").isPresent();
    }

    /** The type with this qualified name; only types of {@link #PACKAGE} are of the dsl. */
    public Optional<DslType> find(String qualifiedName) {
        if (!qualifiedName.startsWith(PACKAGE + ".") || qualifiedName.indexOf('.', PACKAGE.length() + 1) >= 0) {
            return Optional.empty();
        }
        Optional<DslType> known = types.get(qualifiedName);
        if (known == null) {
            known = read(qualifiedName);
            types.put(qualifiedName, known);
        }
        return known;
    }

    private Optional<DslType> read(String qualifiedName) {
        try {
            return Optional.of(new DslType(Class.forName(qualifiedName, false, loader), signatures));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.empty();
        }
    }
}
