// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** The binder of a DMA structure or ring. */
final class DmaBinderSpec {
    private final Program program;
    private final DmaDecl decl;
    private final Optional<DmaDecl.Field> array;

    private DmaBinderSpec(Program program, DmaDecl decl) {
        this.program = program;
        this.decl = decl;
        this.array = decl.fields().stream()
                .filter(f -> f.type() instanceof Type.DmaArray && f.count().isEmpty())
                .findFirst();
    }

    static TypeSpec of(Program program, DmaDecl decl) {
        DmaBinderSpec spec = new DmaBinderSpec(program, decl);
        ClassName record = BinderEmitter.name(decl);
        return TypeSpec.classBuilder(BinderEmitter.binderName(decl))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Binds {@link $T} to device-visible memory.", record)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(RegisterBinderSpec.SPI, "DmaBinder"), record))
                .addMethod(RegisterBinderSpec.constructor())
                .addMethod(spec.size())
                .addMethod(RegisterBinderSpec.number("align", decl.align()))
                .addMethod(spec.bind(record))
                .build();
    }

    private MethodSpec size() {
        return MethodSpec.methodBuilder("size")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addParameter(TypeName.INT, "length")
                .addStatement("return $L", array.isPresent() ? CodeBlock.of("$L + $L", behindArray(), tail()) : decl.size())
                .build();
    }

    /** The bytes of what stands behind the variable array. */
    private int tail() {
        return decl.fields().stream().filter(f -> f.after().isPresent()).mapToInt(f -> bytes(f.type())).sum();
    }

    /** The offset of the first byte behind the variable array. */
    private String behindArray() {
        DmaDecl.Field f = array.orElseThrow();
        return f.offset().orElse(decl.size()) + " + " + bytes(((Type.DmaArray) f.type()).element()) + "L * length";
    }

    private MethodSpec bind(ClassName record) {
        List<CodeBlock> components = new ArrayList<>();
        int behind = 0;
        for (DmaDecl.Field f : decl.fields()) {
            String offset;
            if (f.offset().isPresent()) {
                offset = "offset + " + f.offset().getAsInt();
            } else {
                offset = "offset + " + behindArray() + (behind == 0 ? "" : " + " + behind);
                behind += bytes(f.type());
            }
            components.add(component(f, offset));
        }
        return MethodSpec.methodBuilder("bind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(record)
                .addParameter(ClassName.get(RegisterBinderSpec.SPI, "DmaSpace"), "space")
                .addParameter(TypeName.LONG, "offset")
                .addParameter(TypeName.INT, "length")
                .addStatement("return $L", RegisterBinderSpec.creation(record, components))
                .build();
    }

    private CodeBlock component(DmaDecl.Field f, String offset) {
        if (f.type() instanceof Type.Cell c) {
            return CodeBlock.of("space.$L($L)", cell(c), offset);
        }
        if (f.type() instanceof Type.DmaBytes) {
            return CodeBlock.of("space.bytes($L, $L)", offset, length(f));
        }
        if (f.type() instanceof Type.Dma d) {
            return CodeBlock.of("new $T().bind(space, $L, 0)", BinderEmitter.binderName(structure(d)), offset);
        }
        Type.DmaArray a = (Type.DmaArray) f.type();
        int stride = bytes(a.element());
        return a.element() instanceof Type.Cell c
                ? CodeBlock.of("space.cells($L, $L, $L, space::$L)", offset, length(f), stride, cell(c))
                : CodeBlock.of("space.array($L, $L, $L, new $T())", offset, length(f), stride,
                        BinderEmitter.binderName(structure(a.element())));
    }

    private static String length(DmaDecl.Field f) {
        return f.count().isPresent() ? Integer.toString(f.count().getAsInt()) : "length";
    }

    private static String cell(Type.Cell c) {
        return switch (c.order()) {
            case NONE -> "octet";
            case LITTLE -> "le" + c.bits();
            case BIG -> "be" + c.bits();
        };
    }

    private int bytes(Type type) {
        return type instanceof Type.Cell c ? c.bits() / 8 : structure(type).size();
    }

    private DmaDecl structure(Type type) {
        return (DmaDecl) program.type(((Type.Dma) type).name()).orElseThrow();
    }
}
