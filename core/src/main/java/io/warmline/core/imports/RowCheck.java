package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.PlaceWarning;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import io.warmline.core.refusal.RefusalInNotes;
import io.warmline.core.refusal.RefusalWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<LeadField> NAMES =
      EnumSet.of(
          LeadField.TITLE,
          LeadField.FIRST_NAME,
          LeadField.LAST_NAME,
          LeadField.JOB_TITLE,
          LeadField.COMPANY);

  private static final Set<LeadField> WORDS = EnumSet.of(LeadField.NOTES, LeadField.TAGS);

  private static final Pattern CALLING_CODE = Pattern.compile("\\(?\\+?\\d{1,4}\\)?(?:\\.0+)?");

  private final String defaultCountry;
  private final LocalDate today;
  private final StatusWords words;

  /**
   * @param defaultCountry ISO 3166-1 alpha-2 country of rows that name none
   * @param words what words of another system say of where a lead stands
   * @param today by which a consent has run out, or a day to come back is past
   */
  RowCheck(String defaultCountry, LocalDate today, StatusWords words) {
    this.words = words;
    this.defaultCountry = defaultCountry;
    this.today = today;
  }

  CheckedRow check(FileRow row) {
    if (row instanceof FileRow.Broken broken) {
      return new CheckedRow.Refused(broken);
    }
    FileRow.Parsed parsed = (FileRow.Parsed) row;
    try {
      List<RowWarning> warnings = new ArrayList<>(parsed.warnings());
      StatedLead lead = stated(parsed, warnings);
      warnings.replaceAll(parsed.origins()::located);
      return new CheckedRow.Usable(lead, warnings, parsed.origins());
    } catch (UnreadableRow e) {
      return new CheckedRow.Refused(located(e.at(row.line()), parsed.origins()));
    }
  }

  private static FileRow.Broken located(FileRow.Broken fault, RowOrigins origins) {
    String field = fault.field();
    return field == null
        ? fault
        : new FileRow.Broken(
            fault.line(), field, fault.code(), fault.reason(), origins.columnOf(field));
  }

  private StatedLead stated(FileRow.Parsed row, List<RowWarning> warnings) {
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
    RowNumbers numbers =
        new RowNumbers(
            region, callingCode, Optional.ofNullable(row.facts().get(RowFact.AREA_CODE)), warnings);
    numbers.read(row);
    row.spare().forEach(spare -> take(spare, numbers, custom));
    row.spare().forEach(spare -> takeOfMessenger(spare, numbers, custom));
    LeadField.PHONES.forEach(phone -> keepOtherType(row, phone, custom));
    refuse(values, custom, numbers, warnings);
    StatedPerson person = new RowPerson(words, row.facts(), today, custom, warnings).of(numbers);
    warnOfPlace(values, region, numbers, warnings);
    if (numbers.isEmpty()) {
      throw unknown ? FieldRules.unknownCountry(LeadField.COUNTRY) : numbers.fault();
    }
    return new StatedLead(values, custom, numbers.all(), person);
  }

  /** "Work" says nothing of the line, and a type without its number nothing at all. */
  private static void keepOtherType(
      FileRow.Parsed row, LeadField phone, Map<String, String> custom) {
    RowAssembly.Fact type = row.facts().get(RowFact.type(phone));
    if (type != null
        && (RowNumbers.isOtherType(type.text()) || !row.values().containsKey(phone))
        && type.text().length() <= FieldRules.CUSTOM_VALUE_CHARS
        && custom.size() < LeadFileLimits.CUSTOM_FIELDS) {
      custom.putIfAbsent(type.column(), type.text());
    }
  }

  /** A number more than a lead has is kept as it is written. */
  private static void take(
      RowAssembly.SpareNumber spare, RowNumbers numbers, Map<String, String> custom) {
    if (spare.messenger()) {
      return;
    }
    boolean room = custom.size() < LeadFileLimits.CUSTOM_FIELDS;
    if (numbers.isFull() && room && spare.text().length() <= FieldRules.CUSTOM_VALUE_CHARS) {
      custom.put(spare.name(), spare.text());
    } else {
      numbers.read(spare);
    }
  }

  /** After all others, so that it is called only where no other number is wanted to be. */
  private static void takeOfMessenger(
      RowAssembly.SpareNumber spare, RowNumbers numbers, Map<String, String> custom) {
    if (!spare.messenger() || numbers.readOfMessenger(spare)) {
      return;
    }
    if (custom.size() < LeadFileLimits.CUSTOM_FIELDS
        && spare.text().length() <= FieldRules.CUSTOM_VALUE_CHARS) {
      custom.put(spare.name(), spare.text());
    } else {
      numbers.leaveOut(spare);
    }
  }

  private static void refuse(
      Map<LeadField, String> values,
      Map<String, String> custom,
      RowNumbers numbers,
      List<RowWarning> warnings) {
    values.forEach(
        (field, text) -> {
          boolean refuses =
              WORDS.contains(field)
                  ? RefusalInNotes.isIn(text)
                  : NAMES.contains(field) && RefusalWords.areBeside(text);
          if (refuses) {
            refuse(field.key(), numbers, warnings);
          }
        });
    custom.forEach(
        (name, text) -> {
          if (RefusalInNotes.isInField(name, text) || CallHeaders.refuses(name, text)) {
            refuse(name, numbers, warnings);
          }
        });
  }

  private static void refuse(String column, RowNumbers numbers, List<RowWarning> warnings) {
    numbers.refuseAll();
    warnings.add(
        new RowWarning(
            column,
            RowProblem.UNCLEAR_DO_NOT_CALL,
            "says that no calls are wanted, though its column is not for that; the person is not"
                + " called."));
  }

  /** The row is kept as it is written; the law of every place that it may mean is kept, too. */
  private static void warnOfPlace(
      Map<LeadField, String> values,
      String country,
      RowNumbers numbers,
      List<RowWarning> warnings) {
    String region = values.get(LeadField.REGION);
    String postalCode = values.get(LeadField.POSTAL_CODE);
    if (numbers.isEmpty() || (region == null && postalCode == null)) {
      return;
    }
    PostalAddress address = new PostalAddress(values.get(LeadField.COUNTRY), region, postalCode);
    String ofNumber = PhoneNumbers.countryOf(numbers.all().get(0)).orElse(country);
    for (PlaceWarning warning : Places.warnings(address, ofNumber)) {
      LeadField field =
          warning.part() == PlaceWarning.Part.REGION ? LeadField.REGION : LeadField.POSTAL_CODE;
      warnings.add(new RowWarning(field.key(), RowProblem.UNCLEAR_PLACE, warning.detail()));
    }
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
      if (!kept.isEmpty()) {
        values.put(field, kept);
      }
    } catch (UnreadableRow e) {
      if (field == LeadField.EXTERNAL_ID) {
        throw e;
      }
      warnings.add(e.asWarning(field.key()));
    }
  }

  private static Map<String, String> custom(FileRow.Parsed row, List<RowWarning> warnings) {
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
