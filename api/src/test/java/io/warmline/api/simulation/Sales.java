package io.warmline.api.simulation;

import io.warmline.sdk.model.OutcomeKind;
import io.warmline.sdk.model.ReportGrouping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of meetings and hand-offs in the end, as the firm was told. */
final class Sales {

  private record Told(Facts.Fact of, OutcomeKind what, Instant at, double value) {}

  private final List<Told> told = new ArrayList<>();

  /**
   * @param of a meeting that was held, or a hand-off that was accepted
   * @param value of a sale, in dollars; else 0
   */
  void became(Facts.Fact of, OutcomeKind what, Instant at, double value) {
    told.add(new Told(of, what, at, value));
  }

  /** The sale was of another value. */
  void wasOf(Facts.Fact of, double value) {
    told.replaceAll(t -> t.of() == of && isSale(t) ? new Told(of, t.what(), t.at(), value) : t);
  }

  /** An opportunity: a meeting that is over, or a hand-off on which the client has decided. */
  private record Chance(Facts.Fact of, boolean taken) {}

  private static Stream<Chance> chances(Books books, boolean meetingsAlone) {
    Stream<Chance> meetings =
        books.meetings().stream()
            .filter(m -> !m.isOpen() && !m.is(Meeting.State.MOVED))
            .map(m -> new Chance(m, m.is(Meeting.State.HELD)));
    Stream<Chance> offers =
        books.offers().stream()
            .filter(offer -> !meetingsAlone && offer.isDecided())
            .map(offer -> new Chance(offer, offer.is(Offer.State.ACCEPTED)));
    return Stream.concat(meetings, offers);
  }

  Sheet by(ReportGrouping grouping, Books books) {
    boolean meetingsAlone =
        grouping == ReportGrouping.CONFIRMATION || grouping == ReportGrouping.LEAD_TIME;
    List<Chance> all = chances(books, meetingsAlone).toList();
    Sheet sheet = new Sheet();
    new Cut(grouping, books.period())
        .of(all.stream().map(Chance::of).toList())
        .forEach((group, of) -> enter(sheet, group, of, taken(all, of)));
    return sheet;
  }

  private static List<Facts.Fact> taken(List<Chance> all, List<Facts.Fact> of) {
    return all.stream().filter(Chance::taken).map(Chance::of).filter(of::contains).toList();
  }

  private void enter(
      Sheet sheet, Map<String, String> group, List<Facts.Fact> of, List<Facts.Fact> taken) {
    sheet.share(group, "closeRate", of, this::isWon, of.size());
    sheet.share(group, "closeRateOfTaken", of, this::isWon, taken.size());
    sheet.share(group, "proposed", of, f -> isWon(f) || has(f, OutcomeKind.PROPOSAL), taken.size());
    sheet.share(group, "lost", of, f -> !isWon(f) && last(f, OutcomeKind.LOST), taken.size());
    sheet.share(
        group, "noDecision", of, f -> !isWon(f) && last(f, OutcomeKind.NO_DECISION), taken.size());
    sheet.share(group, "outcomeKnown", of, f -> latest(f).isPresent(), taken.size());
    List<Told> sales = told.stream().filter(t -> isSale(t) && of.contains(t.of())).toList();
    if (!sales.isEmpty()) {
      sheet.sum(group, "value", sales, Told::value);
      sheet.mean(group, "meanValue", sales, Told::value);
    }
  }

  private static boolean isSale(Told t) {
    return t.what() == OutcomeKind.WON;
  }

  private boolean isWon(Facts.Fact of) {
    return has(of, OutcomeKind.WON);
  }

  private boolean has(Facts.Fact of, OutcomeKind what) {
    return told.stream().anyMatch(t -> t.of() == of && t.what() == what);
  }

  private boolean last(Facts.Fact of, OutcomeKind what) {
    return latest(of).filter(t -> t.what() == what).isPresent();
  }

  private Optional<Told> latest(Facts.Fact of) {
    return told.stream().filter(t -> t.of() == of).max(Comparator.comparing(Told::at));
  }
}
