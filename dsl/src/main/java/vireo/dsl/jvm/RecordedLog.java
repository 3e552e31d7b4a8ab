// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.ArrayList;
import java.util.List;

/** The log of a simulated machine: what a driver logged, for a test to look at. */
public final class RecordedLog {
    private final List<Line> lines = new ArrayList<>();

    /** One line. */
    public record Line(LogLevel level, String text) {}

    /** Takes a line. */
    public void add(LogLevel level, String text) {
        lines.add(new Line(level, text));
    }

    /** All lines, oldest first: a copy. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The text of the lines of one level, oldest first. */
    public List<String> texts(LogLevel level) {
        return lines.stream().filter(line -> line.level() == level).map(Line::text).toList();
    }
}
