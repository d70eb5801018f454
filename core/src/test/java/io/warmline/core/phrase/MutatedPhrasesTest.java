package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes what is surely understood and says it with words that change what it means: the old answer
 * is never sure any more. Which phrases are sure, the tables say.
 */
class MutatedPhrasesTest {

  /** Said before a time, these make another of it, or none. */
  private static final List<String> BEFORE =
      List.of(
          "not",
          "never",
          "unless",
          "except",
          "before",
          "until",
          "since",
          "every",
          "each",
          "last",
          "instead of",
          "rather than",
          "any time but",
          "anything but",
          "not until after",
          "two days before",
          "the week after",
          "don't call me",
          "I can't do",
          "I would have said",
          "it would have been",
          "you called me",
          "we spoke",
          "I'm busy",
          "I'm away",
          "we're closed",
          "I've got a meeting",
          "once we know about",
          "I'll call",
          "every other",
          "maybe",
          "probably");

  /** Said behind it. */
  private static final List<String> BEHIND =
      List.of(
          ", not",
          ", no, make that the 23rd at 11:45",
          ", or not",
          ", never mind",
          ", scratch that",
          ", forget it",
          ", just kidding",
          " if not sooner",
          " if not raining",
          ", hang on",
          " is no good",
          " won't work",
          " doesn't suit me",
          " wouldn't be good",
          " would have been better",
          " is when we close",
          " is a holiday",
          " is too early",
          " is too late",
          " was yesterday",
          " last year",
          " ago",
          " unless it rains",
          " if my boss agrees",
          " at the earliest",
          " at the latest",
          " or later",
          " or earlier",
          " every week",
          " except mornings",
          " instead of the 23rd",
          " I'm away",
          " I have a meeting",
          ", I'm away then",
          ", I'm in court that day",
          "? No way.",
          " your time",
          " Tokyo time",
          ", I suppose",
          " I think",
          " should work",
          " and the 23rd",
          " or the 23rd",
          ", I'll be away");

  private static final List<String> BEFORE_IN_SPANISH =
      List.of(
          "no",
          "nunca",
          "menos",
          "salvo",
          "antes de",
          "hasta",
          "cada",
          "en vez de",
          "todo menos",
          "no me llames",
          "no puedo",
          "me llamaron",
          "estoy fuera",
          "cerramos",
          "habría sido",
          "quizás",
          "a lo mejor");

  private static final List<String> BEHIND_IN_SPANISH =
      List.of(
          ", no",
          ", no, mejor el 23 a las 11:45",
          " o no",
          ", olvídelo",
          " no me viene bien",
          " no puedo",
          " es festivo",
          " es demasiado pronto",
          " pasado",
          " si no llueve",
          " como pronto",
          " como muy tarde",
          " cada semana",
          " menos por la mañana",
          " en vez del 23",
          " estoy fuera",
          " hora de Tokio",
          ", supongo",
          " o el 23",
          ", que estaré fuera");

  private static final List<String> TABLES =
      List.of(
          "plain.txt",
          "work-half.txt",
          "held-half.txt",
          "field-phrases.txt",
          "more-kinds.txt",
          "third-part.txt",
          "fourth-part.txt",
          "fifth-part.txt",
          "sixth-part.txt",
          "seventh-part.txt",
          "variants.txt",
          "eighth-part.txt",
          "ninth-part.txt",
          "tenth-part.txt",
          "eleventh-part.txt",
          "more-variants.txt",
          "half-understood.txt",
          "twelfth-part.txt",
          "thirteenth-part.txt",
          "fourteenth-part.txt",
          "fifteenth-part.txt",
          "sixteenth-part.txt",
          "seventeenth-part.txt",
          "eighteenth-part.txt",
          "nineteenth-part.txt");

  private static final List<String> TABLES_IN_SPANISH =
      List.of(
          "spanish-plain.txt",
          "spanish-work.txt",
          "spanish-held.txt",
          "spanish-third.txt",
          "spanish-fourth.txt",
          "spanish-kinds.txt",
          "spanish-fifth.txt",
          "spanish-sixth.txt",
          "spanish-seventh.txt",
          "spanish-eighth.txt",
          "spanish-ninth.txt",
          "spanish-tenth.txt",
          "spanish-half-understood.txt");

  /** Two negations, and "the day after" of a day that was named for something else. */
  private static final Pattern NEGATED =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|nothing|cannot|ni|nunca)\\b|n't\\b|\\band\\b|\\bleave it\\b");

  /** What stands before a time and belongs to it. */
  private static final Set<String> LEADS =
      Set.of(
          "in", "on", "at", "the", "a", "for", "around", "about", "this", "el", "la", "los", "las",
          "en", "de", "por", "dentro", "al", "sobre");

  /**
   * A phrase that is surely understood, whose time begins there and ends with it. "I'm busy until
   * two, try me then" is none: words that are put into its reason need not change what is asked.
   */
  private record Sure(PhraseTable.Line line, Window window, int first) {

    static Optional<Sure> of(PhraseTable.Line line) {
      return sureWindow(line.phrase(), line.context())
          .filter(window -> !means(window, withoutLastWord(line.phrase()), line.context()))
          .map(window -> new Sure(line, window, first(line, window)))
          .filter(sure -> !line.phrase().substring(sure.first()).contains(", "))
          .filter(sure -> !NEGATED.matcher(line.phrase()).find() && !line.phrase().equals("May"));
    }

    String before(String words) {
      String phrase = line.phrase();
      return phrase.substring(0, first) + words + " " + phrase.substring(first);
    }

    String behind(String words) {
      return line.phrase().replaceFirst("[.!?]+$", "") + words;
    }

    /** The last word from which on the phrase means the same. */
    private static int first(PhraseTable.Line line, Window window) {
      List<Integer> starts = starts(line.phrase());
      int i = starts.size() - 1;
      while (i > 0 && !means(window, line.phrase().substring(starts.get(i)), line.context())) {
        i--;
      }
      while (i > 0 && LEADS.contains(word(line.phrase(), starts.get(i - 1)))) {
        i--;
      }
      return starts.get(i);
    }

    /** To whom the 23rd is offered besides, is offered nothing else. */
    boolean isOnThe23rd() {
      return window.firstDate().getDayOfMonth() == 23 && window.lastDate().getDayOfMonth() == 23;
    }

    private static String withoutLastWord(String phrase) {
      return phrase.substring(0, Math.max(0, phrase.strip().lastIndexOf(' ')));
    }

    private static boolean means(Window window, String words, PhraseContext context) {
      return CallbackPhrases.interpret(words, context) instanceof Resolved resolved
          && resolved.window().equals(window);
    }

    private static List<Integer> starts(String phrase) {
      List<Integer> starts = new ArrayList<>();
      for (int i = 0; i < phrase.length(); i++) {
        if (phrase.charAt(i) != ' ' && (i == 0 || phrase.charAt(i - 1) == ' ')) {
          starts.add(i);
        }
      }
      return starts;
    }

    private static String word(String phrase, int start) {
      return phrase.substring(start).split("[ ,.!?]", 2)[0];
    }
  }

  private static Optional<Window> sureWindow(String words, PhraseContext context) {
    return CallbackPhrases.interpret(words, context) instanceof Resolved resolved
            && resolved.confidence() == Confidence.HIGH
        ? Optional.of(resolved.window())
        : Optional.empty();
  }

  private static List<Sure> sure(Language language) {
    List<String> tables = language == Language.ENGLISH ? TABLES : TABLES_IN_SPANISH;
    return tables.stream()
        .flatMap(table -> PhraseTable.read(table, language).lines().stream())
        .flatMap(line -> Sure.of(line).stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void wordsThatChangeTheTimeLeaveNoSureAnswerAsItWas(Language language) {
    assertThat(stillSure(language)).isEmpty();
  }

  /** What was changed, and has the old answer. */
  static List<String> stillSure(Language language) {
    boolean english = language == Language.ENGLISH;
    List<String> still = new ArrayList<>();
    for (Sure sure : sure(language)) {
      List<String> changed = new ArrayList<>();
      (english ? BEFORE : BEFORE_IN_SPANISH).forEach(words -> changed.add(sure.before(words)));
      (english ? BEHIND : BEHIND_IN_SPANISH).forEach(words -> changed.add(sure.behind(words)));
      for (String words : changed) {
        boolean same = words.matches(".* (?:or the 23rd|o el 23)") && sure.isOnThe23rd();
        if (!same
            && sureWindow(words, sure.line().context()).filter(sure.window()::equals).isPresent()) {
          still.add(words + " | " + sure.line().phrase());
        }
      }
    }
    return still;
  }

  /** A word that nobody knows may be a name, a place, a verb: beside a time it is asked about. */
  @Test
  void anUnknownWordWithinATimeIsAskedAbout() {
    assertThat(sureWithAnUnknownWord()).isEmpty();
  }

  static List<String> sureWithAnUnknownWord() {
    List<String> still = new ArrayList<>();
    for (Sure sure : sure(Language.ENGLISH)) {
      for (String words : List.of(sure.before("blorp"), sure.behind(" blorp"))) {
        if (sureWindow(words, sure.line().context()).isPresent()) {
          still.add(words);
        }
      }
    }
    return still;
  }

  @Test
  void theTablesHoldManySurePhrases() {
    assertThat(sure(Language.ENGLISH)).hasSizeGreaterThan(300);
    assertThat(sure(Language.SPANISH)).hasSizeGreaterThan(60);
  }
}
