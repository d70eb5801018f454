package io.warmline.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Tag;

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

  private static DescribedPredicate<JavaAnnotation<?>> itsTag() {
    return DescribedPredicate.describe(
        "the tag " + OnPostgres.TAG,
        annotation ->
            annotation.getRawType().isEquivalentTo(Tag.class)
                && annotation.get("value").filter(OnPostgres.TAG::equals).isPresent());
  }
}
