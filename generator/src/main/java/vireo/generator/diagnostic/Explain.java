// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of each code: what is refused, which bugs that stops, a refused driver and its accepted twin. */
public final class Explain {
    private static final String FOLDER = "/vireo/generator/explain/";

    private Explain() {}

    /**
     * A page.
     *
     * @param title the first heading, without the code
     * @param text all of it, Markdown
     */
    public record Page(String code, String title, String text) {}

    /** All codes that have a page, in order. */
    public static List<String> codes() {
        return read("index.txt").map(t -> t.lines().filter(l -> !l.isBlank()).toList()).orElseThrow();
    }

    /** The page of a code, which may be written in lower case. */
    public static Optional<Page> page(String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        if (!wanted.matches("VR[0-9]{3}")) {
            return Optional.empty();
        }
        return read(wanted + ".md").map(text -> {
            String heading = text.lines().filter(l -> l.startsWith("# ")).findFirst().orElse("# " + wanted);
            return new Page(wanted, heading.substring(2).replaceFirst("^" + wanted + ":? *", ""), text);
        });
    }

    private static Optional<String> read(String name) {
        try (InputStream in = Explain.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page " + name, e);
        }
    }
}
