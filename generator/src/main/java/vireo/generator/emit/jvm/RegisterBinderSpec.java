// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.TypeDecl;

/** The binder of a register block. */
final class RegisterBinderSpec {
    static final String SPI = "vireo.dsl.jvm";

    private RegisterBinderSpec() {}

    static TypeSpec of(TypeDecl.BlockDecl block) {
        ClassName record = BinderEmitter.name(block);
        return TypeSpec.classBuilder(BinderEmitter.binderName(block))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Binds {@link $T} to registers.", record)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(SPI, "RegisterBinder"), record))
                .addMethod(constructor())
                .addMethod(number("size", block.size()))
                .addMethod(number("align", align(block.registers())))
                .addMethod(bind(block, record))
                .build();
    }

    static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For the one who binds.")
                .build();
    }

    static MethodSpec number(String name, int value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $L", value)
                .build();
    }

    private static MethodSpec bind(TypeDecl.BlockDecl block, ClassName record) {
        return MethodSpec.methodBuilder("bind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addParameter(ClassName.get(SPI, "RegisterSpace"), "space")
                .addParameter(TypeName.LONG, "offset")
                .addStatement("return $L", creation(record, block.registers().stream()
                        .map(RegisterBinderSpec::register)
                        .toList()))
                .build();
    }

    /** {@code new R(...)} with one component a line. */
    static CodeBlock creation(ClassName record, List<CodeBlock> components) {
        return CodeBlock.builder()
                .add("new $T(\n$>$>", record)
                .add(CodeBlock.join(components, ",\n"))
                .add(")$<$<")
                .build();
    }

    private static CodeBlock register(RegisterDecl r) {
        String offset = String.format("0x%02x", r.offset());
        return r.count() > 1
                ? CodeBlock.of("space.array(offset + $L, $L, $L, space::$L)", offset, r.count(), r.bits() / 8, kind(r))
                : CodeBlock.of("space.$L(offset + $L)", kind(r), offset);
    }

    private static String kind(RegisterDecl r) {
        String access = switch (r.access()) {
            case READ_ONLY -> "ro";
            case READ_WRITE -> "rw";
            case WRITE_ONLY -> "wo";
            case WRITE_ONE_TO_CLEAR -> "w1c";
            case READ_SIDE_EFFECT -> "rc";
        };
        return access + (r.split() ? "Split" : "") + r.bits();
    }

    /** The widest single access, in bytes. */
    private static int align(List<RegisterDecl> registers) {
        return registers.stream().mapToInt(r -> r.split() ? 4 : r.bits() / 8).max().orElse(1);
    }
}
