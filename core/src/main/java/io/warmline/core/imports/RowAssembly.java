package io.warmline.core.imports;

import io.warmline.core.refusal.RefusalWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one row, and what of it cannot be taken. A cell that cannot be stored
 * costs the row only if it is the external id.
 */
final class RowAssembly {

  private static final Pattern CALLING_CODE = Pattern.compile("(?:\\+|00)?[1-9]\\d{0,2}(?:\\.0+)?");

  private static final Set<LeadField> NAMES =
      EnumSet.of(LeadField.FIRST_NAME, LeadField.LAST_NAME, LeadField.FULL_NAME);

  private final Map<LeadField, String> values = new EnumMap<>(LeadField.class);
  private final Map<RowFact, Fact> facts = new EnumMap<>(RowFact.class);
  private final Map<String, String> customFields = new LinkedHashMap<>();
  private final Map<LeadField, String> origins = new EnumMap<>(LeadField.class);
  private final List<SpareNumber> spare = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private final List<RowWarning> warnings = new ArrayList<>();
  private final UniqueNames customNames = new UniqueNames();
  private int surplusPhones;

  /**
   * What a column says besides a field.
   *
   * @param column its name
   * @param also another column that says the same kind of thing, in other words
   */
  record Fact(String column, String text, @Nullable Fact also) {

    Fact(String column, String text) {
      this(column, text, null);
    }

    /** This and all others. */
    List<Fact> all() {
      List<Fact> facts = new ArrayList<>();
      for (Fact fact = this; fact != null; fact = fact.also()) {
        facts.add(fact);
      }
      return facts;
    }
  }

  /**
   * A number in a column that has no phone field of its own.
   *
   * @param name the custom field that keeps it if the lead has numbers enough
   * @param messenger whether a messenger knows the lead by it, and it may be no number
   */
  record SpareNumber(String name, String column, String text, boolean messenger) {}

  /**
   * Adds the value of a column; a blank one is absent.
   *
   * @throws UnreadableRow if it is an external id that cannot be stored
   */
  void put(DetectedLayout.Column column, String text) {
    ColumnTarget target = column.target();
    if (isPrefixOfNumber(target, text)) {
      putFact(RowFact.CALLING_CODE, column.name(), text);
    } else if (target instanceof ColumnTarget.Field field) {
      putValue(field.field(), column.name(), text);
    } else if (target instanceof ColumnTarget.Custom custom) {
      putCustom(custom.name(), column.name(), text);
    } else if (target instanceof ColumnTarget.Fact fact) {
      putFact(fact.fact(), column.name(), text);
    } else if (target instanceof ColumnTarget.AddressOrPosition) {
      boolean address = FullName.isTitle(FieldText.trimmed(text));
      putValue(address ? LeadField.TITLE : LeadField.JOB_TITLE, column.name(), text);
    } else if (target instanceof ColumnTarget.SparePhone phone) {
      putSpare(phone.name(), column.name(), text, false);
    } else if (target instanceof ColumnTarget.MessengerPhone phone) {
      putSpare(phone.name(), column.name(), text, true);
    }
  }

  /** A column "Prefix" may be one of names or of numbers; digits are no form of address. */
  private static boolean isPrefixOfNumber(ColumnTarget target, String text) {
    return target instanceof ColumnTarget.Field field
        && field.field() == LeadField.TITLE
        && CALLING_CODE.matcher(FieldText.trimmed(text)).matches();
  }

  private void putFact(RowFact fact, String column, String text) {
    String value = storable(column, text);
    if (value.isEmpty()) {
      return;
    }
    Fact before = facts.get(fact);
    if (fact == RowFact.STATUS) {
      facts.put(fact, new Fact(column, value, before));
    } else if (before == null || fact == RowFact.DO_NOT_CALL || fact == RowFact.MAY_CALL) {
      facts.put(fact, isStronger(fact, value) ? new Fact(column, value) : before);
    } else if (!value.equals(before.text())) {
      warnings.add(
          new RowWarning(
              column,
              RowProblem.CONFLICTING_VALUE,
              "Another column says the same kind of thing; that one was taken."));
    }
  }

  /** Of several columns that may say that the person wants no calls, one that says so counts. */
  private boolean isStronger(RowFact fact, String value) {
    boolean harmless = fact == RowFact.MAY_CALL;
    return !facts.containsKey(fact) || !YesOrNo.of(value).equals(Optional.of(harmless));
  }

  private void putSpare(String name, String column, String text, boolean messenger) {
    String value = storable(column, text);
    if (!value.isEmpty()) {
      spare.add(new SpareNumber(name, column, value, messenger));
    }
  }

  /** Adds a custom field; if the row has one of this name already, under the name with a suffix. */
  void putCustom(String name, String column, String text) {
    String value = storable(column, text);
    if (value.isEmpty()) {
      return;
    }
    if (customFields.size() < LeadFileLimits.CUSTOM_FIELDS) {
      customFields.put(customNames.claim(name), value);
    } else {
      cut.add(column);
    }
  }

  /**
   * Adds a phone number to the first phone field that is free, else as the custom field {@code
   * phone6} and on.
   */
  void putPhone(String column, String text) {
    for (LeadField phone : LeadField.PHONES) {
      if (!values.containsKey(phone)) {
        putValue(phone, column, text);
        return;
      }
    }
    surplusPhones++;
    putCustom("phone" + (LeadField.PHONES.size() + surplusPhones), column, text);
  }

  private void putValue(LeadField field, String column, String text) {
    String value =
        field == LeadField.EXTERNAL_ID
            ? FieldText.storable(column, text)
            : storable(column, text, isName(field));
    if (!value.isEmpty()) {
      values.put(field, value);
      origins.put(field, column);
    }
  }

  private static boolean isName(LeadField field) {
    return NAMES.contains(field);
  }

  private String storable(String column, String text) {
    return storable(column, text, false);
  }

  /** The text as it can be kept; what cannot be is left out with a warning. */
  private String storable(String column, String text, boolean name) {
    try {
      String value = FieldText.storable(column, text);
      return FieldText.isNothing(value, name) ? "" : value;
    } catch (UnreadableRow e) {
      warnings.add(e.asWarning(column));
      return "";
    }
  }

  /** The row. */
  FileRow.Parsed at(long line) {
    if (!cut.isEmpty()) {
      warnings.add(
          new RowWarning(
              cut.get(0),
              RowProblem.TOO_MANY_CUSTOM_FIELDS,
              HeaderNames.cut(
                  "The row has %d custom fields; %d are kept. Left out: %s. Name the columns to keep, or \"ignore\" others, by a mapping."
                      .formatted(
                          customFields.size() + cut.size(),
                          LeadFileLimits.CUSTOM_FIELDS,
                          String.join(", ", cut)),
                  RowProblem.REASON_CHARS)));
    }
    splitFullName();
    return new FileRow.Parsed(
        line, values, customFields, facts, warnings, spare, new RowOrigins(origins, facts));
  }

  /** Parts that have a column of their own win over parts of the whole name. */
  private void splitFullName() {
    String whole = values.remove(LeadField.FULL_NAME);
    if (whole == null) {
      return;
    }
    if (RefusalWords.areBeside(whole)) {
      String column = origins.getOrDefault(LeadField.FULL_NAME, LeadField.FULL_NAME.key());
      facts.put(RowFact.DO_NOT_CALL, new Fact(column, "do not call"));
      warnings.add(
          new RowWarning(
              column,
              RowProblem.UNCLEAR_DO_NOT_CALL,
              "says beside the name that no calls are wanted; the person is not called."));
    }
    String bare = RefusalWords.without(whole);
    if (FullName.isCompany(bare) && !values.containsKey(LeadField.COMPANY)) {
      values.put(LeadField.COMPANY, bare);
      return;
    }
    FullName name = FullName.of(bare);
    putIfAbsent(LeadField.TITLE, name.title());
    putIfAbsent(LeadField.FIRST_NAME, name.first());
    putIfAbsent(LeadField.LAST_NAME, name.last());
  }

  private void putIfAbsent(LeadField field, String value) {
    if (!value.isEmpty() && values.putIfAbsent(field, value) != null) {
      warnIfDifferent(field, value);
    }
  }

  private void warnIfDifferent(LeadField field, String value) {
    if (!HeaderNames.folded(value).equals(HeaderNames.folded(values.getOrDefault(field, "")))) {
      warnings.add(
          new RowWarning(
              LeadField.FULL_NAME.key(),
              RowProblem.CONFLICTING_VALUE,
              "The whole name has another %s than the column for it; that of the column was taken."
                  .formatted(field.key())));
    }
  }
}
