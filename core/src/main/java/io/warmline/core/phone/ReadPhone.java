package io.warmline.core.phone;

import io.warmline.core.phone.PhoneReading.Doubt;
import io.warmline.core.phone.PhoneReading.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers of one text. What could be somebody else's number is not guessed at.
 *
 * @param region whose national spelling is meant, as libphonenumber names it
 */
record ReadPhone(String region) {

  /** What libphonenumber reads at most; nobody's number is longer. */
  private static final int LONGEST_TEXT = 250;

  /** A number alone: neither words, nor an extension, nor anything that stands between numbers. */
  private static final Pattern ALONE = Pattern.compile("\\+?[\\d\\s().-]+");

  private static final Pattern DIGITS = Pattern.compile("[^\\d+]*(\\d[\\d\\s()./-]*)");
  private static final Pattern ZERO_IN_BRACKETS = Pattern.compile("\\s*\\(0\\)\\s*");
  private static final Pattern FORMER_MEXICAN_TRUNK = Pattern.compile("(?:01|04[45])(\\d{10})");

  /** Austria and Germany: the longest number of a line with an area code. */
  private static final int LONGEST_FIXED_LINE = 11;

  /** A number, and whether the text could mean another one. */
  private record Meaning(WrittenNumber number, boolean oneOfTwo) {}

  /** The one number of a text in plain characters; empty if it has none, or several. */
  Optional<WrittenNumber> one(String text) {
    return meaning(text).map(Meaning::number);
  }

  PhoneReading all(String text) {
    if (text.length() <= LONGEST_TEXT && ALONE.matcher(text).matches()) {
      return bare(text)
          .map(ReadPhone::reading)
          .or(() -> twoAtABlank(text))
          .orElseGet(() -> none(Kind.UNREADABLE, PhoneFaults.of(text, region)));
    }
    Optional<Integer> digitsLeft = PhoneText.digitsLeft(text);
    if (digitsLeft.isPresent()) {
      return none(Kind.DESTROYED, PhoneFaults.destroyed(digitsLeft.get()));
    }
    return several(text)
        .or(
            () ->
                meaning(text).filter(m -> !PhoneText.beginsWithWords(text)).map(ReadPhone::reading))
        .or(() -> twoAtABlank(text))
        .or(() -> besideWords(text))
        .or(() -> someOfSeveral(text))
        .orElseGet(() -> none(Kind.UNREADABLE, PhoneFaults.of(text, region)));
  }

  static PhoneReading none(Kind kind, String reason) {
    return new PhoneReading(List.of(), List.of(new Doubt(kind, reason)));
  }

  private static PhoneReading reading(Meaning meaning) {
    return new PhoneReading(
        List.of(meaning.number()),
        meaning.oneOfTwo()
            ? List.of(
                new Doubt(
                    Kind.TWO_MEANINGS,
                    "begins with the calling code of its country, or is a national number without"
                        + " its zero; it was taken as international: write it with + or 0"))
            : List.of());
  }

  private Optional<Meaning> meaning(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    if (ALONE.matcher(text).matches()) {
      return bare(text);
    }
    return extended(text)
        .or(() -> bare(text))
        .or(() -> unlabelled(PhoneText.withoutLabels(text), text));
  }

  private Optional<Meaning> unlabelled(String rest, String text) {
    return rest.equals(text) ? Optional.empty() : extended(rest).or(() -> bare(rest));
  }

  private Optional<Meaning> extended(String text) {
    return PhoneText.extended(text)
        .flatMap(
            parts ->
                bare(parts.text())
                    .or(() -> bare(PhoneText.withoutLabels(parts.text())))
                    .filter(read -> read.number().extension().isEmpty())
                    .map(
                        read ->
                            new Meaning(
                                new WrittenNumber(
                                    read.number().number(), Optional.of(parts.extension())),
                                read.oneOfTwo())));
  }

  private Optional<Meaning> bare(String text) {
    Optional<WrittenNumber> national =
        NumberingPlans.dialable(text, region)
            .or(() -> NumberingPlans.dialable(text.replaceFirst("^00", "+"), region))
            .or(
                () ->
                    NumberingPlans.dialable(ZERO_IN_BRACKETS.matcher(text).replaceAll(""), region))
            .or(() -> formerlyMexican(text));
    return withoutItsPlus(text)
        .map(number -> new Meaning(number, national.filter(n -> rivals(n, number)).isPresent()))
        .or(() -> national.map(number -> new Meaning(number, false)));
  }

  /**
   * The international number whose plus sign is lost: the text begins with the calling code of its
   * own country, and what follows is a number there.
   */
  private Optional<WrittenNumber> withoutItsPlus(String text) {
    int code = NumberingPlans.callingCode(region);
    Matcher digits = DIGITS.matcher(text);
    if (code == 0 || !digits.matches()) {
      return Optional.empty();
    }
    String international = digits.group(1).replaceAll("\\D", "");
    return international.startsWith(String.valueOf(code))
        ? NumberingPlans.dialable("+" + international, region)
        : Optional.empty();
  }

  /** Whether the national meaning is about as likely as the international one. */
  private boolean rivals(WrittenNumber national, WrittenNumber international) {
    if (national.equals(international)) {
      return false;
    }
    int code = NumberingPlans.callingCode(region);
    int digits = national.number().e164().length() - 1 - String.valueOf(code).length();
    boolean mobile = NumberingPlans.isMobile(national.number());
    return mobile
        || (digits <= LONGEST_FIXED_LINE && !NumberingPlans.isMobile(international.number()));
  }

  private Optional<WrittenNumber> formerlyMexican(String text) {
    Matcher trunk = FORMER_MEXICAN_TRUNK.matcher(text.replaceAll("[\\s().-]", ""));
    return region.equals("MX") && trunk.matches()
        ? NumberingPlans.dialable("+52" + trunk.group(1), region)
        : Optional.empty();
  }

  /** The numbers of a text with something between them that stands within none. */
  private Optional<PhoneReading> several(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    boolean alsoOne = meaning(text).isPresent();
    return PhoneText.partings(text).stream()
        .map(this::complete)
        .flatMap(Optional::stream)
        .filter(reading -> !alsoOne || reading.numbers().stream().allMatch(this::isWhole))
        .findFirst();
  }

  /** Whether a number is no short piece of a longer one: it has its area code. */
  private boolean isWhole(WrittenNumber number) {
    return number.number().e164().length() > 10;
  }

  private Optional<PhoneReading> complete(List<String> parts) {
    List<PhoneReading> readings = new ArrayList<>();
    for (String part : parts) {
      Optional<Meaning> meaning = meaning(part.strip());
      if (meaning.isEmpty()) {
        return Optional.empty();
      }
      readings.add(reading(meaning.get()));
    }
    return Optional.of(joined(readings));
  }

  private static PhoneReading joined(List<PhoneReading> readings) {
    Set<WrittenNumber> numbers = new LinkedHashSet<>();
    List<Doubt> doubts = new ArrayList<>();
    for (PhoneReading reading : readings) {
      numbers.addAll(reading.numbers());
      doubts.addAll(reading.doubts());
    }
    return new PhoneReading(List.copyOf(numbers), doubts);
  }

  private Optional<PhoneReading> twoAtABlank(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    List<PhoneReading> readings =
        PhoneText.partingsAtBlanks(text).stream()
            .map(this::complete)
            .flatMap(Optional::stream)
            .toList();
    long different = readings.stream().map(PhoneReading::numbers).distinct().count();
    return different == 1 ? Optional.of(readings.get(0)) : Optional.empty();
  }

  private Optional<PhoneReading> besideWords(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    return PhoneText.withoutWords(text)
        .flatMap(this::meaning)
        .map(ReadPhone::reading)
        .map(
            reading ->
                with(reading, Kind.WORDS_LEFT_OUT, "has words beside it, which were left out"));
  }

  static PhoneReading with(PhoneReading reading, Kind kind, String reason) {
    List<Doubt> doubts = new ArrayList<>(reading.doubts());
    doubts.add(new Doubt(kind, reason));
    return new PhoneReading(reading.numbers(), doubts);
  }

  /** Of several numbers those that can be read; the others are doubts. */
  private Optional<PhoneReading> someOfSeveral(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    for (List<String> parts : PhoneText.partings(text)) {
      List<PhoneReading> readings = parts.stream().map(part -> all(part.strip())).toList();
      if (readings.stream().anyMatch(reading -> !reading.numbers().isEmpty())) {
        return Optional.of(joined(readings));
      }
    }
    return Optional.empty();
  }
}
