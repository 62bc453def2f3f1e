package vn.langso.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.ApplicationModuleListener;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** Ten rules at most. One that nobody needs any more goes. */
class HouseRulesTest {

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    @Test
    void controllersNeverTouchAStore() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .because("access is checked and changes are audited in the facade; a way around it would do neither"));
    }

    @Test
    void rulesKnowNoSpring() {
        check(classes()
                .that()
                .haveSimpleNameEndingWith("Rule")
                .or()
                .haveSimpleNameEndingWith("Status")
                .should(not(dependOnSpring()))
                .because("what the law or the commune decides is tested without a container")
                .allowEmptyShould(true));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor shows what a class needs, and a test can call it"));
    }

    @Test
    void timeComesFromTheInjectedSource() {
        check(noClasses()
                .should()
                .callMethodWhere(readsTheMachinesClock())
                .because("tests let hours and days pass by moving the clock"));
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.langso.platform.StartRefusedReporter")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the log is the one place to look; only a refused start may find it closed"));
    }

    @Test
    void oldDatesAreNotUsed() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.sql\\.(Date|Time|Timestamp)")
                .because("they change, and know no time zone"));
    }

    @Test
    void noFieldIsOptional() {
        check(noFields()
                .should()
                .haveRawType(Optional.class)
                .because("Optional answers a question; a state that may be absent is @Nullable"));
    }

    @Test
    void listenersHaveIds() {
        check(methods()
                .that()
                .areAnnotatedWith(ApplicationModuleListener.class)
                .should(haveAnId())
                .because("pending events name their listener; an id survives a rename of the class")
                .allowEmptyShould(true));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|Service|Mapper)")
                .orShould()
                .haveNameMatching(".*\\.(Base|Abstract|Common)[A-Z].*")
                .because("such names hide that the thing has no job of its own"));
    }

    @Test
    void storesStayInsideTheirModule() {
        check(classes()
                .that(simpleNameEndingWith("Store"))
                .should()
                .bePackagePrivate()
                .because("other modules ask the facade, which knows who may see what"));
    }

    private static void check(ArchRule rule) {
        rule.check(Code.CLASSES);
    }

    private static ArchCondition<JavaClass> dependOnSpring() {
        return com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat(
                JavaClass.Predicates.resideInAPackage("org.springframework.."));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        return new DescribedPredicate<>("reads the machine's clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                MethodCallTarget target = call.getTarget();
                String owner = target.getOwner().getName();
                boolean now = target.getName().equals("now")
                        && CLOCKS.contains(owner)
                        && target.getRawParameterTypes().isEmpty();
                boolean system =
                        owner.equals(Clock.class.getName()) && target.getName().startsWith("system");
                boolean millis =
                        owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis");
                return now || system || millis;
            }
        };
    }

    private static ArchCondition<JavaMethod> haveAnId() {
        return new ArchCondition<>("have an id") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String id = method.getAnnotationOfType(ApplicationModuleListener.class)
                        .id();
                if (id.isBlank()) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no id"));
                }
            }
        };
    }
}
