package io.warmline.core.phone;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a phone number without what spreadsheets, address books and people put around the
 * digits.
 */
final class PhoneText {

  /** Direction marks, zero-width spaces and the like, which copying from an address book adds. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** Thin, wide and unbreakable ones too, which libphonenumber does not all know. */
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\t]+");

  private static final Pattern DASH = Pattern.compile("\\p{Pd}|(?<=\\d)ー(?=\\d)");

  /** What a spreadsheet makes of a number without a format for it. */
  private static final Pattern DECIMALS = Pattern.compile("(\\+?\\d{5,16})[.,]0+");

  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(\\+?\\d{1,3}(?:,\\d{3}){2,4})(?:\\.0+)?|(\\+?\\d{1,3}(?:\\.\\d{3}){2,4}),0+");
  private static final Pattern EXPONENT = Pattern.compile("(\\d)(?:[.,](\\d*))?[eE]\\+?(\\d{1,3})");

  /** What some write between groups of digits where others write a blank. */
  private static final Pattern DOTS = Pattern.compile("(?<=\\d)[·•∙⋅‧_'’](?=\\d)");

  /** The number of an address that programs dial by. */
  private static final Pattern DIAL_LINK =
      Pattern.compile(
          "(?i)(?:tel|callto|sips?|sms|skype):(?://)?(\\+?[\\d().-]+)(?:@[^\\s]*)?(?:\\?.*)?");

  /** A calling code twice, the second time with its plus sign; or a zero before the plus sign. */
  private static final Pattern PLUS_AGAIN =
      Pattern.compile("\\(?(?:(?:\\+|00)?(\\d{1,3})\\)?\\s*(?=\\+\\1)|0\\)?\\s*(?=\\+))(\\+.*)");

  /** "2) 030 12345678" is the second number of a list. */
  private static final Pattern ENUMERATED =
      Pattern.compile("(?:#?[1-9][.):]|#[1-9])\\s+([+(\\d].*)");

  private static final String LABEL =
      "(?:private|privat|personal|business|office|work|company|direct|main|switchboard|home|house"
          + "|mobile|mobil|mob|cellphone|cellular|cell|handy|landline|land|desk|phone|telephone"
          + "|telefon|tel|tlf|tél|fon|festnetz|geschäftlich|geschaeftlich|dienstlich|büro|buero"
          + "|zentrale|portable|fixe|bureau|domicile|móvil|movil|celular|casa|oficina|trabajo|hq"
          + "|day|daytime|days|evening|evenings|eve|eves|night|nights|weekdays|weekends|morning"
          + "|afternoon|tagsüber|abends|jour|soir|mañana|tarde|noche|giorno|sera|overdag|avond"
          + "|primary|other|number|no|nr|m|o|h|w|c|d|p|t|ph|whatsapp)";

  private static final Pattern LABELS_AFTER =
      Pattern.compile(
          "(?iu)(.*\\d)\\s*[\\s(\\[,;:/-]\\s*" + LABEL + "(?:[\\s.]+" + LABEL + ")?\\s*[.)\\]]*");
  private static final Pattern LABEL_BEFORE =
      Pattern.compile(
          "(?iu)[(\\[]?" + LABEL + "(?:[\\s.]+" + LABEL + ")*[.\\s]*#?\\d?[.)\\]\\s]*[:=]\\s*(.+)");
  private static final Pattern BARE_LABEL_BEFORE =
      Pattern.compile("(?iu)[(\\[]?" + LABEL + "(?:[\\s.]+" + LABEL + ")*[.)\\]\\s#]+([+(\\d].*)");

  /** What an extension is called, in the languages of those who write lists. */
  private static final String EXTENSION_WORD =
      "(?:extension|extensión|extensão|extens|extn|ext|xtn|xt|x|×"
          + "|durchwahl|nebenstelle|nebenst|apparat|klappe|dw|nst|app|kl"
          + "|poste|interno|interna|internal|interne|intern|interior|int|anexo|ramal"
          + "|toestel|tst|anknytning|ankn|alanumero|alanro|lokal|lok|klapka|linka"
          + "|wewnętrzny|wewnetrzny|wewn|wew|mellék|mellek|dahili|dah|εσωτερικό|εσωτερικο|εσωτ"
          + "|добавочный|добав|доб|внутренний|внутр|вн|máy lẻ|may le|số nội bộ|nhánh|ต่อ|एक्सटेंशन"
          + "|内線番号|内線|內線|内线|分机号|分机|分機|转|轉|내선번호|내선|구내|교환"
          + "|שלוחה|שלוחת|שלוח|تحويلة|تحويله|داخلي|فرعي|#|;ext=)";

  /** Of one letter, which another word might begin with. */
  private static final String EXTENSION_LETTER =
      "(?:(?<=\\d)[pw]|(?<=[\\s(])[prw]\\.)\\s*(?=\\d{1,6}[)\\s]*$)";

  private static final String OF_NUMBER = "(?:(?:number|nummer|num|no|nr|n|№)[\\s.:°º]*)?";

  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?iu)(.*\\d[)\\s]*?)[\\s,;.(\\[/-]*(?:"
              + EXTENSION_WORD
              + "[\\s.:#=(ª-]*"
              + OF_NUMBER
              + "[\\s.:#=(-]*|"
              + EXTENSION_LETTER
              + ")(\\d{1,9})[)\\]\\s.]*");

  /** A form's field for it that nobody has filled in. */
  private static final Pattern EMPTY_EXTENSION =
      Pattern.compile(
          "(?iu)(.*\\d\\)?)[\\s,;(\\[/-]+(?:extension|extn|ext|x|durchwahl|dw|poste)[\\s.:#)\\]-]*");

  /** A number that was copied from a page. */
  private static final Pattern TAGS = Pattern.compile("<[^<>]*>");

  private static final Pattern LETTERS_AFTER =
      Pattern.compile("(?s)([^\\p{L}]*\\d[)\\s]*?)[\\s,;:(\\[/-]*\\p{L}[^\\d]*");

  /** Words with a few digits in them, such as hours, beside the number. */
  private static final Pattern REMARK_AFTER =
      Pattern.compile("(?s)([^\\p{L}]*\\d)\\)?(?:[\\s,;:/-]+|(?=[(\\[*]))([(\\[*]*[\\p{L}\\d].*)");

  private static final Pattern WORDS_AFTER_EXTENSION =
      Pattern.compile("(?s)(.*\\d)[\\s,;:(\\[/-]+\\p{L}[^\\d]*");

  private static final Pattern LETTERS_BEFORE =
      Pattern.compile("(?s)[^\\d+(]*\\p{L}[^\\d+(]*([+(\\d].*)");

  /** Hours, or a remark of digits in brackets, behind the number. */
  private static final Pattern HOURS_AFTER =
      Pattern.compile(
          "(?iu)(.*?\\d\\)?)(?:[\\s,;/]*[(\\[][\\d\\s.:h/-]{1,13}[)\\]]"
              + "|[\\s,;/(\\[-]+(?:(?:from|after|before|until|ab|nach|vor|von|bis|de|à|des|dès|après|avant|dopo|dalle)\\s+)?"
              + "\\d{1,2}(?:[.:h]\\d{2})?\\s*(?:h|hrs?|uhr|[ap]\\.?m\\.?)?"
              + "(?:\\s*(?:-|bis|to|until|à|a|al|alle|and|und)\\s*\\d{1,2}(?:[.:h]\\d{2})?)?"
              + "\\s*(?:h|hrs?|uhr|o'?clock|[ap]\\.?m\\.?))[)\\]\\s.]*");

  /** What stands between two numbers and within none. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s*(?:[;|&\\r\\n]+|\\b(?:or|and|oder|und|ou|et|y|o|e)\\b"
              + "|(?<=\\p{L}[)\\]])(?=\\s*[(+\\d]\\d)|(?<=\\d)(?=\\(\\d{2,4}\\))"
              + "|\\s(?=(?:#?[1-9][.):]|#[1-9])\\s+[+(\\d]))\\s*");

  private static final Pattern SLASH = Pattern.compile("\\s*[/,\\\\]\\s*");
  private static final Pattern BEFORE_PLUS = Pattern.compile("\\s*(?=\\+)");

  /** From a character of usual width to its wide one. */
  private static final int FULL_WIDTH = 0xfee0;

  /** Fewer than any number has. */
  private static final int MOST_DIGITS_OF_REMARK = 6;

  private PhoneText() {}

  static String inPlainCharacters(String raw) {
    String text = raw.indexOf('<') < 0 ? raw : TAGS.matcher(raw).replaceAll(" ");
    return isPlain(text) ? text.strip() : cleaned(text);
  }

  /** The text without its place in a list, and without what stands twice before the number. */
  static String withoutPrefix(String text) {
    String rest = text;
    if (text.length() > 3 && (text.charAt(0) == '#' || ").:".indexOf(text.charAt(1)) >= 0)) {
      Matcher enumerated = ENUMERATED.matcher(text);
      rest = enumerated.matches() ? enumerated.group(1) : text;
    }
    if (rest.lastIndexOf('+') > 0) {
      Matcher again = PLUS_AGAIN.matcher(rest);
      rest = again.matches() ? again.group(2) : rest;
    }
    return rest;
  }

  /** Most texts are: this saves them a dozen patterns. */
  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if ("0123456789+-() ".indexOf(raw.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String raw) {
    String visible = INVISIBLE.matcher(raw).replaceAll("");
    String spaced = SPACES.matcher(halfWidth(visible)).replaceAll(" ");
    String dashed = DASH.matcher(spaced).replaceAll("-").strip();
    Matcher link = DIAL_LINK.matcher(dashed);
    String dotted = DOTS.matcher(link.matches() ? link.group(1) : dashed).replaceAll(" ");
    Matcher empty = EMPTY_EXTENSION.matcher(dotted);
    return withoutDecimals(empty.matches() ? empty.group(1) : dotted);
  }

  /** Brackets, signs, letters and digits as wide as a Chinese character, in their usual width. */
  private static String halfWidth(String text) {
    return text.chars().noneMatch(PhoneText::isFullWidth)
        ? text
        : text.chars()
            .map(c -> isFullWidth(c) ? c - FULL_WIDTH : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isFullWidth(int character) {
    return character >= '\uff01' && character <= '\uff5e';
  }

  /**
   * {@code 2122341234.0} is a number that a spreadsheet took for an amount, and so is {@code
   * 2,122,341,234}.
   */
  private static String withoutDecimals(String text) {
    Matcher decimals = DECIMALS.matcher(text);
    if (decimals.matches()) {
      return decimals.group(1);
    }
    Matcher thousands = THOUSANDS.matcher(text);
    if (thousands.matches()) {
      return (thousands.group(1) == null ? thousands.group(2) : thousands.group(1))
          .replaceAll("[.,]", "");
    }
    Matcher exponent = EXPONENT.matcher(text);
    return exponent.matches() && digitsLeft(exponent) > Integer.parseInt(exponent.group(3))
        ? new BigDecimal(text.replace(',', '.')).toBigInteger().toString()
        : text;
  }

  /** The digits that a spreadsheet has left of a number which it rounded; empty if it did not. */
  static Optional<Integer> digitsLeft(String text) {
    Matcher exponent = EXPONENT.matcher(text);
    return exponent.matches() ? Optional.of(digitsLeft(exponent)) : Optional.empty();
  }

  private static int digitsLeft(Matcher exponent) {
    String decimals = exponent.group(2);
    return 1 + (decimals == null ? 0 : decimals.length());
  }

  /** The text without words such as {@code (mobile)} before and after it. */
  static String withoutLabels(String text) {
    String rest = text;
    Matcher before = LABEL_BEFORE.matcher(rest);
    Matcher bare = BARE_LABEL_BEFORE.matcher(rest);
    if (before.matches()) {
      rest = before.group(1);
    } else if (bare.matches()) {
      rest = bare.group(1);
    }
    Matcher after = LABELS_AFTER.matcher(rest);
    return after.matches() ? after.group(1) : rest;
  }

  /** The text before an extension, and the extension. */
  record Extended(String text, String extension) {}

  /** Takes an extension off, in any of its spellings, if there is one. */
  static Optional<Extended> extended(String text) {
    Matcher extended = EXTENSION.matcher(text);
    return extended.matches()
        ? Optional.of(new Extended(extended.group(1), extended.group(2)))
        : Optional.empty();
  }

  /** Whether words stand before the digits that are no label. */
  static boolean beginsWithWords(String text) {
    return LETTERS_BEFORE.matcher(withoutLabels(text)).matches();
  }

  /** The text without the words after or before the digits; empty if there are none. */
  static Optional<String> withoutWords(String text) {
    Matcher after = LETTERS_AFTER.matcher(text);
    if (after.matches()) {
      return Optional.of(after.group(1));
    }
    Matcher before = LETTERS_BEFORE.matcher(text);
    return before.matches() ? Optional.of(before.group(1)) : Optional.empty();
  }

  /** A number and its extension, without the words after them. */
  static Optional<String> withoutWordsAfterExtension(String text) {
    Matcher after = WORDS_AFTER_EXTENSION.matcher(text);
    return after.matches()
        ? Optional.of(after.group(1)).filter(rest -> extended(rest).isPresent())
        : Optional.empty();
  }

  /**
   * The text before a remark such as {@code after 5pm} or {@code (12)}; empty if there is none, or
   * if it has so many digits that it may hold a number.
   */
  static Optional<String> withoutRemark(String text) {
    Matcher remark = REMARK_AFTER.matcher(text);
    return remark.matches() && isRemark(remark.group(2))
        ? Optional.of(remark.group(1))
        : Optional.empty();
  }

  /** The text before hours such as {@code 8-17h} or {@code (9-12)}; empty if there are none. */
  static Optional<String> withoutHours(String text) {
    char last = text.isEmpty() ? '0' : text.charAt(text.length() - 1);
    if (Character.isDigit(last)) {
      return Optional.empty();
    }
    Matcher hours = HOURS_AFTER.matcher(text);
    return hours.matches() ? Optional.of(hours.group(1)) : Optional.empty();
  }

  private static boolean isRemark(String text) {
    char first = text.charAt(0);
    return ("([*".indexOf(first) >= 0 || Character.isLetter(first))
        && digits(text) <= MOST_DIGITS_OF_REMARK;
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  /**
   * The ways to take the text for several numbers, the surest first. Each has at least two parts.
   */
  static List<List<String>> partings(String text) {
    List<List<String>> partings = new ArrayList<>();
    for (Pattern between : List.of(BETWEEN, SLASH, BEFORE_PLUS)) {
      List<String> parts =
          Arrays.stream(between.split(text, -1)).filter(part -> !part.isBlank()).toList();
      if (parts.size() > 1) {
        partings.add(parts);
      }
    }
    return partings;
  }

  /** The ways to part the text in two at a blank, which leave an extension with its number. */
  static List<List<String>> partingsAtBlanks(String text) {
    List<List<String>> partings = new ArrayList<>();
    for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
      String left = text.substring(0, blank);
      String right = text.substring(blank + 1);
      if (!isExtension("1 " + right) && !(isExtension(left + " 1") && !endsInDigit(left))) {
        partings.add(List.of(left, right));
      }
    }
    return partings;
  }

  private static boolean isExtension(String text) {
    return EXTENSION.matcher(text.replaceAll("\\d+", "1")).matches();
  }

  private static boolean endsInDigit(String text) {
    return Character.isDigit(text.charAt(text.length() - 1));
  }

  /**
   * Whether the parts of a text that has slashes as well begin alike; else a blank within a number
   * parts what a slash should.
   */
  static boolean beginAlike(List<String> parts) {
    return parts.stream().noneMatch(part -> part.indexOf('/') >= 0)
        || parts.stream().map(part -> part.charAt(0)).distinct().count() == 1;
  }

  /** Whether the words of all parts stand before their numbers, or those of all behind them. */
  static boolean areAlike(List<String> parts) {
    return parts.stream().map(part -> Character.isLetter(part.charAt(0))).distinct().count() == 1;
  }
}
