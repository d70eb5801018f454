package io.warmline.core.imports;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refusals that stand where nobody looks for them: as a tag, as a note, behind a name. They are
 * heeded: whoever should be called after all is mended with one word, whoever is called against a
 * refusal is not.
 */
final class RefusalWords {

  private static final Set<String> REFUSALS =
      HeaderSynonyms.words(
          """
          dnc donotcall dontcall doesnotwantcalls nocalls nocall donotphone dontphone donotcontact
          dontcontact nevercall nocoldcalls nichtanrufen bittenichtanrufen keineanrufe anrufsperre
          nepasappeler nepascontacter nollamar nocontactar
          """);

  private static final Pattern LIKELY =
      Pattern.compile("(?iu)dnc|call|phone|contact|anruf|appel|llamar");

  private static final Pattern BESIDE_A_NAME =
      Pattern.compile(
          "(?iu)\\b(?:do not (?:call|contact)|don[’']?t call|no calls|never call|nicht anrufen"
              + "|ne pas appeler|no llamar)\\b|[(\\[]DNC[)\\]]|\\bDNC$");

  private static final Pattern BRACKETS = Pattern.compile("[\\s,;-]*[(\\[]\\s*[)\\]]|[\\s,;-]+$");

  private static final Pattern BETWEEN = Pattern.compile("[,;|/.!\\r\\n]+");

  private RefusalWords() {}

  /** Whether one of the words, tags or sentences of this text says no more than that. */
  static boolean areIn(String text) {
    return LIKELY.matcher(text).find()
        && Arrays.stream(BETWEEN.split(text, -1))
            .anyMatch(part -> REFUSALS.contains(HeaderNames.folded(part)));
  }

  /** The name without the refusal and the brackets around it. */
  static String without(String name) {
    return areBeside(name)
        ? BRACKETS.matcher(BESIDE_A_NAME.matcher(name).replaceAll("")).replaceAll(" ").strip()
        : name;
  }

  /** Whether a refusal stands in a name, as in {@code Bob Ray (do not call)}. */
  static boolean areBeside(String name) {
    return LIKELY.matcher(name).find() && BESIDE_A_NAME.matcher(name).find();
  }
}
