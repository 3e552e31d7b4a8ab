// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetCheckTest {
    private static final String END = " not part of the driver subset.";

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "Object x() { return a; }                          # The type Object is",
        "void f() { g(x -> y); }                           # Lambdas are",
        "void f() { g(A::b); }                             # Method references are",
        "void f() { g(int[]::new); }                       # Method references are",
        "<T> void f() {}                                   # Type parameters of one's own are",
        "void f(List<Foo> x) {}                            # Generic types (List<Foo>) other than DmaArray and RegisterArray are",
        "void f(DmaArray<?> x) {}                          # Wildcards are",
        "class B {}                                        # Types inside of types (B) are",
        "record B(int x) {}                                # Types inside of types (B) are",
        "void f() { class B {} }                           # Types inside of types (B) are",
        "void f() { new B() { }; }                         # Anonymous classes are",
        "void f() { a.new B(); }                           # Outer objects are",
        "void f() { g(A.this); }                           # Outer objects are",
        "void f() { super.f(); }                           # super is",
        "A() { this(1); }                                  # Calls of another constructor are",
        "A() {} A(int x) {}                                # Several constructors of one class are",
        "{ f(); }                                          # Initializer blocks are",
        "static { f(); }                                   # Initializer blocks are",
        "private static int x;                             # Static mutable state is",
        "private static final int[] X = new int[4];        # Static objects and static arrays are",
        "private static final Foo X = new Foo();           # Static objects and static arrays are",
        "int x;                                            # Fields that are not private are",
        "public int x;                                     # Fields that are not private are",
        "private volatile int x;                           # The modifier 'volatile' is",
        "private transient int x;                          # The modifier 'transient' is",
        "native void f();                                  # The modifier 'native' is",
        "synchronized void f() {}                          # The modifier 'synchronized' is",
        "strictfp void f() {}                              # The modifier 'strictfp' is",
        "protected void f() {}                             # The modifier 'protected' is",
        "abstract void f();                                # The modifier 'abstract' is",
        "void f(int... x) {}                               # Parameters of variable number are",
        "void f(A this) {}                                 # Receiver parameters are",
        "void f() throws IOException {}                    # Exceptions other than DriverException (IOException) are",
        "void f() { throw new IllegalStateException(); }   # Exceptions other than DriverException (IllegalStateException) are",
        "void f() { try { g(); } catch (RuntimeException e) { } }      # Catching RuntimeException is",
        "void f() { try { g(); } catch (A | B e) { } }     # Catching several types at once is",
        "void finalize() {}                                # Finalizers are",
        "void f() { assert x; }                            # assert is",
        "void f() { synchronized (this) { } }              # synchronized is",
        "boolean f() { return a instanceof B; }            # instanceof is",
        "boolean f() { return a instanceof B b; }          # instanceof is",
        "void f() { switch (a) { case B b -> g(); default -> { } } }   # Patterns are",
        "void f() { switch (a) { case B b when c -> g(); default -> { } } } # Guards of cases are",
        "void f() { switch (a) { case 1: g(); case 2: break; } }       # Cases that fall through into the next one are",
        "private char x;                                   # The type char is",
        "private short x;                                  # The type short is",
        "private byte x;                                   # The type byte outside of arrays is",
        "private float x;                                  # Floating point (float) is",
        "private double x;                                 # Floating point (double) is",
        "private Integer x;                                # Boxes (Integer) are",
        "private java.lang.Long x;                         # Boxes (Long) are",
        "private String x;                                 # The type String is",
        "private Thread x;                                 # The type Thread is",
        "private int[][] x;                                # Arrays of arrays are",
        "private int[] x = {1, 2};                         # Array initializers are",
        "void f() { g('\u00e9'); }                         # Characters other than the printable ones of ASCII are",
        "void f() { g(1.5); }                              # Floating point is",
        "void f() { g(017); }                              # Octal numbers are",
        "void f() { g(\"a\" + b); }                        # String building is",
        "void f() { x = \"a\"; }                           # Strings other than log and format literals are",
        "void f() { g(\"\"\"\\n a\"\"\"); }                 # Text blocks are",
        "void f() { x = A.class; }                         # Class objects are",
        "void f() { a.getClass(); }                        # Reflection (getClass) is",
        "void f() { Class.forName(\"a\"); }                # Reflection (forName) is",
        "void f() { System.exit(1); }                      # The Java library (java.lang.System) is",
        "int f() { return Math.min(a, b); }                # The Java library (java.lang.Math) is",
        "void f() { hashCode(); }                          # Methods of Object (hashCode) are",
        "void f() { A.<B>g(); }                            # Explicit type arguments of a call are",
        "void f() { x = (A & B) y; }                       # Casts to several types are",
    })
    void eachConstructIsRefusedByName(String member, String construct) {
        assertThat(Sample.refusal("final class A {\n" + member.replace("\\n", "\n") + "\n}")).contains("[VR101] " + construct + END);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "class A {}                                        # Classes that could be extended (A) are",
        "final class A extends B {}                        # Inheritance of classes is",
        "abstract class A {}                               # The modifier 'abstract' is",
        "sealed interface A permits B {}                   # The modifier 'sealed' is",
        "final class A<T> {}                               # Type parameters of one's own are",
        "@interface A {}                                   # Annotation types of one's own are",
        "interface A extends B {}                          # Interfaces that extend interfaces are",
        "interface A { default void f() {} }               # Default methods of interfaces are",
        "interface A { static void f() {} }                # Methods with a body in interfaces are",
        "enum A implements B { C }                         # Enums that implement interfaces are",
        "enum A { C(1) }                                   # Enum constants with arguments are",
        "enum A { C { } }                                  # Enum constants with a body are",
        "enum A { C; void f() {} }                         # Members of enums are",
        "record A(int x) { A { } }                         # Constructors of records are",
        "record A(int x) { A(int x) { this.x = x; } }      # Constructors of records are",
        "record A(int... x) { }                            # Components of variable number are",
        "import java.util.List; final class A {}           # The Java library (java.util.List) is",
    })
    void eachKindOfDeclarationIsRefusedByName(String file, String construct) {
        assertThat(Sample.refusal(file)).contains("[VR101] " + construct + END);
    }

    @Test
    void theSubsetItselfIsNotRefused() {
        assertThat(Sample.refusal("""
                package a;

                import vireo.dsl.*;

                /** All of the subset. */
                @Linear
                final class A implements B {
                    static final int MAX = 0x10;
                    private static final @BitMask long FLAG = 1L << 3;
                    private final @U16 int[] next = new int[MAX];
                    private final byte[] data = new byte[4];
                    private @Nullable C other;


                    A(@U32 long size, byte[] bytes) throws DriverException {
                        this.other = null;
                    }

                    @Override
                    public int f(int[] values) throws DriverException {
                        outer:
                        for (int i = 0, j = 1; i < values.length; i++, j += 2) {
                            while (true) {
                                if (values[i] == -1) { continue outer; } else { break; }
                            }
                            do { j--; } while (j > 0);
                        }
                        data[1] = (byte) (values[0] & 0xFF);
                        switch (values[0]) {
                            case 1: case 2: g(); break;
                            case 3: { return 1; }
                            case 4: if (a) { throw new DriverException(Errno.EIO); } else { return 2; }
                            default: g();
                        }
                        int x = switch (kind) { case A_KIND -> 1; default -> { yield 2; } };
                        try (Guard guard = lock()) {
                            Log.info("%u of %s", x, name);
                            regs = window.bind(Regs.class, 0L);
                        } catch (DriverException e) {
                            Log.error("%s", e.errno());
                        } finally {
                            g();
                        }
                        return a ? (int) (x & ~0xFF) : -x;
                    }
                }
                """)).isEmpty();
    }

    @Test
    void everyOccurrenceIsReported() {
        assertThat(Sample.refusal("final class A { void f() {\n assert a;\n g(x -> x);\n assert b;\n } }").lines()).hasSize(3);
    }
}
