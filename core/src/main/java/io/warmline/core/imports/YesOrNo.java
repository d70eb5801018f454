package io.warmline.core.imports;

import java.util.Optional;
import java.util.Set;

/** Yes and no, as the columns of lists say them. */
final class YesOrNo {

  private static final Set<String> YES =
      HeaderSynonyms.words(
          """
          yes y true t 1 10 x ja j oui o si s sim checked on donotcall donotcontact dontcall dnc optedout
          optout unsubscribed blocked suppressed listed registered wahr vrai verdadero nichtanrufen gesperrt
          never nocalls nocall oncalllist onlist ondnc ondnclist ondonotcalllist match matched
          """);

  private static final Set<String> NO =
      HeaderSynonyms.words(
          """
          no n false f 0 00 nein non off unchecked allowed ok callable cancall maycall optedin optin clean
          clear notlisted notonlist notregistered falsch faux falso nao subscribed nomatch safe safetocall
          """);

  private static final Set<String> TICKS = Set.of("✓", "✔", "☑", "✅", "✗", "✘", "☒", "■");
  private static final Set<String> EMPTY_BOXES = Set.of("☐", "□");

  private YesOrNo() {}

  /** What this text says; empty if it says neither. A date is a yes: since then. */
  static Optional<Boolean> of(String text) {
    if (TICKS.contains(text)) {
      return Optional.of(true);
    }
    if (EMPTY_BOXES.contains(text)) {
      return Optional.of(false);
    }
    String folded = HeaderNames.folded(text);
    if (NO.contains(folded)) {
      return Optional.of(false);
    }
    boolean yes = YES.contains(folded) || WrittenDate.looksLikeOne(text);
    return yes ? Optional.of(true) : Optional.empty();
  }
}
