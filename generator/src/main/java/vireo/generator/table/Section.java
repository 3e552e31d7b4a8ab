// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.diagnostic.NearestName;
import vireo.generator.source.Span;

/**
 * One table of a specification: a register block, a structure, or a set of constants.
 *
 * @param citation where the specification has it
 * @param sizes bytes of the whole, one for each version of the specification that made it longer
 * @param align bytes
 * @param writer who writes a ring: {@code driver} or {@code device}
 * @param placed registers and fields by {@link Row#key}
 * @param constants values and bits by {@link Row#key}
 */
public record Section(
        String table, String name, String citation, Span span, List<Integer> sizes, OptionalInt align, Optional<String> writer,
        Map<String, Row.Placed> placed, Map<String, Row> constants) {

    /** The register or field of that name, however it is capitalized. */
    public Optional<Row.Placed> placed(String wanted) {
        return Optional.ofNullable(placed.get(Row.key(wanted)));
    }

    /** The constant of that name, however it is capitalized. */
    public Optional<Row> constant(String wanted) {
        return Optional.ofNullable(constants.get(Row.key(wanted)));
    }

    /** As annotations name it. */
    public String reference() {
        return table + "#" + name;
    }

    /** What an author may have meant by a name that has no row. */
    public Optional<String> nearest(String wanted, boolean constant) {
        var rows = new java.util.ArrayList<String>();
        placed.values().forEach(row -> rows.add(row.name()));
        if (constant) {
            constants.values().forEach(row -> rows.add(row.name()));
        }
        return NearestName.of(wanted, rows);
    }
}
