package io.warmline.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.warmline.core.callrecord.CallBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The rules of the house that a compiler does not know. */
@AnalyzeClasses(packages = "io.warmline.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE = {
    "..core.language..",
    "..core.phone..",
    "..core.time..",
    "..core.phrase..",
    "..core.compliance..",
    "..core.talktrack..",
    "..core.place..",
    "..core.refusal..",
    "..core.id.."
  };

  private static final String DISPOSITION = "..core.disposition..";
  private static final String CALL_RECORD = "..core.callrecord..";
  private static final String CALL = "..core.call..";

  private static final String[] FRAMEWORKS = {
    "org.hibernate..", "jakarta..", "org.jdbi..", "io.quarkus..", "java.sql..", "javax.sql.."
  };

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices()
          .matching("io.warmline.core.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a concept that needs its own user cannot be understood without it");

  @ArchTest
  static final ArchRule purePackagesKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS)
          .because(
              "numbers, zones and hours are computed, not looked up, and are tested in"
                  + " microseconds");

  @ArchTest
  static final ArchRule purePackagesKnowNoConcept =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..core.tenant..",
              "..core.event..",
              "..core.queue..",
              "..core.lead..",
              "..core.campaign..",
              "..core.callback..",
              "..core.call..",
              "..core.callrecord..",
              "..core.disposition..",
              "..core.suppression..",
              "..core.agent..",
              "..core.imports..",
              "..core.idempotency..")
          .because("they are what the concepts are made of");

  @ArchTest
  static final ArchRule theQueueKnowsNoOneWhoQueues =
      noClasses()
          .that()
          .resideInAPackage("..core.queue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..core.lead..",
              "..core.campaign..",
              "..core.callback..",
              "..core.call..",
              "..core.callrecord..",
              "..core.disposition..",
              "..core.suppression..",
              "..core.agent..",
              "..core.imports..")
          .because("rows are derived from facts in SQL, and those who change facts call the queue");

  @ArchTest
  static final ArchRule leadsAndCallbacksKnowNoCalls =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..core.lead..", "..core.callback..", "..core.campaign..", "..core.suppression..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..core.call..", "..core.callrecord..", "..core.disposition..")
          .because("a call decides about leads and promises, never the other way round");

  @ArchTest
  static final ArchRule whatFollowsFromACallIsDecidedWithoutADatabase =
      noClasses()
          .that()
          .resideInAPackage(DISPOSITION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("..core.tenant..", "..core.event..")
          .because(
              "values go in and a decision comes out: there is nothing to look up or to write");

  @ArchTest
  static final ArchRule whatFollowsFromACallIsDecidedWithoutUseCases =
      noClasses()
          .that()
          .resideInAPackage(DISPOSITION)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(ApplicationScoped.class)
          .because("a book is a database, even where only a static method of it is called");

  @ArchTest
  static final ArchRule whatFollowsFromACallIsDecidedWithoutAClock =
      noClasses()
          .that()
          .resideInAPackage(DISPOSITION)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because("the use case has read it, and says what time it is");

  @ArchTest
  static final ArchRule whatFollowsFromACallIsDecidedWithoutItsRecord =
      noClasses()
          .that()
          .resideInAPackage(DISPOSITION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CALL_RECORD)
          .because("the rules go by what happened, not by how it is kept");

  @ArchTest
  static final ArchRule nobodyKnowsTheWayOfACall =
      noClasses()
          .that()
          .resideOutsideOfPackage(CALL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CALL)
          .because("calls are logged and corrected from outside, and read on record");

  @ArchTest
  static final ArchRule callsArePutOnRecordByThoseAloneWhoLogThem =
      noClasses()
          .that()
          .resideOutsideOfPackages(CALL_RECORD, CALL)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CallBook.class)
          .because("a call on record without what follows from it leaves its lead as it was");

  @ArchTest
  static final ArchRule theDomainKnowsNoHttp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "java.net.http..")
          .because("the domain is used by the API, and by whoever comes after it");

  @ArchTest
  static final ArchRule nobodyAsksTheSystemForTheTime =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.warmline.core.tenant.Database")
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
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because(
              "a use case reads the injected clock once, so that tests decide what time it is");

  @ArchTest
  static final ArchRule entitiesHaveNoSetters =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameNotMatching("set[A-Z].*")
          .because("an entity has verbs, which check before they change");

  @ArchTest
  static final ArchRule entitiesShowNoField =
      ArchRuleDefinition.fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePrivate()
          .because("what an entity knows changes by its verbs alone");

  @ArchTest
  static final ArchRule namesAreWordsOfTheTrade =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .because("such a name says that nobody knew what the class is about");

  /** Whoever reads a name without its package knows what is meant. */
  @ArchTest
  static void aNameMeansOneThing(JavaClasses classes) {
    Map<String, List<String>> meanings =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));

    meanings.values().removeIf(names -> names.size() == 1);
    assertThat(meanings).isEmpty();
  }

  @ArchTest
  static final ArchRule sqlStaysBesideTheTenant =
      noClasses()
          .that()
          .resideOutsideOfPackages("..core.tenant..", "..core.imports..")
          .should()
          .callMethod(Jdbi.class, "open")
          .because("SQL that goes past TenantSql forgets to bind the tenant");

  @ArchTest
  static final ArchRule useCasesAreNotBuiltByHand =
      classes()
          .that()
          .areAnnotatedWith(ApplicationScoped.class)
          .should()
          .notHaveModifier(JavaModifier.FINAL)
          .because("CDI makes proxies of them");
}
