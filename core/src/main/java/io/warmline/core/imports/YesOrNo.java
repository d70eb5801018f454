package io.warmline.core.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Yes and no, as the columns of lists say them. */
final class YesOrNo {

  private static final Set<String> YES =
      folded(
          """
          yes y true t 1 10 x ja j oui o si s sim checked on donotcall donotcontact dontcall dnc optedout
          optout unsubscribed blocked suppressed listed registered wahr vrai verdadero nichtanrufen gesperrt
          never nocalls nocall oncalllist onlist ondnc ondnclist ondonotcalllist match matched
          tak ano igen evet kylla da да так ναι はい 是 예 네 نعم כן
          """);

  private static final Set<String> NO =
      folded(
          """
          no n false f 0 00 nein non off unchecked allowed ok callable cancall maycall optedin optin clean
          none keine aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma geen brak
          clear notlisted notonlist notregistered falsch faux falso nao subscribed nomatch safe safetocall
          nej ne ei nem nee nu hayir hayır нет ні не όχι いいえ 否 无 無 아니오 아니요 لا לא
          """);

  /** A polite yes is one; a polite no may be to the calls or to the question. */
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?iu)[\\s,;.!]+(?:please|pls|thanks|thank you|bitte|gern|gerne|danke|s'il vous pla[iî]t|svp|merci|por favor|gracias"
              + "|per favore|grazie|obrigad[oa]|graag|alstublieft|tack|sir|of course|sure|certainly|nat[uü]rlich|claro)(?=\\P{L}|$)");

  private static final Set<String> TICKS = Set.of("✓", "✔", "☑", "✅", "✗", "✘", "☒", "■");
  private static final Set<String> EMPTY_BOXES = Set.of("☐", "□");

  private YesOrNo() {}

  private static Set<String> folded(String words) {
    return HeaderSynonyms.words(words).stream()
        .map(HeaderNames::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String text) {
    String plain = COURTESY.matcher(text).replaceAll("");
    return plain.equals(text) ? "" : HeaderNames.folded(plain);
  }

  /** As {@link #of}, and a date says nothing. */
  static Optional<Boolean> word(String text) {
    return WrittenDate.looksLikeOne(text) ? Optional.empty() : of(text);
  }

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
    boolean yes =
        YES.contains(folded) || WrittenDate.looksLikeOne(text) || YES.contains(plain(text));
    return yes ? Optional.of(true) : Optional.empty();
  }
}
