package vn.langso.architecture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaMethod;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.langso.kernel.Role;
import vn.langso.shell.Needs;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {

    private static final Pattern ASKED = Pattern.compile("\\b(?:require|may)\\(\\s*\"([a-z.-]+)\"");

    private static final List<String> TABLE =
            Code.read(Code.RESOURCES.resolve("access/permissions.csv")).lines().toList();

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        List<String> unclear = endpoints().stream()
                .filter(method -> annotations(method) != 1)
                .map(JavaMethod::getFullName)
                .toList();

        assertThat(endpoints()).isNotEmpty();
        assertThat(unclear).as("exactly one of @OpenToAll, @SignedIn, @Needs").isEmpty();
    }

    @Test
    void everyPermissionAskedForStandsInTheTable() {
        assertThat(permissionsInTable()).containsAll(permissionsAskedFor());
    }

    @Test
    void everyPermissionInTheTableIsAskedForSomewhere() {
        assertThat(permissionsAskedFor()).containsAll(permissionsInTable());
    }

    @Test
    void tableHasAColumnForEveryRole() {
        List<String> columns = List.of(TABLE.getFirst().split(","));

        assertThat(columns.subList(1, columns.size()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
    }

    @Test
    void tableHasEachPermissionOnceWithAllItsCells() {
        List<String> rows = TABLE.subList(1, TABLE.size());

        assertThat(rows.stream().map(row -> row.split(",", -1)[0])).doesNotHaveDuplicates();
        assertThat(rows)
                .allMatch(row -> row.split(",", -1).length == TABLE.getFirst().split(",").length);
    }

    private static List<JavaMethod> endpoints() {
        return Code.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(RequestMapping.class)
                        || method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();
    }

    private static long annotations(JavaMethod method) {
        return List.of(OpenToAll.class, SignedIn.class, Needs.class).stream()
                .filter(method::isAnnotatedWith)
                .count();
    }

    private static Set<String> permissionsInTable() {
        Set<String> names = new TreeSet<>();
        TABLE.subList(1, TABLE.size()).forEach(row -> names.add(row.split(",", -1)[0]));
        return names;
    }

    /** Constants hold some names, so any string of the source that is one counts as well. */
    private static Set<String> permissionsAskedFor() {
        Set<String> names = new HashSet<>();
        endpoints().stream()
                .filter(method -> method.isAnnotatedWith(Needs.class))
                .forEach(method ->
                        names.add(method.getAnnotationOfType(Needs.class).value()));
        Set<String> known = permissionsInTable();
        for (String source : sources()) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                names.add(asked.group(1));
            }
            known.stream().filter(name -> source.contains('"' + name + '"')).forEach(names::add);
        }
        return names;
    }

    private static List<String> sources() {
        return java.util.stream.Stream.concat(
                        Code.files("src/main/java", ".java").stream(), Code.files("src/main/jte", ".jte").stream())
                .map(Code::read)
                .toList();
    }
}
