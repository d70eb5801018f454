package io.warmline.core.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns that hold a part of an address with words before it, such as {@code
 * primary_address_zipcode} or {@code Company State}, folded as by {@link HeaderNames#folded}.
 */
final class PlaceHeaders {

  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?:primary|main|company|corporate|mailing|billing|shipping|work|business|home|office|person"
              + "|personal|contact|lead|prospect|customer|account|hq|headquarters?|organi[sz]ation|org"
              + "|other|physical|permanent|location|address|addr|firma|firmen)+?(.+)");

  private static final Set<LeadField> PLACES =
      Set.of(
          LeadField.STREET,
          LeadField.CITY,
          LeadField.COUNTY,
          LeadField.REGION,
          LeadField.POSTAL_CODE,
          LeadField.COUNTRY,
          LeadField.TIME_ZONE);

  private PlaceHeaders() {}

  /** The part of an address that a column of this name holds. */
  static Optional<LeadField> of(String folded) {
    Matcher qualified = QUALIFIED.matcher(folded);
    for (int from = 0; qualified.region(from, folded.length()).lookingAt(); ) {
      Optional<LeadField> field = HeaderSynonyms.specific(folded.substring(qualified.start(1)));
      if (field.isPresent()) {
        return field.filter(PLACES::contains);
      }
      from = qualified.start(1);
    }
    return Optional.empty();
  }
}
