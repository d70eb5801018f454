package io.warmline.api.resource;

import io.warmline.api.contract.model.AddressDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.LeadPhoneDto;
import io.warmline.core.imports.FormulaGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lead as cells of a line that is about something else. */
final class LeadCells {

  static final List<String> COLUMNS =
      List.of(
          "externalId",
          "title",
          "firstName",
          "lastName",
          "company",
          "jobTitle",
          "email",
          "website",
          "phone1",
          "phone2",
          "phone3",
          "phone4",
          "phone5",
          "street",
          "city",
          "region",
          "postalCode",
          "country",
          "leadNotes");

  private static final int MOST_PHONES = 5;

  private LeadCells() {}

  /** A number with its plus sign is no formula. */
  static Stream<String> of(@Nullable LeadDto known) {
    LeadDto lead = known == null ? new LeadDto() : known;
    AddressDto address = Objects.requireNonNullElseGet(lead.getAddress(), AddressDto::new);
    List<String> phones = new ArrayList<>();
    List<LeadPhoneDto> numbers = lead.getPhones();
    for (int i = 0; i < MOST_PHONES; i++) {
      phones.add(numbers != null && i < numbers.size() ? numbers.get(i).getNumber() : "");
    }
    return Stream.of(
            guarded(
                lead.getExternalId(),
                lead.getTitle(),
                lead.getFirstName(),
                lead.getLastName(),
                lead.getCompany(),
                lead.getJobTitle(),
                lead.getEmail(),
                lead.getWebsite()),
            phones.stream(),
            guarded(
                address.getStreet(),
                address.getCity(),
                address.getRegion(),
                address.getPostalCode(),
                address.getCountry(),
                lead.getNotes()))
        .flatMap(cells -> cells);
  }

  /** Texts, none of which a spreadsheet runs; empty for what is not there. */
  static Stream<String> guarded(@Nullable Object... values) {
    return Stream.of(values).map(value -> FormulaGuard.guarded(Objects.toString(value, "")));
  }
}
