package io.warmline.api.resource;

import io.warmline.api.contract.model.PlaceWarningCodeDto;
import io.warmline.api.contract.model.PlaceWarningDto;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.PlaceWarning;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of an address was not understood, as the contract shows it. */
final class PlaceWarningMapper {

  private PlaceWarningMapper() {}

  /** Null if all was understood. */
  static @Nullable List<PlaceWarningDto> of(LeadProfile profile, List<LeadPhone> phones) {
    Optional<PhoneNumber> first = phones.stream().map(LeadPhone::number).findFirst();
    Optional<PostalAddress> stated =
        Optional.ofNullable(profile.statedPlace()).map(LeadProfile.StatedPlace::place);
    return orNull(
        Stream.concat(
                of(profile.address().place(), first, "/address"),
                of(stated, first, "/statedPlace"))
            .toList());
  }

  /** Null if all was understood. */
  static @Nullable List<PlaceWarningDto> of(Optional<PostalAddress> address, PhoneNumber number) {
    return orNull(of(address, Optional.of(number), "/address").toList());
  }

  private static @Nullable List<PlaceWarningDto> orNull(List<PlaceWarningDto> warnings) {
    return warnings.isEmpty() ? null : warnings;
  }

  private static Stream<PlaceWarningDto> of(
      Optional<PostalAddress> address, Optional<PhoneNumber> number, String pointer) {
    String country = number.flatMap(PhoneNumbers::countryOf).orElse("");
    return address.stream()
        .flatMap(place -> Places.warnings(place, country).stream())
        .map(
            warning ->
                new PlaceWarningDto()
                    .pointer(pointer + part(warning.part()))
                    .code(code(warning.code()))
                    .detail(warning.detail()));
  }

  private static String part(PlaceWarning.Part part) {
    return switch (part) {
      case REGION -> "/region";
      case POSTAL_CODE -> "/postalCode";
    };
  }

  private static PlaceWarningCodeDto code(PlaceWarning.Code code) {
    return switch (code) {
      case REGION_NOT_UNDERSTOOD -> PlaceWarningCodeDto.REGION_NOT_UNDERSTOOD;
      case POSTAL_CODE_NOT_UNDERSTOOD -> PlaceWarningCodeDto.POSTAL_CODE_NOT_UNDERSTOOD;
      case POSTAL_CODE_MENDED -> PlaceWarningCodeDto.POSTAL_CODE_MENDED;
      case REGION_AND_POSTAL_CODE_DISAGREE -> PlaceWarningCodeDto.REGION_AND_POSTAL_CODE_DISAGREE;
    };
  }
}
