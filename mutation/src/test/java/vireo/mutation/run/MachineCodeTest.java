// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of C the compiler proves to be none, on whatever machine it will run. */
class MachineCodeTest {
    private static final String HEADER = """
            #ifndef P_A_H
            #define P_A_H
            #define A_LIMIT 4
            struct a { u32 first; u32 second; void *ring; };
            int a_init(struct a *a);
            static inline u32 a_sum(const struct a *a)
            {
            	return a->first + a->second;
            }
            #endif
            """;

    private static final String BODY = """
            #include <vireo/port.h>
            #include "a.h"
            int a_init(struct a *a)
            {
            	vireo_memset(a, 0, sizeof(*a));
            	a->first = 0;
            	a->second = A_LIMIT * 2;
            	vireo_store_release((u16 *)a->ring, (u16)cpu_to_le16(7));
            	vireo_mb();
            	return 0;
            }
            """;

    @TempDir
    private Path work;

    private MachineCode code;
    private final SortedMap<String, String> c = new TreeMap<>();

    @BeforeEach
    void compileTheOriginal() {
        c.put("p/a.h", HEADER);
        c.put("p/a.c", BODY);
        c.put("p/b.c", "#include <vireo/port.h>\n#include \"a.h\"\nu32 b(struct a *a);\nu32 b(struct a *a)\n{\n\treturn a->second;\n}\n");
        Path root = Path.of(System.getProperty("vireo.root", "..")).toAbsolutePath().normalize();
        Project project = new Project(root, root.resolve("specs/virtio"), root, List.of(), work);
        assumeTrue(!MachineCode.version().isEmpty(), "there is no GCC");
        code = MachineCode.of(project, new TreeMap<>(c)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "a->second = A_LIMIT * 2;, a->second = A_LIMIT + 4;", // the same number
        "a->first = 0;, ;", // zeroed memory that is zeroed again
        "return 0;, return A_LIMIT - 4;",
        "int a_init(, /* Gives zero. */ int a_init(",
    })
    void anotherTextOfTheSameInstructionsIsTheSame(String original, String replacement) {
        assertThat(isSame("p/a.c", original, replacement)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a->second = A_LIMIT * 2;, a->second = A_LIMIT * 3;",
        "vireo_mb();, ;",
        "cpu_to_le16(7), 7", // the same on x86, and nowhere else
        "cpu_to_le16(7), cpu_to_be16(7)",
        "'vireo_store_release((u16 *)a->ring, ', '*(volatile u16 *)a->ring = ('", // the same instruction on x86
        "vireo_mb();, vireo_wmb();",
    })
    void whatDiffersOnSomeMachineDiffers(String original, String replacement) {
        assertThat(isSame("p/a.c", original, replacement)).isFalse();
    }

    @Test
    void aMacroOfAHeaderIsForEverybody() {
        assertThat(isSame("p/a.h", "#define A_LIMIT 4", "#define A_LIMIT 8 / 2")).isFalse();
        assertThat(isSame("p/a.h", "#define A_LIMIT 4", "/* The limit. */\n#define A_LIMIT 4")).isTrue();
    }

    @Test
    void aFunctionOfAHeaderIsComparedThoughNobodyCallsIt() {
        assertThat(isSame("p/a.h", "a->first + a->second", "a->first + a->second + A_LIMIT - 4")).isTrue();
        assertThat(isSame("p/a.h", "a->first + a->second", "a->first - a->second")).isFalse();
    }

    @Test
    void whoIncludesAChangedHeaderIsComparedToo() {
        assertThat(isSame("p/a.h", "u32 first; u32 second;", "u32 second; u32 first;")).isFalse();
    }

    private boolean isSame(String file, String original, String replacement) {
        SortedMap<String, String> changed = new TreeMap<>(c);
        assertThat(c.get(file)).contains(original);
        changed.put(file, c.get(file).replace(original, replacement));
        return code.isSame(changed, work.resolve("changed"));
    }
}
