package io.warmline.core.phrase;

import java.time.LocalDate;
import java.util.List;

/** Gives other readings the times of the first one and drops those that are past. */
final class Alternatives {

  private Alternatives() {}

  static Doubts timed(Doubts doubts, Window window, PhraseContext context) {
    LocalDate today = context.spokenAt().toLocalDate();
    List<Alternative> timed =
        doubts.alternatives().stream()
            .filter(other -> other.window().firstDate().isAfter(today))
            .map(other -> timed(other, window, context.workingTime()))
            .filter(other -> !other.window().equals(window))
            .toList();
    return new Doubts(doubts.needsConfirmation(), timed, doubts.warnings());
  }

  private static Alternative timed(Alternative other, Window window, WorkingTime working) {
    Window said = other.window();
    if (!said.from().equals(Others.OPEN) || !said.to().equals(Others.OPEN)) {
      return other;
    }
    boolean day = said.firstDate().equals(said.lastDate());
    LocalDate first = day ? working.openOnOrAfter(said.firstDate()) : said.firstDate();
    LocalDate last = day ? first : said.lastDate();
    return new Alternative(new Window(first, last, window.from(), window.to()), other.why());
  }
}
