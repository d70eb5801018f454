package io.warmline.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
          .because("by its tag the profile 'pure' knows what it leaves out");
}
