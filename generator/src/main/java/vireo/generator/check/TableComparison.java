// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.table.Row;
import vireo.generator.table.Section;
import vireo.generator.table.SpecTables;

/** Says in which respects a declaration differs from its row; it agrees where there is none. */
final class TableComparison {
    private final SpecTables tables;
    private final Map<String, Section> sections;
    private final int from;

    /**
     * @param sections those of whole types, by qualified name
     * @param from where in its section the type begins
     */
    TableComparison(SpecTables tables, Map<String, Section> sections, int from) {
        this.tables = tables;
        this.sections = sections;
        this.from = from;
    }

    List<String> register(RegisterDecl register, Row row, Section in) {
        if (!(row instanceof Row.Register wanted)) {
            return List.of("the table has a field there, and no register");
        }
        List<String> differences = new ArrayList<>();
        offset(OptionalInt.of(register.offset()), wanted.offset(), differences);
        if (register.bits() != wanted.bits()) {
            differences.add("it has " + register.bits() + " bits, and " + wanted.bits() + " in the table");
        } else if (register.split() != wanted.halves()) {
            differences.add(wanted.halves()
                    ? "it is accessed as a whole, and in two halves of 32 bits in the table"
                    : "it is accessed in two halves, and as a whole in the table");
        }
        if (!permits(wanted.mode(), register.access())) {
            differences.add("its mode is " + mode(register.access()).text() + ", and " + wanted.mode().text() + " in the table");
        }
        if (register.count() != wanted.count()) {
            differences.add("there are " + register.count() + " of it, and " + wanted.count() + " in the table");
        }
        Optional<String> selector = register.selectedBy();
        if (!selector.map(Row::key).equals(wanted.select().map(Row::key))) {
            differences.add((selector.map(s -> "'" + s + "' selects it").orElse("nothing selects it")) + ", and "
                    + wanted.select().map(s -> "'" + s + "'").orElse("nothing") + " in the table");
        }
        feature(register.feature(), wanted.needs(), in, differences);
        return differences;
    }

    /** A driver may do less with a register than the device lets it. What a read or a write means is not a matter of more or less. */
    private static boolean permits(Row.Mode wanted, RegisterDecl.Access declared) {
        return mode(declared) == wanted
                || wanted == Row.Mode.RW && (declared == RegisterDecl.Access.READ_ONLY || declared == RegisterDecl.Access.WRITE_ONLY);
    }

    private static Row.Mode mode(RegisterDecl.Access access) {
        return switch (access) {
            case READ_ONLY -> Row.Mode.RO;
            case READ_WRITE -> Row.Mode.RW;
            case WRITE_ONLY -> Row.Mode.WO;
            case WRITE_ONE_TO_CLEAR -> Row.Mode.W1C;
            case READ_SIDE_EFFECT -> Row.Mode.RC;
        };
    }

    List<String> field(DmaDecl.Field field, Row row, Section in) {
        if (!(row instanceof Row.Field wanted)) {
            return List.of("the table has a register there, and no field");
        }
        List<String> differences = new ArrayList<>();
        if (!field.after().map(Row::key).equals(wanted.after().map(Row::key))) {
            differences.add(wanted.after().map(a -> "the table has it after '" + a + "'").orElse("the table has it at a fixed offset"));
        } else {
            offset(field.offset(), wanted.offset(), differences);
        }
        boolean bytes = field.type() instanceof Type.DmaBytes;
        boolean array = bytes || field.type() instanceof Type.DmaArray;
        Type element = field.type() instanceof Type.DmaArray of ? of.element() : field.type();
        if (!type(element, bytes, wanted, in)) {
            differences.add("it is of type " + name(element, bytes) + ", and " + wanted.type() + " in the table");
        }
        int count = field.lengthName().isPresent() ? -1 : field.count().orElse(1);
        if (array != wanted.array() || count != wanted.count()) {
            differences.add("it is " + elements(array, count) + ", and " + elements(wanted.array(), wanted.count()) + " in the table");
        }
        if (field.published() != wanted.published()) {
            differences.add(wanted.published() ? "it hands entries over in the table, and is not @Published" : "it hands nothing over in the table");
        }
        return differences;
    }

    private boolean type(Type element, boolean bytes, Row.Field wanted, Section in) {
        if (element instanceof Type.Dma nested) {
            Section section = sections.get(nested.name());
            return section != null && section.table().equals(in.table()) && section.name().equals(wanted.type());
        }
        return name(element, bytes).equals(wanted.type());
    }

    private static String name(Type element, boolean bytes) {
        if (bytes) {
            return "u8";
        }
        if (element instanceof Type.Cell cell) {
            return switch (cell.order()) {
                case LITTLE -> "le" + cell.bits();
                case BIG -> "be" + cell.bits();
                case NONE -> "u" + cell.bits();
            };
        }
        return element instanceof Type.Dma nested ? nested.name().substring(nested.name().lastIndexOf('.') + 1) : element.toString();
    }

    private static String elements(boolean array, int count) {
        if (!array) {
            return "no array";
        }
        return count < 0 ? "an array of variable length" : "an array of " + count;
    }

    /** What concerns the type as a whole. */
    List<String> whole(TypeDecl type, Section section) {
        List<String> differences = new ArrayList<>();
        if (type instanceof TypeDecl.BlockDecl block) {
            long end = block.registers().stream().mapToLong(r -> r.offset() + (long) r.bits() / 8 * r.count()).max().orElse(0);
            if (block.size() != end && !section.sizes().contains(from + block.size())) {
                differences.add("it has " + block.size() + " bytes, but its registers end at " + end + sizes(section));
            }
        } else if (type instanceof DmaDecl dma) {
            if (!dma.ring() && !section.sizes().isEmpty() && !section.sizes().contains(dma.size())) {
                differences.add("it has " + dma.size() + " bytes" + sizes(section));
            }
            if (section.align().isPresent() && section.align().getAsInt() != dma.align()) {
                differences.add("it is aligned to " + dma.align() + " bytes, and to " + section.align().getAsInt() + " in the table");
            }
            String writer = dma.writer().name().toLowerCase(java.util.Locale.ROOT);
            section.writer().filter(w -> !w.equals(writer))
                    .ifPresent(w -> differences.add("it is written by " + (writer.equals("both") ? "either side" : "the " + writer)
                            + ", and by the " + w + " in the table"));
        }
        return differences;
    }

    private static String sizes(Section section) {
        return section.sizes().isEmpty() ? "" : ", and the table has "
                + String.join(" or ", section.sizes().stream().map(String::valueOf).toList());
    }

    private void offset(OptionalInt declared, OptionalInt wanted, List<String> differences) {
        if (declared.isPresent() && wanted.isPresent() && declared.getAsInt() + from != wanted.getAsInt()) {
            differences.add("it is at " + hex(declared.getAsInt() + from) + ", and at " + hex(wanted.getAsInt()) + " in the table");
        }
    }

    /** A declaration need not say which feature it needs: the driver may never ask whether it is there. */
    private void feature(OptionalInt declared, Optional<Row.Needed> needed, Section in, List<String> differences) {
        OptionalInt wanted = needed.flatMap(n -> tables.section(in.table(), n.section()).flatMap(s -> s.constant(n.name())))
                .filter(Row.Bit.class::isInstance).map(b -> OptionalInt.of(((Row.Bit) b).number())).orElse(OptionalInt.empty());
        if (declared.isPresent() && !declared.equals(wanted)) {
            differences.add("it needs feature bit " + declared.getAsInt() + ", and "
                    + (wanted.isPresent() ? "bit " + wanted.getAsInt() : "none") + " in the table");
        }
    }

    /** A constant of the name of a register or field is its offset. */
    List<String> constant(TypeDecl.ConstantDecl constant, Row row, Section in) {
        List<String> differences = new ArrayList<>();
        if (row instanceof Row.Bit bit) {
            bit(constant, bit, differences);
        } else {
            BigInteger wanted = row instanceof Row.Value value ? value.value() : BigInteger.valueOf(((Row.Placed) row).offset().orElse(-1));
            if (!same(constant.value(), wanted)) {
                differences.add("it is " + text(constant.value()) + ", and " + text(wanted) + " in the table"
                        + (row instanceof Row.Value ? "" : ", as an offset"));
            }
        }
        feature(constant.feature(), needs(row), in, differences);
        return differences;
    }

    private static Optional<Row.Needed> needs(Row row) {
        if (row instanceof Row.Register register) {
            return register.needs();
        }
        return row instanceof Row.Value value ? value.needs() : row instanceof Row.Bit bit ? bit.needs() : Optional.empty();
    }

    private static void bit(TypeDecl.ConstantDecl constant, Row.Bit bit, List<String> differences) {
        boolean isNumber = constant.type() instanceof Type.Int number && number.qualifiers().contains(Type.Qualifier.BIT_NUMBER);
        BigInteger wanted = isNumber ? BigInteger.valueOf(bit.number()) : BigInteger.ONE.shiftLeft(bit.number());
        if (!same(constant.value(), wanted)) {
            differences.add(isNumber
                    ? "it is bit " + constant.value() + ", and bit " + bit.number() + " in the table"
                    : "it is " + text(constant.value()) + ", and bit " + bit.number() + " in the table: " + text(wanted));
        }
    }

    private static boolean same(BigInteger declared, BigInteger wanted) {
        return declared.equals(wanted) || declared.signum() < 0 && declared.add(BigInteger.ONE.shiftLeft(Long.SIZE)).equals(wanted);
    }

    private static String text(BigInteger value) {
        return value.bitLength() < 5 || value.signum() < 0 ? value.toString() : "0x" + value.toString(16);
    }

    private static String hex(int offset) {
        return "0x" + Integer.toHexString(offset);
    }
}
