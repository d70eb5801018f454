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

  /** The direct line beside that of the house, by what is different: {@code 1234567-0/-12}. */
  private static final Pattern END_OF_ANOTHER =
      Pattern.compile("(.*\\d)\\s*[/,;]\\s*-\\s*\\d{1,5}");

  /** The first and the last of several lines: {@code 1234567-10 - 19}. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(.*\\d-(\\d{1,3}))(?:\\s+-+\\s*|\\s*(?:bis|to|à|a|al|t/m)\\s*-?\\s*)(\\d{1,3})");

  private static final Pattern DIGITS = Pattern.compile("[^\\d+]*(\\d[\\d\\s()./-]*)");

  /** "0044", "(0044)": what is dialled for a plus sign in most of the world. */
  private static final Pattern ZEROS_BEFORE_CODE =
      Pattern.compile("^(?:00|\\(00\\s?(?=\\d{1,3}\\)))");

  private static final Pattern ZERO_IN_BRACKETS = Pattern.compile("\\s*\\(0\\)\\s*");
  private static final String IS_FAX = "is said to be a fax: give one that somebody answers";

  private static final String HAS_HOURS =
      "has hours or a remark behind it, which could be more of its digits: leave them out";

  /** Austria and Germany: the longest number of a line with an area code. */
  private static final int LONGEST_FIXED_LINE = 11;

  /** A number, and whether the text could mean another one. */
  private record Meaning(WrittenNumber number, boolean oneOfTwo) {}

  /** The one number of a text in plain characters; empty if it has none, or several. */
  Optional<WrittenNumber> one(String text) {
    String rest = PhoneText.withoutPrefix(text);
    return NumberRemark.saysNotForCalls(rest)
            || PhoneText.beginsWithWords(rest)
            || beforeTheEndOfAnother(rest).isPresent()
            || beforeHours(rest).isPresent()
        ? Optional.empty()
        : meaning(rest).map(Meaning::number);
  }

  PhoneReading all(String whole) {
    String text = PhoneText.withoutPrefix(whole);
    Optional<PhoneReading> first = beforeTheEndOfAnother(text);
    if (first.isPresent()) {
      return first.get();
    }
    Optional<PhoneReading> beforeHours = beforeHours(text);
    if (beforeHours.isPresent()) {
      return beforeHours.get();
    }
    if (text.length() <= LONGEST_TEXT && ALONE.matcher(text).matches()) {
      return bare(text)
          .map(ReadPhone::reading)
          .or(() -> several(text))
          .or(() -> twoAtABlank(text))
          .or(() -> besideRemark(text))
          .orElseGet(() -> none(Kind.UNREADABLE, fault(text)));
    }
    Optional<Integer> digitsLeft = PhoneText.digitsLeft(text);
    if (digitsLeft.isPresent()) {
      return none(Kind.DESTROYED, PhoneFaults.destroyed(digitsLeft.get()));
    }
    return several(text)
        .or(() -> inNamedCountry(text))
        .or(
            () ->
                meaning(text)
                    .filter(m -> !PhoneText.beginsWithWords(text))
                    .map(meaning -> reading(meaning, text)))
        .or(() -> twoAtABlank(text))
        .or(() -> besideWords(text))
        .or(() -> someOfSeveral(text))
        .or(() -> besideRemark(text))
        .orElseGet(() -> none(Kind.UNREADABLE, fault(text)));
  }

  /** The number of the house where the ends of others stand behind it, as of a range of lines. */
  private Optional<PhoneReading> beforeTheEndOfAnother(String text) {
    Matcher end = END_OF_ANOTHER.matcher(text);
    Matcher range = RANGE.matcher(text);
    Optional<String> rest =
        end.matches()
            ? Optional.of(end.group(1))
            : range.matches() && isRange(range) ? Optional.of(range.group(1)) : Optional.empty();
    return rest.flatMap(
        number ->
            meaning(PhoneText.withoutPrefix(number))
                .map(
                    meaning ->
                        with(
                            reading(meaning, number),
                            Kind.UNREADABLE,
                            "has the end of another number behind it, which was left out")));
  }

  private static boolean isRange(Matcher range) {
    String from = range.group(2);
    String to = range.group(3);
    return from.length() == to.length() && Integer.parseInt(from) < Integer.parseInt(to);
  }

  /** What is wrong with a text that has no number. */
  String fault(String text) {
    if (beforeHours(text).isPresent()) {
      return HAS_HOURS;
    }
    return NumberRemark.saysFax(text)
        ? IS_FAX
        : NumberingPlans.dialable(text, region).filter(it -> isAbroadToo(text, it)).isPresent()
            ? "is one of its country without its zero, and another one of another country without"
                + " its plus: begin it with 0, or with + and the country calling code"
            : PhoneFaults.of(text, region);
  }

  static PhoneReading none(Kind kind, String reason) {
    return new PhoneReading(List.of(), List.of(new Doubt(kind, reason)));
  }

  /** What a part of a text means, unless its words say that nobody is reached by it. */
  private static PhoneReading reading(Meaning meaning, String text) {
    if (NumberRemark.saysFax(text)) {
      return none(Kind.NOT_FOR_CALLS, IS_FAX);
    }
    return NumberRemark.saysOutOfUse(text)
        ? none(Kind.NOT_FOR_CALLS, "is said to be wrong or out of use, and was left out")
        : reading(meaning);
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
            .or(
                () ->
                    NumberingPlans.dialable(
                        ZEROS_BEFORE_CODE.matcher(text).replaceFirst("+"), region))
            .or(
                () ->
                    NumberingPlans.dialable(ZERO_IN_BRACKETS.matcher(text).replaceAll(""), region))
            .or(() -> FormerPrefixes.today(text, region));
    return withoutItsPlus(text)
        .map(number -> new Meaning(number, national.filter(n -> rivals(n, number)).isPresent()))
        .or(() -> codeAgain(text, national))
        .or(
            () ->
                national
                    .filter(number -> !isAbroadToo(text, number))
                    .map(number -> new Meaning(number, false)));
  }

  /**
   * The number whose calling code stands there twice, or behind a zero; empty if the text is a
   * number as it stands.
   */
  private Optional<Meaning> codeAgain(String text, Optional<WrittenNumber> asItStands) {
    int code = NumberingPlans.callingCode(region);
    if (code == 0 || asItStands.filter(number -> !isOverlong(number)).isPresent()) {
      return Optional.empty();
    }
    Matcher again =
        Pattern.compile("(?:0{0,3}%1$d0{0,2}|0)%1$d0?([1-9]\\d+)".formatted(code))
            .matcher(text.replaceAll("\\D", ""));
    return again.matches()
        ? NumberingPlans.dialable("+" + code + again.group(1), region)
            .filter(number -> asItStands.isEmpty() || NumberingPlans.isMobile(number.number()))
            .map(number -> new Meaning(number, asItStands.isPresent()))
        : Optional.empty();
  }

  /** Whether it is no mobile, and longer than any line that has a number of its own. */
  private boolean isOverlong(WrittenNumber number) {
    int code = NumberingPlans.callingCode(region);
    return number.number().e164().length() - 1 - String.valueOf(code).length() > LONGEST_FIXED_LINE
        && !NumberingPlans.isMobile(number.number());
  }

  /**
   * Whether a line of this country that was written without its zero is as well a mobile of another
   * country without its plus sign, or is too long to be likely and a number elsewhere.
   */
  private boolean isAbroadToo(String text, WrittenNumber national) {
    String digits = text.replaceAll("\\D", "");
    if (text.indexOf('+') >= 0
        || digits.startsWith("0")
        || !NumberingPlans.hasTrunkZero(region)
        || NumberingPlans.isMobile(national.number())) {
      return false;
    }
    return NumberingPlans.dialable("+" + digits, region)
        .filter(abroad -> !abroad.equals(national))
        .filter(abroad -> NumberingPlans.isMobile(abroad.number()) || isOverlong(national))
        .isPresent();
  }

  /** The number with the country that is named beside it; two meanings are none. */
  private Optional<PhoneReading> inNamedCountry(String text) {
    Optional<NumberRemark.InCountry> named =
        text.length() > LONGEST_TEXT
            ? Optional.empty()
            : NumberRemark.country(text).filter(in -> !in.region().equals(region));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String rest = named.get().text();
    Optional<Meaning> there = new ReadPhone(named.get().region()).meaning(rest);
    Optional<Meaning> here = meaning(rest);
    if (there.isEmpty() || here.equals(there)) {
      return there.map(ReadPhone::reading);
    }
    return Optional.of(
        here.isEmpty()
            ? reading(there.get())
            : none(
                Kind.UNREADABLE,
                "is one of its country, and another one of the country that is named beside it:"
                    + " begin it with + and the country calling code"));
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
      Optional<Meaning> meaning = meaning(PhoneText.withoutPrefix(part.strip()));
      if (meaning.isEmpty()) {
        return Optional.empty();
      }
      readings.add(reading(meaning.get(), part));
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
            .filter(parts -> !NumberRemark.namesFax(text) || PhoneText.areAlike(parts))
            .filter(PhoneText::beginAlike)
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
        .or(() -> PhoneText.withoutWordsAfterExtension(text))
        .flatMap(this::meaning)
        .map(meaning -> withoutItsWords(meaning, text));
  }

  private Optional<PhoneReading> besideRemark(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    return PhoneText.withoutRemark(text)
        .flatMap(this::meaning)
        .filter(meaning -> isWhole(meaning.number()))
        .map(meaning -> withoutItsWords(meaning, text));
  }

  /** The digits of hours are none of the number's, though many a plan has room for them. */
  private Optional<PhoneReading> beforeHours(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    return PhoneText.withoutHours(text)
        .flatMap(this::meaning)
        .filter(meaning -> isWhole(meaning.number()))
        .map(meaning -> withoutItsWords(meaning, text));
  }

  private static PhoneReading withoutItsWords(Meaning meaning, String text) {
    PhoneReading reading = reading(meaning, text);
    return reading.numbers().isEmpty()
        ? reading
        : with(reading, Kind.WORDS_LEFT_OUT, "has words beside it, which were left out");
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
