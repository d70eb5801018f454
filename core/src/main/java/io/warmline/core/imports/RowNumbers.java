package io.warmline.core.imports;

import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.phone.PhoneReading;
import io.warmline.core.phone.PhoneReading.Doubt;
import io.warmline.core.phone.PhoneReading.Kind;
import io.warmline.core.phone.WrittenNumber;
import io.warmline.core.refusal.RefusalWords;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of one row, with their extensions, and those on which no calls are wanted. */
final class RowNumbers {

  private static final Pattern EXTENSION = Pattern.compile("\\D*?(\\d{1,9})(?:[.,]0+)?(\\D*)");

  private static final Pattern SIGN =
      Pattern.compile(
          "(?iu)[\\s#:.(-]*(?:x|ext|extn|extension|durchwahl|dw|nst|nebenstelle|poste)?[\\s#:.(-]*"
              + "\\d+(?:[.,]0+)?[\\s.)]*");

  private static final Pattern FAX = Pattern.compile("(?iu)fax|t[eé]l[eé]copie");

  private final String region;
  private final Optional<String> callingCode;
  private final Optional<RowAssembly.Fact> areaCode;
  private final List<RowWarning> warnings;
  private final Map<PhoneNumber, Optional<String>> numbers = new LinkedHashMap<>();
  private final Map<LeadField, Set<PhoneNumber>> byField = new EnumMap<>(LeadField.class);
  private final Set<PhoneNumber> refused = new LinkedHashSet<>();
  private final Map<PhoneNumber, NumberType> types = new LinkedHashMap<>();
  private @Nullable UnreadableRow first;

  /**
   * @param region the country whose national spelling is meant
   * @param callingCode as a column of its own has it
   * @param areaCode of the first number, as a column of its own has it
   */
  RowNumbers(
      String region,
      Optional<String> callingCode,
      Optional<RowAssembly.Fact> areaCode,
      List<RowWarning> warnings) {
    this.region = region;
    this.callingCode = callingCode;
    this.areaCode = areaCode;
    this.warnings = warnings;
  }

  /** Reads every cell of the row that should hold a number. */
  void read(FileRow.Parsed row) {
    for (LeadField field : LeadField.PHONES) {
      String text = row.values().get(field);
      if (text != null) {
        read(field, isFax(row, field) ? "Fax: " + text : text, called(row, field));
      }
      RowAssembly.Fact extension = row.facts().get(RowFact.extension(field));
      if (extension != null) {
        extend(field, extension);
      }
    }
  }

  /** What the list calls the number: in a column for that, else by the name of its column. */
  private static String called(FileRow.Parsed row, LeadField field) {
    RowAssembly.Fact type = row.facts().get(RowFact.type(field));
    return type == null ? row.origins().columnOf(field.key()) : type.text();
  }

  private static boolean isFax(FileRow.Parsed row, LeadField field) {
    RowAssembly.Fact type = row.facts().get(RowFact.type(field));
    return type != null && FAX.matcher(type.text()).find();
  }

  /** Whether a type is none of those that are known, and is kept as it stands. */
  static boolean isOtherType(String type) {
    return NumberType.named(type).isEmpty()
        && NumberType.in(type).isEmpty()
        && !FAX.matcher(type).find();
  }

  /** Reads a number beyond the phone fields. */
  void read(RowAssembly.SpareNumber spare) {
    int before = warnings.size();
    read(LeadField.PHONE_5, spare.text(), spare.column());
    for (int i = before; i < warnings.size(); i++) {
      RowWarning warning = warnings.get(i);
      if (warning.field().equals(LeadField.PHONE_5.key())) {
        warnings.set(i, warning.in(spare.column()));
      }
    }
  }

  /**
   * Reads by what a messenger knows the lead: a mobile number, where it is one. Beside others it is
   * one only where nothing about it is in doubt; where it is the only one, that is told.
   *
   * @return false if it is none, or the lead has as many as one can have
   */
  boolean readOfMessenger(RowAssembly.SpareNumber spare) {
    PhoneReading reading = reading(RefusalWords.withoutBesideNumber(spare.text()));
    boolean only = numbers.isEmpty();
    boolean sure = reading.doubts().isEmpty();
    if (reading.numbers().isEmpty() || isFull() || (!only && !sure)) {
      return false;
    }
    read(spare);
    reading.numbers().forEach(it -> types.putIfAbsent(it.number(), NumberType.MOBILE));
    if (only) {
      warnings.add(
          new RowWarning(
              spare.column(),
              RowProblem.MESSENGER_NUMBER,
              "is a column of a messenger, and the row has no other number: this one is called. Map the"
                  + " column to a custom field, or ignore it, if it is not to be.",
              Optional.of(spare.column())));
    }
    return true;
  }

  /** What is no number, and cannot be kept as anything else. */
  void leaveOut(RowAssembly.SpareNumber spare) {
    warnings.add(
        new RowWarning(
            spare.column(),
            RowProblem.INVALID_PHONE_NUMBER,
            "holds no phone number, and could not be kept as a custom field; it was left out.",
            Optional.of(spare.column())));
  }

  /** Whether the lead has as many numbers as one can have. */
  boolean isFull() {
    return numbers.size() >= KnownLead.MOST_NUMBERS;
  }

  private void read(LeadField field, String text, String called) {
    String number = RefusalWords.withoutBesideNumber(text);
    boolean refuses = !number.equals(text);
    PhoneReading reading = byField.isEmpty() ? withAreaCode(number) : reading(number);
    Set<PhoneNumber> found = new LinkedHashSet<>();
    for (WrittenNumber written : reading.numbers()) {
      add(field, written);
      found.add(written.number());
    }
    byField.computeIfAbsent(field, phone -> new LinkedHashSet<>()).addAll(found);
    type(reading, number, called);
    if (refuses) {
      refused.addAll(found);
    }
    reading.doubts().forEach(doubt -> doubt(field, doubt));
  }

  /**
   * The number behind its area code, unless it has one itself. Without it many a number is one of
   * another town.
   */
  private PhoneReading withAreaCode(String number) {
    PhoneReading alone = reading(number);
    if (areaCode.isEmpty()) {
      return alone;
    }
    String written = areaCode.get().text().strip();
    String area = digits(written.replaceFirst("[.,]0+$", ""));
    boolean international = written.startsWith("+") || written.startsWith("00");
    String own = digits(number);
    boolean whole =
        !international
            && (number.strip().startsWith("+")
                || own.startsWith("0")
                || own.startsWith(withoutZeros(area)));
    if (whole && !alone.numbers().isEmpty()) {
      return alone;
    }
    String prefix = international ? "+" + withoutZeros(area) : area;
    PhoneReading joined = reading(prefix + " " + number);
    if (!joined.numbers().isEmpty()) {
      return joined;
    }
    boolean within =
        alone.numbers().stream().anyMatch(it -> it.number().e164().contains(withoutZeros(area)));
    if (!within) {
      warnings.add(
          new RowWarning(
              areaCode.get().column(),
              RowProblem.INVALID_PHONE_NUMBER,
              "is no area code that goes with the number beside it; it was left out."));
    }
    return alone;
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  private static String withoutZeros(String digits) {
    return digits.replaceFirst("^0+", "");
  }

  private PhoneReading reading(String number) {
    return callingCode
        .map(code -> PhoneNumbers.read(number, code, region))
        .orElseGet(() -> PhoneNumbers.read(number, region));
  }

  /** What stands beside a number says more of it than the name of its column. */
  private void type(PhoneReading reading, String text, String called) {
    boolean plain =
        reading.numbers().size() == 1
            && reading.doubts().stream().noneMatch(doubt -> doubt.kind() == Kind.WORDS_LEFT_OUT);
    Optional<NumberType> said = plain ? NumberType.in(text) : Optional.empty();
    said.or(() -> NumberType.named(called))
        .or(() -> NumberType.in(called))
        .ifPresent(
            type ->
                reading.numbers().forEach(written -> types.putIfAbsent(written.number(), type)));
  }

  private void add(LeadField field, WrittenNumber written) {
    if (numbers.size() >= KnownLead.MOST_NUMBERS && !numbers.containsKey(written.number())) {
      warnings.add(
          new RowWarning(
              field.key(),
              RowProblem.TOO_MANY_PHONES,
              "A lead has %d numbers at most; this one was left out."
                  .formatted(KnownLead.MOST_NUMBERS)));
      return;
    }
    numbers.merge(
        written.number(), written.extension(), (known, other) -> merged(field, known, other));
  }

  private Optional<String> merged(LeadField field, Optional<String> known, Optional<String> other) {
    if (known.isPresent() && other.isPresent() && !known.equals(other)) {
      warnings.add(
          new RowWarning(
              field.key(),
              RowProblem.CONFLICTING_VALUE,
              "The same number has another extension in the row; the first was taken."));
    }
    return known.or(() -> other);
  }

  private void doubt(LeadField field, Doubt doubt) {
    String reason = "the phone number " + doubt.reason();
    RowProblem code = code(doubt.kind());
    String cell =
        code == RowProblem.INVALID_CALLING_CODE ? RowFact.CALLING_CODE.key() : field.key();
    UnreadableRow fault = new UnreadableRow(cell, code, reason);
    warnings.add(fault.asWarning(cell));
    first = first == null ? fault : first;
  }

  private static RowProblem code(Kind kind) {
    return switch (kind) {
      case UNREADABLE, NOT_FOR_CALLS -> RowProblem.INVALID_PHONE_NUMBER;
      case DESTROYED -> RowProblem.DESTROYED_PHONE_NUMBER;
      case TWO_MEANINGS -> RowProblem.AMBIGUOUS_PHONE_NUMBER;
      case WORDS_LEFT_OUT -> RowProblem.WORDS_BESIDE_NUMBER;
      case CALLING_CODES_DIFFER, NO_CALLING_CODE -> RowProblem.INVALID_CALLING_CODE;
    };
  }

  private void extend(LeadField field, RowAssembly.Fact extension) {
    Matcher digits = EXTENSION.matcher(extension.text());
    Optional<PhoneNumber> number =
        byField.getOrDefault(field, Set.of()).stream().filter(numbers::containsKey).findFirst();
    if (!digits.matches() || number.isEmpty()) {
      warnings.add(
          new RowWarning(
              extension.column(),
              RowProblem.INVALID_EXTENSION,
              digits.matches()
                  ? "There is no number that this extension goes with; it was left out."
                  : "is no extension of 1 to 9 digits; it was left out."));
      return;
    }
    if (!SIGN.matcher(extension.text()).matches()) {
      warnings.add(
          new RowWarning(
              extension.column(),
              RowProblem.WORDS_BESIDE_NUMBER,
              "has words beside the extension, which were left out."));
    }
    numbers.merge(
        number.get(), Optional.of(digits.group(1)), (known, other) -> merged(field, known, other));
  }

  /** What kinds of lines the list says they are, as far as that says more than their plans do. */
  Map<PhoneNumber, NumberType> types() {
    Map<PhoneNumber, NumberType> said = new LinkedHashMap<>();
    types.forEach(
        (number, type) -> type.beyondPlan(number).ifPresent(known -> said.put(number, known)));
    return said;
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  List<PhoneNumber> all() {
    return List.copyOf(numbers.keySet());
  }

  Map<PhoneNumber, String> extensions() {
    Map<PhoneNumber, String> extensions = new LinkedHashMap<>();
    numbers.forEach(
        (number, extension) -> extension.ifPresent(digits -> extensions.put(number, digits)));
    return extensions;
  }

  /**
   * The person wants no calls on the number of this field.
   *
   * @param column the column that says so
   */
  void refuse(LeadField field, String column) {
    Set<PhoneNumber> there = byField.getOrDefault(field, Set.of());
    refused.addAll(there);
    if (there.isEmpty()) {
      warnings.add(
          new RowWarning(
              column,
              RowProblem.UNCLEAR_DO_NOT_CALL,
              "There is no number that this refusal goes with; it was left out."));
    }
  }

  /** The person wants no calls at all. */
  void refuseAll() {
    byField.values().forEach(refused::addAll);
  }

  Set<PhoneNumber> refused() {
    return refused;
  }

  /** Why there is no number. */
  UnreadableRow fault() {
    return first != null
        ? first
        : new UnreadableRow(
            LeadField.PHONE_1.key(),
            RowProblem.MISSING_PHONE,
            "The row has no phone number, and a lead is somebody to call.");
  }
}
