// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as a difference between two texts of C. */
class CTextTest {
    @Test
    void commentsAndLayoutDoNotCount() {
        String bare = "int f(int a)\n{\nreturn a;\n}\n";
        assertThat(CText.withoutComments("/* f() - gives\n * a back */\nint f(int a)\n{\n\n\treturn a; // as it is\n}\n")).isEqualTo(bare);
    }

    @Test
    void whatLooksLikeACommentInALiteralIsNone() {
        String text = "log(\"/* %s */ // \\\" /*\");\nc = '\"'; /* gone */\nd = '/';\n";
        assertThat(CText.withoutComments(text)).isEqualTo("log(\"/* %s */ // \\\" /*\");\nc = '\"';\nd = '/';\n");
    }

    @Test
    void aMacroIsOneLineHoweverItIsWritten() {
        assertThat(CText.macros("#ifndef A_H\n#define A_H\n/* two\n * lines */\n#define A(x) \\\n\t((x) + 1) /* one */\nint a;\n"))
                .containsExactly("#define A_H", "#define A(x)  ((x) + 1)");
    }

    @Test
    void onlyHeadersOfTheSameFolderAreIncluded() {
        assertThat(CText.includes("#include <vireo/port.h>\n#include \"a.h\"\n/* #include */\n#include \"b.h\"\n")).containsExactly("a.h", "b.h");
    }
}
