package io.warmline.core.phone;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of line a number is, as far as people say it or the numbering plan does. */
public enum NumberType {
  /** It goes where the person goes. */
  MOBILE,
  /** The person's own line at work. */
  DIRECT,
  /** Several desks or people are behind it, or somebody else answers it. */
  SWITCHBOARD,
  /** Where the person lives. */
  HOME,
  /** Free of charge for the caller, by the numbering plan. */
  TOLL_FREE,
  /** Nothing tells. */
  UNDETERMINED;

  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** What words of one piece say besides the type. */
  private static final Pattern PHONE =
      Pattern.compile(
          "^(?:telefono|telefon|telephone|numero|phone|tel)(?=.)"
              + "|(?:tele)?(?:phone)?(?:numbers?|nummer|nr|no)$|(?:tele)?phones?$|telefon$|dial$|line$");

  /** Those that are surer of the person come first. */
  private static final Map<NumberType, Set<String>> WORDS = new LinkedHashMap<>();

  static {
    words(
        MOBILE,
        "mobile mobiles mobil mob cell cellphone cellular handy mobilfunk portable movil móvil"
            + " celular wireless m c");
    words(HOME, "home house private privat privé prive domicile maison casa particular h");
    words(DIRECT, "direct directo directe durchwahl ligne desk d");
    words(
        SWITCHBOARD,
        "switchboard hq headquarter headquarters corporate corp company zentrale telefonzentrale"
            + " firma firmen reception centralita conmutador standard account organization"
            + " organisation");
  }

  private static void words(NumberType type, String words) {
    WORDS.put(type, Set.of(words.split(" ", -1)));
  }

  /** What the numbering plan says of a number. */
  public static NumberType byPlan(PhoneNumber number) {
    return switch (PhoneNumbers.typeOf(number)) {
      case MOBILE -> MOBILE;
      case TOLL_FREE -> TOLL_FREE;
      case FIXED, FIXED_OR_MOBILE, OTHER -> UNDETERMINED;
    };
  }

  /**
   * The type that words say: the name of a column ({@code Work Direct Phone}), or what stands
   * beside a number ({@code 504-621-8927 (mobile)}).
   *
   * @return empty if they say none; of several the one that is surer of the person, so that a
   *     company's mobile is a mobile
   */
  public static Optional<NumberType> in(String words) {
    List<String> said =
        Arrays.stream(NO_LETTERS.split(CAMEL_CASE.matcher(words).replaceAll(" "), -1))
            .map(word -> PHONE.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(""))
            .toList();
    return WORDS.entrySet().stream()
        .filter(type -> said.stream().anyMatch(type.getValue()::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The type of this name, in any case. */
  public static Optional<NumberType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
  }

  /** This type, if it says more of a number than the numbering plan does. */
  public Optional<NumberType> beyondPlan(PhoneNumber number) {
    boolean says = this != TOLL_FREE && this != UNDETERMINED && this != byPlan(number);
    return says ? Optional.of(this) : Optional.empty();
  }
}
