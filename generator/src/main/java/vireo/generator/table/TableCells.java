// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.source.Span;

/** Reads the cells of a row, by what its kind says that they are. */
final class TableCells {
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\[([0-9]*)\\])?");
    private static final Pattern CELL = Pattern.compile("u8|[lb]e(16|32|64)");
    private static final Pattern TYPE = Pattern.compile("([a-z0-9][-.a-z0-9]*)(\\[([0-9]*)\\])?");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F](_?[0-9a-fA-F])*|0|[1-9](_?[0-9])*");
    private static final Pattern FEATURE = Pattern.compile("([^/]+)/([^/]+)");
    private static final List<String> WIDTHS = List.of("8", "16", "32", "64", "2x32");

    /** Characters of a packed word. */
    private static final int WORD = 8;

    private final TableLine line;

    TableCells(TableLine line) {
        this.line = line;
    }

    /** Whether a field of that type is one cell of memory. */
    static boolean isCell(String type) {
        return CELL.matcher(type).matches();
    }

    /** A number that an int holds. */
    int number(int cell, String what) throws UnreadableRow {
        BigInteger value = big(cell, what);
        if (value.bitLength() > 31) {
            throw new UnreadableRow(at(cell), what + " is too large", "Write a number below 2^31.");
        }
        return value.intValue();
    }

    String oneOf(int cell, String what, List<String> known) throws UnreadableRow {
        String text = text(cell, what);
        if (!known.contains(text)) {
            throw new UnreadableRow(at(cell), "'" + text + "' is no " + what, "Write one of: " + String.join(", ", known) + ".");
        }
        return text;
    }

    /** {@code register, NAME, OFFSET, WIDTH, MODE [, select=NAME] [, needs=SECTION/BIT]}. */
    Row.Register register() throws UnreadableRow {
        Matcher name = name();
        int count = count(name, 1);
        if (count < 0) {
            throw new UnreadableRow(at(1), "the array of registers has no length", "Write the number of registers between [ and ].");
        }
        int offset = number(2, "offset");
        String width = oneOf(3, "width in bits", WIDTHS);
        String mode = oneOf(4, "mode of access", List.of("ro", "wo", "rw", "w1c", "rc"));
        Optional<String> select = Optional.empty();
        Optional<Row.Needed> needs = Optional.empty();
        for (int cell = 5; line.cell(cell).isPresent(); cell++) {
            String text = text(cell, "select= or needs=");
            if (text.startsWith("select=")) {
                select = Optional.of(text.substring("select=".length()));
            } else {
                needs = Optional.of(needed(cell));
            }
        }
        boolean halves = width.equals("2x32");
        return new Row.Register(name.group(1), at(1), OptionalInt.of(offset), halves ? 64 : Integer.parseInt(width), halves,
                Row.Mode.valueOf(mode.toUpperCase(Locale.ROOT)), count, select, needs);
    }

    /** {@code field, NAME, OFFSET, TYPE [, published]}; the offset is {@code after NAME} behind an array of variable length. */
    Row.Field field() throws UnreadableRow {
        Matcher name = name();
        if (name.group(2) != null) {
            throw new UnreadableRow(at(1), "the name of a field has a length", "Write the length behind the type: 'reserved, 17, u8[15]'.");
        }
        String place = text(2, "offset");
        boolean after = place.startsWith("after ");
        OptionalInt offset = after ? OptionalInt.empty() : OptionalInt.of(number(2, "offset"));
        Matcher type = TYPE.matcher(text(3, "type"));
        if (!type.matches()) {
            throw new UnreadableRow(at(3), "'" + text(3, "type") + "' is no type of field", "Write u8, le16, be32, le64, u8[4], or the name of a section.");
        }
        boolean published = line.cell(4).isPresent();
        if (published) {
            oneOf(4, "remark on a field", List.of("published"));
        }
        return new Row.Field(name.group(1), at(1), offset, type.group(1), type.group(2) != null, count(type, 1),
                after ? Optional.of(place.substring("after ".length()).strip()) : Optional.empty(), published);
    }

    /** {@code value, NAME, NUMBER [, needs=SECTION/BIT]}; or up to eight characters between quotation marks. */
    Row.Value value() throws UnreadableRow {
        return new Row.Value(plainName(), at(1), big(2, "value"), line.cell(3).isPresent() ? Optional.of(needed(3)) : Optional.empty());
    }

    /** {@code bit, NAME, NUMBER [, needs=SECTION/BIT]}. */
    Row.Bit bit() throws UnreadableRow {
        int number = number(2, "bit number");
        if (number > 127) {
            throw new UnreadableRow(at(2), "there is no bit " + number, "Write the number of a bit, not its value: 0 for the lowest.");
        }
        return new Row.Bit(plainName(), at(1), number, line.cell(3).isPresent() ? Optional.of(needed(3)) : Optional.empty());
    }

    private Row.Needed needed(int cell) throws UnreadableRow {
        String text = text(cell, "needs=");
        Matcher feature = FEATURE.matcher(text.startsWith("needs=") ? text.substring("needs=".length()) : "");
        if (!feature.matches()) {
            throw new UnreadableRow(at(cell), "'" + text + "' says nothing that is known here",
                    "Write needs=SECTION/BIT for the feature without which it is not there" + (cell > 4 ? ", or select=REGISTER." : "."));
        }
        return new Row.Needed(feature.group(1), feature.group(2), at(cell));
    }

    private Matcher name() throws UnreadableRow {
        Matcher name = NAME.matcher(text(1, "name"));
        if (!name.matches()) {
            throw new UnreadableRow(at(1), "'" + text(1, "name") + "' is no name", "Write letters, digits and underscores, as the specification does.");
        }
        return name;
    }

    private String plainName() throws UnreadableRow {
        Matcher name = name();
        if (name.group(2) != null) {
            throw new UnreadableRow(at(1), "a constant has no length", "Write its name alone.");
        }
        return name.group(1);
    }

    /** The length between brackets: {@code alone} without any, -1 for an array of variable length. */
    private int count(Matcher name, int alone) throws UnreadableRow {
        if (name.group(2) == null) {
            return alone;
        }
        if (name.group(3).isEmpty()) {
            return -1;
        }
        if (name.group(3).length() > 9 || Integer.parseInt(name.group(3)) == 0) {
            throw new UnreadableRow(line.span(), "the length " + name.group(3) + " is none", "Write how many elements there are.");
        }
        return Integer.parseInt(name.group(3));
    }

    private BigInteger big(int cell, String what) throws UnreadableRow {
        String text = text(cell, what);
        if (text.startsWith("\"")) {
            return packed(cell, text);
        }
        if (text.length() > 40 || !NUMBER.matcher(text).matches()) {
            throw new UnreadableRow(at(cell), "the " + what + " '" + text + "' is not a number", "Write a decimal number, or a hexadecimal one with 0x.");
        }
        String digits = text.replace("_", "");
        return digits.startsWith("0x") || digits.startsWith("0X") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    }

    /** Up to eight characters, the first in the highest of eight bytes. */
    private BigInteger packed(int cell, String text) throws UnreadableRow {
        String characters = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
        if (!text.endsWith("\"") || characters.isEmpty() || characters.length() > WORD || characters.contains("\"")
                || characters.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new UnreadableRow(at(cell), "the text is not of one to eight printable ASCII characters", "Cut it into words of eight characters.");
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < WORD; i++) {
            value = value.shiftLeft(8).or(BigInteger.valueOf(i < characters.length() ? characters.charAt(i) : 0));
        }
        return value;
    }

    private String text(int cell, String what) throws UnreadableRow {
        Optional<TableLine.Cell> found = line.cell(cell).filter(c -> !c.text().isEmpty());
        if (found.isEmpty()) {
            throw new UnreadableRow(line.span(), "the row has no " + what, "See the page of VR210 for what each kind of row holds.");
        }
        return found.get().text();
    }

    private Span at(int cell) {
        return line.cell(cell).map(TableLine.Cell::span).orElse(line.span());
    }
}
