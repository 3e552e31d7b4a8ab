// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What is known of descriptors: their flags, what they go on in, and how far a chain has been described from its first one. */
final class Chains implements Needs {
    /** A descriptor of a table has these flags. */
    static final String FLAGS = "flags";

    /** A descriptor of a table names this one as the next. */
    static final String NEXT = "next";

    /** The chain that begins with the one number leads to the other; all before it is described, and read by the device. */
    static final String READABLE_TO = "readable to";

    /** The same; the device may write some of what is before. */
    static final String LEADS_TO = "leads to";

    /** A variable is what an expression was at its assignment, and still is. */
    static final String SAME = "same";

    /** A variable names the descriptor of a table at an index. */
    private static final String NAMES = "names";

    /** The number is that of a chain's first descriptor. */
    static final String CHAIN = "chain";

    private final Program program;
    private final Rings rings;
    private final Places places;
    private final ChainStores stores;
    private final Set<Fact> assumed;
    private final Map<Fact, ChainWalk.Trouble> troubles = new HashMap<>();
    private final Set<Place> offered = new HashSet<>();
    private final Findings findings;

    /** @param assumed what the method that prepared a chain has left */
    Chains(Program program, ChainStores stores, Places places, Set<Fact> assumed, Findings findings) {
        this.program = program;
        this.rings = new Rings(program);
        this.stores = stores;
        this.places = places;
        this.assumed = assumed;
        this.findings = findings;
    }

    /** Why the chain is not known to be in order. */
    ChainWalk.Trouble trouble(Fact needed) {
        return troubles.getOrDefault(needed, ChainWalk.Trouble.UNKNOWN);
    }

    /** The tables in which offered chains begin. */
    Set<Place> offered() {
        return offered;
    }

    /** How descriptors of the type form chains. */
    static Optional<DmaDecl> chained(Program program, Type type) {
        return type instanceof Type.Dma dma && program.type(dma.name()).orElse(null) instanceof DmaDecl decl && decl.chain().isPresent()
                ? Optional.of(decl) : Optional.empty();
    }

    @Override
    public Set<Fact> atEntry() {
        return assumed;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        Set<Fact> made = new HashSet<>();
        Optional<Expr> value = LoopRules.value(statement);
        if (value.isPresent()) {
            Local local = Statements.assigned(statement).orElseThrow();
            Place target = Place.of(local);
            Place source = places.of(value.get());
            // What called methods have described leads on.
            for (Fact fact : onward(before)) {
                Fact copied = fact.place(1).equals(source) ? Fact.of(fact.kind(), fact.place(0), target) : fact;
                List.of(fact, copied).stream().filter(one -> !one.place(0).mentions(local)
                        && (one == copied && copied != fact || !one.place(1).mentions(local))).forEach(made::add);
            }
            if (value.get() instanceof Expr.DmaElement element && chained(program, element.type()).isPresent()) {
                made.add(Fact.of(NAMES, target, places.of(element.array()), places.of(element.index())));
            }
            if (value.get().type() instanceof Type.Int && !source.has(part -> part.equals(target))) {
                made.add(Fact.of(SAME, target, source));
                made.add(Fact.of(READABLE_TO, source, target));
                made.add(Fact.of(LEADS_TO, source, target));
            }
        }
        if (statement instanceof Stmt.WriteCell write) {
            made.addAll(onward(before));
            if (write.cell() instanceof Expr.DmaField field) {
                descriptor(field.structure(), before).ifPresent(place -> stored(field, place, places.of(write.value()), made));
            }
        }
        return made;
    }

    /** Where the descriptors that are known lead. */
    private Set<Fact> onward(Knowledge known) {
        Set<Fact> found = new HashSet<>();
        for (Fact next : known.facts()) {
            DmaDecl.Chain chain = next.kind().equals(NEXT) ? ChainWalk.chain(program, ChainWalk.table(next)) : null;
            if (chain != null) {
                Place number = ChainWalk.number(next);
                new ChainWalk(chain, known).onward(ChainWalk.table(next), number).ifPresent(onward ->
                        extend(number, onward.next(), onward.bits(), chain, known, found));
            }
        }
        return found;
    }

    /** The table and the number of the descriptor that the expression names. */
    private Optional<List<Place>> descriptor(Expr structure, Knowledge known) {
        if (chained(program, structure.type()).isEmpty()) {
            return Optional.empty();
        }
        if (structure instanceof Expr.DmaElement element) {
            return Optional.of(List.of(places.of(element.array()), places.of(element.index())));
        }
        Place place = places.of(structure);
        return known.facts().stream().filter(fact -> fact.kind().equals(NAMES) && fact.place(0).equals(place))
                .map(fact -> List.of(fact.place(1), fact.place(2))).findFirst()
                // A parameter: its caller knows which it is.
                .or(() -> place.local().isPresent() ? Optional.of(List.of(place, place)) : Optional.empty());
    }

    private void stored(Expr.DmaField field, List<Place> descriptor, Place value, Set<Fact> made) {
        DmaDecl.Chain chain = chained(program, field.structure().type()).flatMap(DmaDecl::chain).orElseThrow();
        if (field.field().name().equals(chain.flags())) {
            made.add(Fact.of(FLAGS, descriptor.get(0), descriptor.get(1), value));
        } else if (field.field().name().equals(chain.next())) {
            made.add(Fact.of(NEXT, descriptor.get(0), descriptor.get(1), value));
        }
    }

    /** What led to the descriptor leads to the next one, as long as the order is kept. */
    private static void extend(Place descriptor, Place next, ChainWalk.Bits flags, DmaDecl.Chain chain, Knowledge known, Set<Fact> made) {
        Set<Place> readable = new HashSet<>(Set.of(descriptor));
        Set<Place> heads = new HashSet<>();
        for (Fact fact : known.facts()) {
            if (fact.kind().equals(READABLE_TO) && fact.place(1).equals(descriptor)) {
                readable.add(fact.place(0));
            } else if (fact.kind().equals(LEADS_TO) && fact.place(1).equals(descriptor) && flags.must(chain.written())) {
                heads.add(fact.place(0));
            }
        }
        if (!flags.may(chain.written())) {
            readable.forEach(head -> made.add(Fact.of(READABLE_TO, head, next)));
        }
        heads.addAll(readable);
        heads.forEach(head -> made.add(Fact.of(LEADS_TO, head, next)));
    }

    @Override
    public boolean survives(Fact fact, Stmt statement) {
        if (!fact.kind().equals(FLAGS) && !fact.kind().equals(NEXT)) {
            return true;
        }
        // A descriptor by another name is another descriptor; by a name that is not known here it may be this one.
        return stores.of(statement, places).stream().noneMatch(store -> store.kind().equals(fact.kind())
                && (store.number().isEmpty() || ChainWalk.number(store.number().get()).equals(ChainWalk.number(fact))));
    }

    @Override
    public boolean isMet(Fact needed, Knowledge known) {
        if (known.holds(needed) || !needed.kind().equals(CHAIN)) {
            return known.holds(needed);
        }
        Optional<ChainWalk.Trouble> trouble = ChainWalk.of(program, needed, known, assumed, offered);
        trouble.ifPresent(found -> troubles.putIfAbsent(needed, found));
        return trouble.isEmpty();
    }

    @Override
    public List<Need> needs(Node at, Stmt statement, Knowledge before) {
        List<Need> needs = new ArrayList<>();
        if (statement instanceof Stmt.WriteCell write && write.cell() instanceof Expr.DmaElement) {
            rings.entry(write.cell(), places).filter(entry -> Rings.isDriverWritten(entry.ring())).ifPresent(entry ->
                    needs.add(new Need(Fact.of(CHAIN, places.of(write.value())), entry.ring(), statement.span())));
        }
        if (!needs.isEmpty() && findings != null) {
            findings.proved("chains", statement);
        }
        return needs;
    }
}
