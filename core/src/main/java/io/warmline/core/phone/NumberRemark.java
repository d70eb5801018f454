package io.warmline.core.phone;

import io.warmline.core.language.CountryNames;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What words beside a number say about it. */
final class NumberRemark {

  private static final Pattern FAX =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:tele)?(?:fax|faks|факс|φαξ)(?:nummer|number|no|nr|gép)?(?!\\p{L})"
              + "|(?<!\\p{L})(?:t[ée]l[ée]copie(?:ur)?|modem|pager|beeper)(?!\\p{L})|ファ(?:ッ)?クス|传真|傳真|팩스|فاكس|פקס|फ़ैक्स"
              + "|(?:^|\\s)[(\\[]?f[.:)\\]]|\\d[\\s(\\[,;-]+f[.)\\]]*\\s*$");

  private static final Pattern PHONE_TOO =
      Pattern.compile("(?iu)(?<!\\p{L})(?:tel|telefon|telephone|phone|tél|fon)(?!\\p{L})");

  private static final Pattern OUT_OF_USE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:disconnected|(?:not in|out of|no longer in) (?:service|use)"
              + "|wrong(?: number| person)?|invalid|dead|old|former|no longer[\\p{L} ]*|do not use"
              + "|bad number|bounced|deceased"
              + "|ungültig|falsche?|alt|alte nummer|abgemeldet|verstorben|kein anschluss"
              + "|nicht (?:mehr )?(?:vergeben|gültig|erreichbar)"
              + "|ancien|faux|erroné|erronee|hors service|plus attribué|décédée?"
              + "|antiguo|equivocado|erróneo|erroneo|incorrecto|no existe|fuera de servicio"
              + "|fallecid[oa]|errato|sbagliato|inesistente|disattivato|non attivo|decedut[oa]"
              + "|errado|não existe|nao existe|desativado|desactivado|falecid[oa]"
              + "|verkeerd|buiten gebruik|bestaat niet|overleden|fel nummer|ur bruk|avliden"
              + "|forkert|feil nummer|ude af drift|ute av drift|død|väärä|ei käytössä"
              + "|błędny|zły numer|nieaktualn[ya]|nie istnieje"
              + "|špatné|neplatné|neexistuje|zrušeno|rossz szám|téves|greșit|gresit"
              + "|yanlış|kullanılmıyor|λάθος|неверный|неправильный"
              + "|не (?:существует|работает|обслуживается))(?!\\p{L})"
              + "|間違い|使われて(?:いません|おりません|いない)|空号|错号|없는 번호|결번"
              + "|رقم خاطئ|מספר שגוי|गलत नंबर");

  private static final Pattern COUNTRY_BEFORE =
      Pattern.compile("[(\\[]?(\\p{L}[\\p{L} .]*?)[)\\]:.,\\s-]+([+(\\d].*)");

  private static final Pattern COUNTRY_AFTER =
      Pattern.compile("(.*\\d)\\)?[\\s,;(\\[-]+(\\p{L}[\\p{L} .]*?)[)\\].\\s]*");

  /** "No", "nr" and "ph" before a number mean the number, not Norway, Nauru or the Philippines. */
  private static final Set<String> LABELS = Set.of("NO", "NR", "PH");

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,3}|\\p{Lo}+");

  private NumberRemark() {}

  /** A number with the country that is named beside it, as an ISO 3166-1 alpha-2 code. */
  record InCountry(String text, String region) {}

  /** Whether it is a fax, and no telephone at the same number. */
  static boolean saysFax(String text) {
    return namesFax(text) && !PHONE_TOO.matcher(text).find();
  }

  /** Whether a fax is spoken of. */
  static boolean namesFax(String text) {
    return hasLetters(text) && FAX.matcher(text).find();
  }

  static boolean saysOutOfUse(String text) {
    return hasLetters(text) && OUT_OF_USE.matcher(text).find();
  }

  /** Whether nobody is reached by the number, or by one of several. */
  static boolean saysNotForCalls(String text) {
    return saysFax(text) || saysOutOfUse(text);
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  /** Whether a country is named before or after the number. */
  static Optional<InCountry> country(String text) {
    if (!hasLetters(text)) {
      return Optional.empty();
    }
    Matcher before = COUNTRY_BEFORE.matcher(text);
    if (before.matches()) {
      return region(before.group(1)).map(region -> new InCountry(before.group(2), region));
    }
    Matcher after = COUNTRY_AFTER.matcher(text);
    return after.matches()
        ? region(after.group(2)).map(region -> new InCountry(after.group(1), region))
        : Optional.empty();
  }

  /** The country of a code or a name; a code of two or three letters must be in capitals. */
  static Optional<String> region(String name) {
    String plain = name.strip().replace(".", "");
    boolean word = plain.length() <= 3 && !CAPITALS.matcher(plain).matches();
    return word || LABELS.contains(plain)
        ? Optional.empty()
        : CountryNames.codeOf(plain).filter(code -> NumberingPlans.callingCode(code) != 0);
  }
}
