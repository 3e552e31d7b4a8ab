// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Operator;

/** Picks some of many mutants, of each operator its share. */
final class Sample {
    /** Of an operator, where it has as many: a smaller share would say nothing about it. */
    private static final int LEAST = 3;

    private Sample() {}

    /**
     * So many mutants, in their order. With the same seed, a larger sample holds the smaller one, but for rounding.
     *
     * @param size how many, about; 0 for all
     */
    static List<Mutant> of(List<Mutant> all, int size, long seed) {
        if (size == 0 || size >= all.size()) {
            return all;
        }
        Map<Operator, List<Mutant>> byOperator =
                all.stream().collect(Collectors.groupingBy(Mutant::operator, () -> new EnumMap<>(Operator.class), Collectors.toList()));
        Set<String> chosen = new HashSet<>();
        byOperator.values().forEach(group -> {
            long share = Math.max(LEAST, Math.round((double) group.size() * size / all.size()));
            List<Mutant> drawn = new ArrayList<>(group);
            drawn.sort(Comparator.comparing((Mutant m) -> ticket(m.id(), seed)));
            drawn.stream().limit(share).forEach(m -> chosen.add(m.id()));
        });
        return all.stream().filter(m -> chosen.contains(m.id())).toList();
    }

    private static BigInteger ticket(String id, long seed) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest((seed + " " + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
