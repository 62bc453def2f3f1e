package vn.langso.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;

import vn.langso.kernel.ProblemCode;

/** Every problem code of every module. */
final class Problems {

    private Problems() {}

    static List<ProblemCode> all() {
        return Code.CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                .flatMap(Problems::constants)
                .sorted(Comparator.comparing(ProblemCode::code))
                .toList();
    }

    private static Stream<ProblemCode> constants(JavaClass type) {
        return Stream.of(type.reflect().getEnumConstants()).map(ProblemCode.class::cast);
    }
}
