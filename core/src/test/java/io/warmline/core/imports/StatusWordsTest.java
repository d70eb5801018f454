package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.lead.LeadStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Existing Client, CUSTOMER",
    "Customer (since 2019), CUSTOMER",
    "Customer - gold, CUSTOMER",
    "Kunde / Bestellung offen, CUSTOMER",
    "Churned customer, LAPSED",
    "Not interested: has a supplier, DISQUALIFIED",
    "Blacklisted, DO_NOT_CALL",
    "Remove, DO_NOT_CALL",
    "DNC - per husband, DO_NOT_CALL",
    "Open - Not Contacted, COLD"
  })
  void whatItMeansIsKnown(String text, LeadStatus status) {
    assertThat(StatusWords.USUAL.of(text)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"New - from the fair", "Lead / reorder", "Perhaps a customer", "Closed - other"})
  void whatIsCalledColdTakesTheWholeText(String text) {
    assertThat(StatusWords.USUAL.of(text)).isEmpty();
  }
}
