package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

  @Test
  void mappedColumnsGoWhereTheSenderSaysAndTheOthersAreRecognised() {
    ColumnMapping mapping =
        ColumnMapping.of(
            Map.of(
                "Ref", "externalId", "Hotline", "phone1", "email", "ignore", "X", "custom.size"));

    try (LeadFile file =
        Leads.openCsv("Ref,Hotline,phone,Email,X,City\n7,030 1,030 2,a@b.de,XL,Bonn\n", mapping)) {
      FileRow.Parsed row = parsed(file.next());

      assertThat(row.values())
          .containsExactly(
              Map.entry(LeadField.EXTERNAL_ID, "7"),
              Map.entry(LeadField.CITY, "Bonn"),
              Map.entry(LeadField.PHONE_1, "030 1"),
              Map.entry(LeadField.PHONE_2, "030 2"));
      assertThat(row.customFields()).containsExactly(Map.entry("size", "XL"));
    }
  }

  @Test
  void aMappedFieldIsNotGivenToTheColumnThatIsNamedLikeIt() {
    ColumnMapping mapping = ColumnMapping.of(Map.of("billing mail", "email"));

    try (LeadFile file = Leads.openCsv("phone,email,billing mail\n1,a@b.de,c@d.de\n", mapping)) {
      FileRow.Parsed row = parsed(file.next());

      assertThat(row.values()).containsEntry(LeadField.EMAIL, "c@d.de");
      assertThat(row.customFields()).containsEntry("email", "a@b.de");
    }
  }

  @Test
  void anExactSpellingWinsOverASimilarOne() {
    ColumnMapping mapping =
        ColumnMapping.of(Map.of("E-MAIL", "custom.second", "email", "custom.first"));

    try (LeadFile file = Leads.openCsv("phone,E-Mail,email\n1,b@b.de,a@b.de\n", mapping)) {
      assertThat(parsed(file.next()).customFields())
          .containsOnly(Map.entry("first", "a@b.de"), Map.entry("second", "b@b.de"));
    }
  }

  @Test
  void theSecondOfTwoColumnsOfOneNameIsMappedByItsSuffix() {
    ColumnMapping mapping = ColumnMapping.of(Map.of("Info (2)", "notes"));

    try (LeadFile file = Leads.openCsv("phone,Info,Info\n1,a,b\n", mapping)) {
      FileRow.Parsed row = parsed(file.next());

      assertThat(row.values()).containsEntry(LeadField.NOTES, "b");
      assertThat(row.customFields()).containsExactly(Map.entry("Info", "a"));
    }
  }

  @Test
  void aMappedPhoneMakesAListWithoutAPhoneColumnReadable() {
    ColumnMapping mapping = ColumnMapping.of(Map.of("Hotline", "phone2"));

    try (LeadFile file = Leads.openCsv("Hotline\n030 1\n", mapping)) {
      assertThat(parsed(file.next()).values()).containsEntry(LeadField.PHONE_2, "030 1");
    }
  }

  @Test
  void anUnknownFieldIsNamedWithThoseThatExist() {
    WarmlineException refusal = refusalOf(Map.of("Ref", "customerNo"));

    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_VALUE);
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.code()).isEqualTo("UNKNOWN_FIELD");
              assertThat(violation.message())
                  .contains("Ref", "customerNo", "externalId", "phone3", "custom.");
            });
  }

  @Test
  void aCustomFieldNeedsANameOfAtMost64Characters() {
    assertThat(refusalOf(Map.of("A", "custom.")).violations()).hasSize(1);
    assertThat(refusalOf(Map.of("A", "custom." + "x".repeat(65))).violations()).hasSize(1);
    assertThat(ColumnMapping.of(Map.of("A", "custom." + "x".repeat(64)))).isNotNull();
  }

  @Test
  void oneFieldCannotTakeTwoColumnsButManyCanBeIgnored() {
    assertThat(refusalOf(Map.of("A", "email", "B", "email")).violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.code()).isEqualTo("DUPLICATE_FIELD"));
    assertThat(ColumnMapping.of(Map.of("A", "ignore", "B", "ignore"))).isNotNull();
  }

  @Test
  void anUnknownColumnIsNamedWithThoseThatExist() {
    ColumnMapping mapping = ColumnMapping.of(Map.of("Fone", "phone1", "City", "city"));

    WarmlineException refusal =
        catchThrowableOfType(
            WarmlineException.class, () -> Leads.openCsv("Phone,City\n1,Bonn\n", mapping).close());

    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_VALUE);
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.code()).isEqualTo("UNKNOWN_COLUMN");
              assertThat(violation.message()).contains("Fone", "Phone, City");
            });
  }

  private static WarmlineException refusalOf(Map<String, String> targets) {
    return catchThrowableOfType(WarmlineException.class, () -> ColumnMapping.of(targets));
  }
}
