package vn.langso.architecture;

import java.util.Map;
import java.util.TreeMap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModulesTest {

    private static final int MOST_PUBLIC_TYPES = 15;

    @Test
    void modulesKnowOnlyWhatTheyDeclare() {
        Code.MODULES.verify();
    }

    /** A module that offers more than this is two modules, or shows its inside. */
    @Test
    void modulesOfferFewTypes() {
        Map<String, Long> tooMany = new TreeMap<>();
        Code.MODULES.forEach(module -> {
            long offered = Code.CLASSES.stream()
                    .filter(type -> module.contains(type) && isOffered(type))
                    .count();
            if (offered > MOST_PUBLIC_TYPES) {
                tooMany.put(module.getIdentifier().toString(), offered);
            }
        });

        assertThat(tooMany).isEmpty();
    }

    private static boolean isOffered(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().startsWith("Jte")
                && !type.getSimpleName().equals("package-info");
    }
}
