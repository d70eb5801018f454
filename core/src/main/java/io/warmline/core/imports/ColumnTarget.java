package io.warmline.core.imports;

import java.util.Optional;

/** Where the values of a column go. */
public sealed interface ColumnTarget {

  /** The prefix of custom fields in a column mapping. */
  String CUSTOM_PREFIX = "custom.";

  /** The word for a column that is left out, in a column mapping. */
  String IGNORE = "ignore";

  /**
   * How a column mapping writes this target: a field's key, {@code custom.} and a name, or {@code
   * ignore}.
   */
  String key();

  /** The target that a column mapping writes like this, if there is one. */
  static Optional<ColumnTarget> ofKey(String key) {
    if (key.equals(IGNORE)) {
      return Optional.of(new Ignored());
    }
    if (key.startsWith(CUSTOM_PREFIX)) {
      return customOf(FieldText.trimmed(key.substring(CUSTOM_PREFIX.length())));
    }
    return LeadField.ofKey(key)
        .<ColumnTarget>map(Field::new)
        .or(() -> RowFact.ofKey(key).map(Fact::new));
  }

  private static Optional<ColumnTarget> customOf(String name) {
    boolean valid = !name.isEmpty() && HeaderNames.clean(name, 1).equals(name);
    return valid ? Optional.of(new Custom(name)) : Optional.empty();
  }

  /** The column is a field of the lead. */
  record Field(LeadField field) implements ColumnTarget {
    @Override
    public String key() {
      return field.key();
    }
  }

  /** The column says something else of the person or of a number. */
  record Fact(RowFact fact) implements ColumnTarget {
    @Override
    public String key() {
      return fact.key();
    }
  }

  /** The column is called "title": a form of address, or a job title, whichever its value is. */
  record AddressOrPosition() implements ColumnTarget {
    @Override
    public String key() {
      return LeadField.TITLE.key();
    }
  }

  /**
   * The column holds one more phone number than there are phone fields: it goes to a field that the
   * row leaves free, else to a custom field of this name.
   */
  record SparePhone(String name) implements ColumnTarget {
    @Override
    public String key() {
      return CUSTOM_PREFIX + name;
    }
  }

  /**
   * The column holds by what a messenger knows the lead: a number is one more of the lead's, and
   * what is none goes to a custom field of this name.
   */
  record MessengerPhone(String name) implements ColumnTarget {
    @Override
    public String key() {
      return CUSTOM_PREFIX + name;
    }
  }

  /**
   * The column is kept as a custom field of this name, at most {@link LeadFileLimits#NAME_CHARS}
   * long.
   */
  record Custom(String name) implements ColumnTarget {
    @Override
    public String key() {
      return CUSTOM_PREFIX + name;
    }
  }

  /** The column is left out on request. */
  record Ignored() implements ColumnTarget {
    @Override
    public String key() {
      return IGNORE;
    }
  }
}
