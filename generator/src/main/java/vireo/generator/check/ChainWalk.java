// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** Follows a chain from its first descriptor to its last, as far as is known at one point of a method. */
final class ChainWalk {
    /** Why a chain is not as it should be. */
    enum Trouble {
        /** Its first descriptor, or one that it goes on in, was not described. */
        UNKNOWN,
        /** What the device reads comes after what it writes. */
        ORDER,
        /** It comes back to a descriptor that it has been at. */
        ENDLESS,
        /** It goes on after a table. */
        TABLE
    }

    /** Bits that are set for certain, and those that may be. */
    record Bits(BigInteger must, BigInteger may) {
        boolean must(long bits) {
            return must.testBit(BigInteger.valueOf(bits).getLowestSetBit());
        }

        Bits or(Bits other) {
            return new Bits(must.and(other.must), may.or(other.may));
        }

        boolean may(long bits) {
            return bits != 0 && may.testBit(BigInteger.valueOf(bits).getLowestSetBit());
        }
    }

    /** Where a described descriptor goes on. */
    record Onward(Bits bits, Place next) {}

    private static final String ANY = "any of some bits";

    private final DmaDecl.Chain chain;
    private final Knowledge known;
    private final Set<Place> seen = new HashSet<>();

    ChainWalk(DmaDecl.Chain chain, Knowledge known) {
        this.chain = chain;
        this.known = known;
    }

    /** The table of the descriptor that the fact is about; of a descriptor that a method was handed, the parameter. */
    static Place table(Fact cell) {
        return isElement(cell.place(0)) ? cell.place(0).parts().get(0) : cell.place(0);
    }

    /** The number of the descriptor that the fact is about. */
    static Place number(Fact cell) {
        return number(cell.place(1));
    }

    /** The number of a descriptor: what it is, or the index of the element that it is. */
    static Place number(Place descriptor) {
        return isElement(descriptor) ? descriptor.parts().get(1) : descriptor;
    }

    private static boolean isElement(Place place) {
        return place.label().equals(Expr.DmaElement.class.getSimpleName());
    }

    /**
     * What is wrong with the chain that is needed; empty where it is known to be in order in some table.
     *
     * @param assumed what another method has left of the chain
     * @param offered takes the tables in which the chain begins
     */
    static Optional<Trouble> of(Program program, Fact needed, Knowledge known, Set<Fact> assumed, Set<Place> offered) {
        Trouble trouble = Trouble.UNKNOWN;
        Set<Place> tables = new HashSet<>();
        known.facts().stream().filter(fact -> fact.kind().equals(Chains.FLAGS)).forEach(fact -> tables.add(table(fact)));
        for (Place table : tables) {
            DmaDecl.Chain chain = chain(program, table);
            if (chain == null) {
                continue;
            }
            ChainWalk walk = new ChainWalk(chain, known);
            Optional<Trouble> here = walk.follow(table, needed.place(0));
            if (walk.flags(table, needed.place(0)).isPresent()) {
                offered.add(table);
            }
            if (here.isEmpty() && walk.hasAll(table, needed.place(0), assumed)) {
                return Optional.empty();
            }
            trouble = here.filter(found -> found != Trouble.UNKNOWN).orElse(trouble);
        }
        return Optional.of(trouble);
    }

    /** Whether what was described here, and is reached from the first descriptor, belongs to the chain. */
    private boolean hasAll(Place table, Place head, Set<Fact> assumed) {
        return known.facts().stream().filter(fact -> fact.kind().equals(Chains.FLAGS) && table(fact).equals(table) && !assumed.contains(fact))
                .map(ChainWalk::number).filter(number -> !number.equals(head) && number.has(head::equals)).allMatch(seen::contains);
    }

    static DmaDecl.Chain chain(Program program, Place table) {
        Type type = table.field().map(field -> field.type()).or(() -> table.local().map(Local::type)).orElse(null);
        return type instanceof Type.DmaArray array
                ? Chains.chained(program, array.element()).flatMap(DmaDecl::chain).orElse(null) : null;
    }

    private Optional<Trouble> follow(Place table, Place head) {
        Optional<Trouble> trouble = walk(table, head, false);
        if (trouble.isEmpty() || trouble.get() != Trouble.UNKNOWN) {
            return trouble;
        }
        // The first descriptors were described in rounds of a loop: it is known where they lead.
        for (Fact fact : known.facts()) {
            boolean leads = fact.kind().equals(Chains.READABLE_TO) || fact.kind().equals(Chains.LEADS_TO);
            if (leads && fact.place(0).equals(head) && !fact.place(1).equals(head)) {
                Optional<Trouble> rest = walk(table, fact.place(1), fact.kind().equals(Chains.LEADS_TO));
                if (rest.isEmpty()) {
                    return rest;
                }
                trouble = rest.get() == Trouble.UNKNOWN ? trouble : rest;
            }
        }
        return trouble;
    }

    private Optional<Trouble> walk(Place table, Place first, boolean writtenBefore) {
        seen.clear();
        Place at = first;
        boolean written = writtenBefore;
        while (true) {
            if (!seen.add(at)) {
                return Optional.of(Trouble.ENDLESS);
            }
            Optional<Bits> flags = flags(table, at);
            if (flags.isEmpty()) {
                return Optional.of(Trouble.UNKNOWN);
            }
            Bits bits = flags.get();
            if (written && !bits.must(chain.written())) {
                return Optional.of(Trouble.ORDER);
            }
            written |= bits.may(chain.written());
            if (!bits.may(chain.more())) {
                return Optional.empty();
            }
            Optional<Place> next = next(table, at);
            if (!bits.must(chain.more()) || next.isEmpty()) {
                return Optional.of(Trouble.UNKNOWN);
            }
            if (bits.may(chain.table())) {
                return Optional.of(Trouble.TABLE);
            }
            at = next.get();
        }
    }

    /** Where the descriptor goes on, where it is known that it does. */
    Optional<Onward> onward(Place table, Place number) {
        Optional<Bits> bits = flags(table, number).filter(flags -> flags.must(chain.more()) && !flags.may(chain.table()));
        return bits.flatMap(flags -> next(table, number).map(next -> new Onward(flags, next)));
    }

    private Optional<Bits> flags(Place table, Place number) {
        return find(Chains.FLAGS, table, number).map(ChainWalk::bits);
    }

    private Optional<Place> next(Place table, Place number) {
        return find(Chains.NEXT, table, number);
    }

    /** The fact about the descriptor, by the number's own name or by another one of the same number. */
    private Optional<Place> find(String kind, Place table, Place number) {
        Set<Place> names = new HashSet<>(Set.of(number));
        for (Fact fact : known.facts()) {
            if (fact.kind().equals(Chains.SAME) && fact.place(0).equals(number)) {
                names.add(fact.place(1));
            } else if (fact.kind().equals(Chains.SAME) && fact.place(1).equals(number)) {
                names.add(fact.place(0));
            }
        }
        return known.facts().stream().filter(fact -> fact.kind().equals(kind) && table(fact).equals(table) && names.contains(number(fact)))
                .map(fact -> fact.place(2)).findFirst();
    }

    /** A value of which these bits are known. */
    static Place any(Bits bits) {
        return Place.of(ANY, List.of(Place.constant(bits.must()), Place.constant(bits.may())));
    }

    /** What is known of the bits of a value. */
    static Bits bits(Place value) {
        String label = value.label();
        if (label.matches("#\\d+")) {
            BigInteger number = new BigInteger(label.substring(1));
            return new Bits(number, number);
        }
        List<Place> parts = value.parts();
        if (label.startsWith("BIT_OR")) {
            Bits left = bits(parts.get(0));
            Bits right = bits(parts.get(1));
            return new Bits(left.must().or(right.must()), left.may().or(right.may()));
        }
        if (label.startsWith("BIT_AND")) {
            Bits left = bits(parts.get(0));
            Bits right = bits(parts.get(1));
            return new Bits(left.must().and(right.must()), left.may().and(right.may()));
        }
        if (label.equals(ANY)) {
            return new Bits(new BigInteger(parts.get(0).label().substring(1)), new BigInteger(parts.get(1).label().substring(1)));
        }
        if (label.startsWith("Conditional")) {
            return bits(parts.get(1)).or(bits(parts.get(2)));
        }
        Type type = value.local().map(Local::type).or(() -> value.field().map(field -> field.type())).orElse(null);
        boolean declared = type instanceof Type.Int number && number.bits() != -1;
        BigInteger all = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
        return new Bits(BigInteger.ZERO, declared ? BigInteger.valueOf(((Type.Int) type).bits()).and(all) : all);
    }
}
