package io.warmline.core.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a row can be used, and brings its values into the spelling a lead keeps.
 *
 * <p>Numbers are read as numbers of the row's country, else of the campaign's. A row is kept if one
 * of its numbers can be dialled. A cell that cannot be taken is left out with a warning; only the
 * external id, without which the lead could not be found again, costs the row.
 */
final class RowCheck {

  /** No country: only numbers that name theirs can be read. */
  private static final String UNKNOWN_COUNTRY = "ZZ";

  private static final Pattern CALLING_CODE = Pattern.compile("\\(?\\+?\\d{1,4}\\)?(?:\\.0+)?");

  private final String defaultCountry;
  private final LocalDate today;

  /**
   * @param defaultCountry ISO 3166-1 alpha-2 country of rows that name none
   * @param today by which a consent has run out, or a day to come back is past
   */
  RowCheck(String defaultCountry, LocalDate today) {
    this.defaultCountry = defaultCountry;
    this.today = today;
  }

  CheckedRow check(LeadRow row) {
    if (row instanceof LeadRow.Broken broken) {
      return new CheckedRow.Refused(broken);
    }
    LeadRow.Parsed parsed = (LeadRow.Parsed) row;
    try {
      List<RowWarning> warnings = new ArrayList<>(parsed.warnings());
      StatedLead lead = stated(parsed, warnings);
      return new CheckedRow.Usable(lead, warnings);
    } catch (UnreadableRow e) {
      return new CheckedRow.Refused(e.at(row.line()));
    }
  }

  private StatedLead stated(LeadRow.Parsed row, List<RowWarning> warnings) {
    Map<LeadField, String> texts = new EnumMap<>(LeadField.class);
    texts.putAll(row.values());
    Optional<String> callingCode = callingCode(texts, row.facts());
    Optional<String> country = country(texts, warnings);
    Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    country.ifPresent(code -> values.put(LeadField.COUNTRY, code));
    boolean unknown = country.isEmpty() && texts.containsKey(LeadField.COUNTRY);
    String region = unknown ? UNKNOWN_COUNTRY : country.orElse(defaultCountry);
    texts.remove(LeadField.COUNTRY);
    texts.forEach((field, text) -> keep(field, text, region, texts, values, warnings));
    Map<String, String> custom = custom(row, warnings);
    RowNumbers numbers = new RowNumbers(region, callingCode, warnings);
    numbers.read(row);
    StatedPerson person = new RowPerson(row.facts(), today, custom, warnings).of(numbers);
    if (numbers.isEmpty()) {
      throw unknown ? FieldRules.unknownCountry() : numbers.fault();
    }
    return new StatedLead(values, custom, numbers.all(), person);
  }

  /** A column "Country Code" may hold countries or calling codes; digits are no country. */
  private static Optional<String> callingCode(
      Map<LeadField, String> texts, Map<RowFact, RowAssembly.Fact> facts) {
    String country = texts.get(LeadField.COUNTRY);
    boolean code = country != null && CALLING_CODE.matcher(country).matches();
    if (code) {
      texts.remove(LeadField.COUNTRY);
    }
    return Optional.ofNullable(facts.get(RowFact.CALLING_CODE))
        .map(RowAssembly.Fact::text)
        .or(() -> code ? Optional.ofNullable(country) : Optional.empty());
  }

  private static Optional<String> country(Map<LeadField, String> texts, List<RowWarning> warnings) {
    String text = texts.get(LeadField.COUNTRY);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(FieldRules.kept(LeadField.COUNTRY, text));
    } catch (UnreadableRow e) {
      warnings.add(e.asWarning(LeadField.COUNTRY.key()));
      return Optional.empty();
    }
  }

  private static void keep(
      LeadField field,
      String text,
      String country,
      Map<LeadField, String> texts,
      Map<LeadField, String> values,
      List<RowWarning> warnings) {
    if (field.isPhone()) {
      return;
    }
    try {
      String kept =
          field == LeadField.TIME_ZONE
              ? FieldRules.timeZone(text, country, texts.getOrDefault(LeadField.REGION, ""))
              : FieldRules.kept(field, text);
      values.put(field, kept);
    } catch (UnreadableRow e) {
      if (field == LeadField.EXTERNAL_ID) {
        throw e;
      }
      warnings.add(e.asWarning(field.key()));
    }
  }

  private static Map<String, String> custom(LeadRow.Parsed row, List<RowWarning> warnings) {
    Map<String, String> custom = new LinkedHashMap<>();
    row.customFields()
        .forEach(
            (name, text) -> {
              try {
                custom.put(name, FieldRules.keptCustom(name, text));
              } catch (UnreadableRow e) {
                warnings.add(e.asWarning(name));
              }
            });
    return custom;
  }
}
