package io.warmline.api.resource;

import io.warmline.api.contract.model.AddressDto;
import io.warmline.api.contract.model.LeadFieldsDto;
import io.warmline.api.contract.model.NewLeadDto;
import io.warmline.api.contract.model.StatedPlaceDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.WrittenNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request states of a lead, as the domain takes it. */
final class LeadFactsMapper {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_VALUE = 1000;

  /**
   * The contract's format "email", as strict as it is useful: something, an at sign, something with
   * a dot.
   */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private LeadFactsMapper() {}

  static LeadFacts facts(NewLeadDto dto, String campaignCountry) {
    LeadFieldsDto fields =
        new LeadFieldsDto()
            .title(dto.getTitle())
            .firstName(dto.getFirstName())
            .lastName(dto.getLastName())
            .company(dto.getCompany())
            .jobTitle(dto.getJobTitle())
            .email(dto.getEmail())
            .website(dto.getWebsite())
            .phones(dto.getPhones())
            .address(dto.getAddress())
            .timeZone(dto.getTimeZone())
            .consent(dto.getConsent())
            .relationship(dto.getRelationship())
            .language(dto.getLanguage())
            .score(dto.getScore())
            .notes(dto.getNotes())
            .statedPlace(dto.getStatedPlace())
            .contractEnd(dto.getContractEnd())
            .tags(dto.getTags())
            .customFields(dto.getCustomFields());
    return facts(Optional.ofNullable(dto.getExternalId()), fields, campaignCountry);
  }

  static LeadFacts facts(Optional<String> externalId, LeadFieldsDto dto, String campaignCountry) {
    AddressDto address = dto.getAddress() == null ? new AddressDto() : dto.getAddress();
    String country =
        address.getCountry() == null
            ? campaignCountry
            : Values.country(address.getCountry(), "/address/country");
    if (dto.getEmail() != null && !EMAIL.matcher(dto.getEmail()).matches()) {
      throw new InvalidValue("/email", "FORMAT", "must be an e-mail address");
    }
    ZoneId zone = Values.maybe(dto.getTimeZone(), id -> Values.zone(id, "/timeZone"));
    LeadProfile profile =
        new LeadProfile(
            dto.getTitle(),
            dto.getFirstName(),
            dto.getLastName(),
            dto.getCompany(),
            dto.getJobTitle(),
            dto.getEmail(),
            dto.getWebsite(),
            address(address),
            zone,
            ConsentMapper.consent(dto.getConsent()),
            Values.maybe(dto.getLanguage(), code -> Values.language(code, "/language")),
            dto.getScore() == null ? 0 : dto.getScore(),
            dto.getNotes(),
            customFields(dto.getCustomFields()),
            Values.date(dto.getContractEnd(), "/contractEnd").orElse(null),
            stated(dto.getStatedPlace(), "/statedPlace"),
            ConsentMapper.relationship(dto.getRelationship()),
            dto.getTags() == null ? Tags.NONE : new Tags(dto.getTags()));
    List<WrittenNumber> numbers = numbers(dto.getPhones(), country);
    return new LeadFacts(
        externalId,
        profile,
        numbers.stream().map(WrittenNumber::number).toList(),
        extensions(numbers),
        types(dto.getPhones(), numbers));
  }

  /** A place of which nothing is said is none. */
  static @Nullable StatedPlace stated(@Nullable StatedPlaceDto dto, String pointer) {
    if (dto == null || dto.equals(new StatedPlaceDto())) {
      return null;
    }
    String country =
        Values.maybe(dto.getCountry(), code -> Values.country(code, pointer + "/country"));
    return new StatedPlace(country, dto.getRegion(), dto.getPostalCode());
  }

  private static LeadProfile.Address address(AddressDto dto) {
    return new LeadProfile.Address(
        dto.getStreet(),
        dto.getCity(),
        dto.getCounty(),
        dto.getRegion(),
        dto.getPostalCode(),
        dto.getCountry());
  }

  private static List<WrittenNumber> numbers(List<String> texts, String country) {
    List<WrittenNumber> numbers = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      numbers.add(Values.written(texts.get(i), country, "/phones/" + i));
    }
    return numbers;
  }

  /** Of a number that is given twice, the first extension. */
  private static Map<PhoneNumber, String> extensions(List<WrittenNumber> numbers) {
    Map<PhoneNumber, String> extensions = new LinkedHashMap<>();
    for (WrittenNumber written : numbers) {
      written.extension().ifPresent(digits -> extensions.putIfAbsent(written.number(), digits));
    }
    return extensions;
  }

  /** Of a number that is given twice, the first type. */
  private static Map<PhoneNumber, NumberType> types(
      List<String> texts, List<WrittenNumber> numbers) {
    Map<PhoneNumber, NumberType> types = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      PhoneNumber number = numbers.get(i).number();
      NumberType.in(texts.get(i)).ifPresent(type -> types.putIfAbsent(number, type));
    }
    return types;
  }

  /** Names and values of a map are not held to the contract by the generated code. */
  private static Map<String, String> customFields(@Nullable Map<String, String> fields) {
    if (fields == null) {
      return Map.of();
    }
    fields.forEach(
        (name, value) -> {
          if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf(0) >= 0) {
            throw new InvalidValue("/customFields", "SIZE", "names have 1 to 64 characters");
          }
          if (value.length() > LONGEST_VALUE) {
            throw new InvalidValue(
                "/customFields/" + name, "SIZE", "values have at most 1000 characters");
          }
        });
    return fields;
  }
}
