package io.warmline.core.refusal;

import io.warmline.core.FoldedText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refusals as people write them, in one place for all that reads them: the name of a column, a tag,
 * a note, words behind a name or beside a number. They are heeded: whoever should be called after
 * all is mended with one word, whoever is called against a refusal is not.
 */
public final class RefusalWords {

  /** A line a phrase; words that are one language's are beside each other. */
  private static final String PHRASES =
      """
      do not call
      don't call
      dont call
      does not want calls
      no calls
      no call
      do not phone
      don't phone
      do not contact
      don't contact
      do not disturb
      do not solicit
      no soliciting
      opt out of calls
      opted out of calls
      never call
      no cold calls
      no cold calling
      no phone calls
      no sales calls
      no more calls
      no further calls
      no telemarketing
      no solicitation
      stop calling
      stop calls
      do not ring
      don't ring
      refuses calls
      calls refused
      wants no calls
      asked not to be called
      asked not to call
      does not want to be called
      doesn't want to be called
      does not wish to be called
      not to be called
      not to be contacted
      must not be called
      may not be called
      remove from list
      remove from call list
      remove from calling list
      take off list
      take off call list
      wants to be removed from list
      nicht anrufen
      bitte nicht anrufen
      nicht mehr anrufen
      keine anrufe
      kein anruf
      kein anruf erwünscht
      anruf nicht erwünscht
      anrufe nicht erwünscht
      anrufen nicht erwünscht
      kontakt nicht erwünscht
      keine anrufe erwünscht
      anrufe unerwünscht
      anrufsperre
      nicht kontaktieren
      ne pas appeler
      ne plus appeler
      ne pas contacter
      ne plus contacter
      ne pas téléphoner
      pas d'appel
      pas d'appels
      no llamar
      no llame
      no llamar más
      no contactar
      no telefonear
      non chiamare
      non contattare
      non telefonare
      não ligar
      não ligue
      não telefonar
      não contactar
      não contatar
      niet bellen
      niet meer bellen
      niet opbellen
      niet contacteren
      bel me niet
      ring inte
      ring ej
      kontakta inte
      ring ikke
      ikke ring
      må ikke ringes
      må ikke kontaktes
      kontakt ikke
      älä soita
      ei saa soittaa
      ei puheluita
      nie dzwonić
      nie dzwoń
      nie kontaktować
      nevolat
      nevolejte
      nevolať
      nekontaktovat
      ne hívja
      ne hívjon
      ne hívd
      nem hívható
      nu suna
      nu sunați
      nu contactați
      ne zovi
      ne zvati
      ne kliči
      не звонить
      не звоните
      не беспокоить
      не дзвонити
      не телефонувати
      отказ от звонков
      звонки запрещены
      запрет звонков
      да не се звъни
      aramayın
      aramayin
      aramayınız
      μην καλείτε
      μην τηλεφωνείτε
      架電禁止
      架電不可
      電話禁止
      電話不可
      連絡不可
      連絡禁止
      電話拒否
      架電拒否
      架電NG
      電話NG
      営業電話お断り
      電話お断り
      请勿致电
      请勿来电
      請勿致電
      不要打电话
      拒绝来电
      謝絕來電
      谢绝来电
      请勿打扰
      免打扰
      전화금지
      전화거부
      전화 거부
      수신거부
      수신 거부
      전화하지 마세요
      연락금지
      لا تتصل
      عدم الاتصال
      لا للاتصال
      לא להתקשר
      אל תתקשר
      कॉल न करें
      """;

  private static final Set<String> REFUSALS =
      Stream.concat(Stream.of("dnc"), PHRASES.lines().map(FoldedText::of))
          .collect(Collectors.toUnmodifiableSet());

  /** A word of each phrase in Latin letters begins with one of these, or has it within. */
  private static final Map<Character, List<String>> STEMS =
      Stream.of(
              "dnc call phon contac contat chiam kontakt anruf appel llam telef télé liga ligu"
                  .split(" ", -1),
              "bel ring soit puhel disturb dzwo vol hiv hív suna zov zva kli aramay".split(" ", -1),
              "remov take solic telem opt".split(" ", -1))
          .flatMap(Arrays::stream)
          .collect(Collectors.groupingBy(stem -> stem.charAt(0)));

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

  /** They make a refusal more polite, more urgent or more exact, and no other. */
  private static final Set<String> FILLERS =
      words(
          """
          please pls plz kindly bitte por favor porfavor svp again anymore ever any more at all me us him
          her them this the your our these number line client customer prospect lead he she they is mehr
          absolutely strictly definitely urgent important
          """);

  private static final Set<String> BARE_REFUSALS =
      Stream.concat(Stream.of("dnc"), PHRASES.lines().map(RefusalWords::bare))
          .collect(Collectors.toUnmodifiableSet());

  /** What follows tells why, by whom or since when; not at which hours. */
  private static final Set<String> REASONS =
      words(
          """
          per by as because since request requested list listed flag registry register registered says
          said permanently permanent
          """);

  /** A refusal has no more words than that, however polite it is. */
  private static final int MOST_WORDS = 16;

  private static final char LAST_LATIN = '\u024f';

  private static final String ANY_PHRASE = "(?:" + any(PHRASES.lines()) + ")";

  private static final String ANY_BESIDE_A_NUMBER =
      "(?:" + any(Stream.concat(PHRASES.lines(), OtherWays.phrases())) + ")";

  private static final Pattern BESIDE_A_NAME =
      Pattern.compile("(?iu)" + ANY_PHRASE + "|[(\\[]DNC[)\\]]|\\bDNC$");

  /** "Smith, John (decd)", "Ann Lee †". */
  private static final Pattern DEAD_BESIDE_A_NAME =
      Pattern.compile(
          "(?iu)[(\\[](?:the )?(?:late|decd|dec['’]?d|deceased|died(?: [^)\\]]*)?|passed away|rip|r\\.i\\.p\\.?|dead|verstorben|gestorben|décédée?|decede|fallecid[oa]"
              + "|falecid[oa]|overleden|decedut[oa])[)\\]]|†|\\s(?:decd|dec['’]d|deceased|verstorben|décédée?)$");

  private static final Pattern BESIDE_A_NUMBER =
      Pattern.compile(
          "(?iu)[\\s(\\[,;-]*(?:"
              + ANY_BESIDE_A_NUMBER
              + "|(?<!\\p{L})dnc(?!\\p{L}))[\\s)\\],;:-]*");

  private static final Pattern BRACKETS = Pattern.compile("[\\s,;-]*[(\\[]\\s*[)\\]]|[\\s,;-]+$");

  private static final Pattern BETWEEN = Pattern.compile("[,;|/.!、。！，；\\r\\n]+");

  private static final Pattern STOP = Pattern.compile("stop", Pattern.CASE_INSENSITIVE);

  private static final Pattern DEATH =
      Pattern.compile(
          "(?iu)decease|died|passed|verstorben|gestorben|décéd|deced|fallecid|falecid|overleden");

  private static final Pattern DEAD =
      Pattern.compile(
          "(?iu)(?:(?:he|she|is|has|the|prospect|lead|client|customer|person|ist|kunde|kundin|est|ha|é|es)\\s+)*"
              + "(?:deceased|died|passed(?: away)?|verstorben|gestorben|décédée?|decede|fallecid[oa]|falecid[oa]"
              + "|overleden|decedut[oa])"
              + "(?:\\s+(?:on|in|am|im|le|el|op|seit|since|\\d[\\d./-]*))*");

  private RefusalWords() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }

  /** Most texts are told apart by this in no time. */
  private static boolean mayBeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter > LAST_LATIN && Character.isLetter(letter)) {
        return true;
      }
      for (String stem : STEMS.getOrDefault(Character.toLowerCase(letter), List.of())) {
        if (text.regionMatches(true, i, stem, 0, stem.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** With and without accents; the longest first, so that nothing is left of it. */
  private static String any(Stream<String> phrases) {
    return phrases
        .flatMap(phrase -> Stream.of(phrase, plain(phrase)))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(RefusalWords::pattern)
        .collect(Collectors.joining("|"));
  }

  private static String plain(String phrase) {
    return phrase
            .codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.DEVANAGARI)
        ? Normalizer.normalize(
            Normalizer.normalize(phrase, Normalizer.Form.NFD).replaceAll("\\p{M}+", ""),
            Normalizer.Form.NFC)
        : phrase;
  }

  /** Where a script has letters that make words, a phrase is no part of one. */
  private static String pattern(String phrase) {
    String words =
        Arrays.stream(phrase.split(" ", -1))
            .map(word -> Pattern.quote(word).replace("'", "\\E[’']?\\Q"))
            .collect(Collectors.joining("[\\s_-]*"));
    boolean spelled = phrase.codePoints().noneMatch(RefusalWords::isOfAScriptWithoutBlanks);
    return spelled ? "(?<!\\p{L})" + words + "(?!\\p{L})" : words;
  }

  private static boolean isOfAScriptWithoutBlanks(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /** Whether a folded name or text is a refusal and nothing else. */
  public static boolean is(String folded) {
    return REFUSALS.contains(folded);
  }

  /** Whether one of the words, tags or sentences of this text says no more than that. */
  public static boolean areIn(String text) {
    return (mayBeIn(text) && parts(text).anyMatch(RefusalWords::says))
        || (DEATH.matcher(text).find() && parts(text).anyMatch(RefusalWords::saysDead));
  }

  /**
   * Whether a sentence of a note is what stops messages: who wrote it noted what the person wants.
   */
  static boolean isStop(String text) {
    return STOP.matcher(text).find() && parts(text).anyMatch(part -> bare(part).equals("stop"));
  }

  /** Whether it says that the person has died, and at most when. */
  private static boolean saysDead(String part) {
    return DEAD.matcher(part.strip()).matches();
  }

  /** The words, tags or sentences of a text. */
  static Stream<String> parts(String text) {
    return Arrays.stream(BETWEEN.split(text, -1));
  }

  private static boolean says(String part) {
    if (is(FoldedText.of(part))) {
      return true;
    }
    List<String> words = List.of(WORDS.split(part, MOST_WORDS + 1));
    for (int end = Math.min(words.size(), MOST_WORDS); end > 0; end--) {
      boolean reason = end == words.size() || isReason(words.subList(end, words.size()));
      if (reason && BARE_REFUSALS.contains(bare(String.join(" ", words.subList(0, end))))) {
        return true;
      }
    }
    return false;
  }

  /** "By e-mail" is no reason: it is how the person is not to be reached. */
  private static boolean isReason(List<String> rest) {
    String word = FoldedText.of(firstOf(rest.get(0)));
    return REASONS.contains(word)
        && !(word.equals("by") && OtherWays.areNamedIn(String.join(" ", rest)));
  }

  /** Behind the last word that is split off stands all that is left. */
  private static String firstOf(String rest) {
    return WORDS.split(rest, 2)[0];
  }

  /** Without punctuation, and without what makes it no other refusal. */
  static String bare(String phrase) {
    return Arrays.stream(WORDS.split(phrase, -1))
        .map(FoldedText::of)
        .filter(word -> !FILLERS.contains(word))
        .collect(Collectors.joining());
  }

  /** The name without the refusal and the brackets around it. */
  public static String without(String name) {
    if (!areBeside(name)) {
      return name;
    }
    String alive = DEAD_BESIDE_A_NAME.matcher(name).replaceAll("");
    return BRACKETS.matcher(BESIDE_A_NAME.matcher(alive).replaceAll("")).replaceAll(" ").strip();
  }

  /** Whether a refusal stands in a name, or that the person died: {@code Bob Ray (do not call)}. */
  public static boolean areBeside(String name) {
    return (mayBeIn(name) && BESIDE_A_NAME.matcher(name).find())
        || DEAD_BESIDE_A_NAME.matcher(name).find();
  }

  /** The text of a number without the refusal beside it; the text itself if there is none. */
  public static String withoutBesideNumber(String text) {
    return mayBeIn(text) || OtherWays.areIn(text)
        ? BESIDE_A_NUMBER.matcher(text).replaceAll(" ")
        : text;
  }
}
