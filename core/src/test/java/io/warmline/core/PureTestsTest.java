package io.warmline.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code -Ppure} leaves out is all that needs a server, and nothing else does. */
@AnalyzeClasses(packages = "io.warmline.core", importOptions = ImportOption.OnlyIncludeTests.class)
class PureTestsTest {

  @ArchTest
  static final ArchRule whatNeedsADatabaseIsTagged =
      classes()
          .that()
          .areAnnotatedWith("io.quarkus.test.junit.QuarkusTest")
          .should()
          .beAssignableTo("io.warmline.core.OnPostgres")
          .orShould()
          .beAnnotatedWith(itsTag())
          .because("by its tag the profile 'pure' knows what it leaves out");

  @ArchTest
  static final ArchRule whatIsTaggedWaitsForTheOthersOnTheDatabase =
      classes()
          .that()
          .areAnnotatedWith(itsTag())
          .should()
          .beAnnotatedWith(oneAfterTheOther())
          .because("all of them share one database, and its rounds are made for all tenants");

  private static DescribedPredicate<JavaAnnotation<?>> oneAfterTheOther() {
    return DescribedPredicate.describe(
        "execution in the same thread",
        annotation ->
            annotation.getRawType().isEquivalentTo(Execution.class)
                && annotation
                    .get("value")
                    .filter(mode -> mode.toString().contains(ExecutionMode.SAME_THREAD.name()))
                    .isPresent());
  }

  private static DescribedPredicate<JavaAnnotation<?>> itsTag() {
    return DescribedPredicate.describe(
        "the tag " + OnPostgres.TAG,
        annotation ->
            annotation.getRawType().isEquivalentTo(Tag.class)
                && annotation.get("value").filter(OnPostgres.TAG::equals).isPresent());
  }
}
