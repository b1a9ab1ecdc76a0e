package cx.ecou.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "cx.ecou", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final String[] DOMAIN = {
        "cx.ecou.customer..", "cx.ecou.feedback..", "cx.ecou.segment..", "cx.ecou.actionplan..", "cx.ecou.insight.."
    };

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("cx.ecou.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "jakarta..")
            .because("its words must outlive every framework");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_PLATFORM = noClasses()
            .that()
            .resideOutsideOfPackages("cx.ecou", "cx.ecou.platform..", "cx.ecou.proving..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cx.ecou.platform..")
            .because("the platform composes the modules, not the other way round");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_INSIGHT = rank("insight", "cx.ecou.insight..", "cx.ecou.platform..");

    @ArchTest
    static final ArchRule ONLY_HIGHER_MODULES_KNOW_CASES =
            rank("action-plan", "cx.ecou.actionplan..", "cx.ecou.insight..", "cx.ecou.platform..");

    @ArchTest
    static final ArchRule ONLY_HIGHER_MODULES_KNOW_SEGMENTS =
            rank("segment", "cx.ecou.segment..", "cx.ecou.actionplan..", "cx.ecou.insight..", "cx.ecou.platform..");

    @ArchTest
    static final ArchRule ONLY_HIGHER_MODULES_KNOW_FEEDBACK = rank(
            "feedback",
            "cx.ecou.feedback..",
            "cx.ecou.segment..",
            "cx.ecou.actionplan..",
            "cx.ecou.insight..",
            "cx.ecou.platform..");

    @ArchTest
    static final ArchRule ONLY_HIGHER_MODULES_KNOW_CUSTOMERS = rank(
            "customer",
            "cx.ecou.customer..",
            "cx.ecou.feedback..",
            "cx.ecou.segment..",
            "cx.ecou.actionplan..",
            "cx.ecou.insight..",
            "cx.ecou.platform..");

    @ArchTest
    static final ArchRule THE_PLATFORM_SPEAKS_NO_DOMAIN_WORD = noClasses()
            .that()
            .resideInAPackage("cx.ecou.platform..")
            .and()
            .resideOutsideOfPackage("cx.ecou.platform.demo..") // tells a story of the modules: decision 11
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN)
            .because("it is composition only; a new module must not need a change there");

    @ArchTest
    static final ArchRule MODULES_KNOW_AXON_BY_ANNOTATIONS_AND_GATEWAYS = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.axonframework..")
                    .and(not(resideInAnyPackage(
                            "org.axonframework.commandhandling",
                            "org.axonframework.commandhandling.gateway",
                            "org.axonframework.config",
                            "org.axonframework.deadline..",
                            "org.axonframework.eventhandling",
                            "org.axonframework.eventhandling.gateway",
                            "org.axonframework.eventsourcing",
                            "org.axonframework.modelling.command",
                            "org.axonframework.queryhandling",
                            "org.axonframework.spring.stereotype")))
                    .and(not(type(Revision.class))))
            .because("leaving Axon 4 must stay a matter of event-store and of annotations");

    @ArchTest
    static final ArchRule EVENTS_ARE_PUBLIC_RECORDS_WITHOUT_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("cx.ecou.(*).events")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..")
                    .and(not(resideInAnyPackage("org.springframework.modulith.."))))
            .because("an event is stored for ever and must be readable without us");

    @ArchTest
    static final ArchRule SEQUENTIAL_POLICY_IS_BANNED = noClasses()
            .should()
            .dependOnClassesThat(simpleName("SequentialPolicy"))
            .because(
                    "in Axon 4.13 it is a new object on every node, so nodes skip each other's events (upstream 4253)");

    @ArchTest
    static final ArchRule NAMES_COME_FROM_THE_GLOSSARY = noClasses()
            .should()
            .haveNameMatching(".*[A-Za-z0-9](Impl|Manager|Helper|Utils?|Service|Dto|DTO|Entity|Base|Data|Info)(\\$.*)?")
            .because("such endings say how a class is built and hide what it is");

    @ArchTest
    static final ArchRule NOBODY_CALLS_A_CONTROLLER = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .and()
            .resideInAnyPackage("cx.ecou..web..", "cx.ecou..api..")
            .should()
            .notBePublic()
            .because("a page is reached by its address, never by a call");

    @ArchTest
    static final ArchRule PAGES_AND_API_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("cx.ecou.(*).web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cx.ecou.(*).api..")
            .because("a change for programs must not move a page");

    @ArchTest
    static final ArchRule WRITING_DOES_NOT_READ = noClasses()
            .that()
            .resideInAPackage("cx.ecou.(*).write..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cx.ecou.(*).read..", "cx.ecou.(*).web..", "cx.ecou.(*).api..")
            .because("a decision rests on events, not on a read model that may lag behind");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE_BY_HAND =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("logs are read by machines, too");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("what is waited for has a name: wait for that");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test puts the clock forward, and an aggregate gets its time with the command");

    @ArchTest
    static final ArchRule THE_SERVLET_CONTAINER_KEEPS_NO_SESSION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
            .because("sessions live in PostgreSQL, so that any node can answer the next request");

    @ArchTest
    static final ArchRule NO_ENTITIES_NO_GENERATED_CODE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "lombok..")
            .because("SQL is written out, and records need no generator");

    @ArchTest
    static final ArchRule NOTHING_IS_NULL_BY_ACCIDENT = classes()
            .that(are(not(simpleName("package-info"))))
            .should(liveInANullMarkedPackage())
            .because("every package says what it is for, and NullAway looks into it");

    @ArchTest
    static final ArchRule ACCESS_HAS_NO_CIRCLES = SlicesRuleDefinition.slices()
            .matching("cx.ecou.platform.access.(*)..")
            .should()
            .beFreeOfCycles()
            .because("who may do what must be readable from one end to the other");

    private static ArchRule rank(String module, String packages, String... above) {
        return noClasses()
                .that(resideInAnyPackage("cx.ecou..")
                        .and(not(resideInAnyPackage(packages)))
                        .and(not(resideInAnyPackage(above)))
                        .and(not(resideInAnyPackage("cx.ecou", "cx.ecou.proving.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages)
                .because("modules listen down: only what stands above " + module + " may know it");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                boolean marked = checked.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        checked, marked, checked.getName() + " lives in " + checked.getPackageName()));
            }
        };
    }
}
