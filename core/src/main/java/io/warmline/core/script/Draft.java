package io.warmline.core.script;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.talktrack.Ask;
import io.warmline.core.talktrack.CallFacts;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.CallOpening;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.Openers;
import io.warmline.core.talktrack.Openers.Spoken;
import io.warmline.core.talktrack.PartCode;
import io.warmline.core.talktrack.TalkTracks;
import io.warmline.core.talktrack.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A talk track before it is rendered.
 *
 * @param template the campaign's own, or one to try; empty: the words that are shipped, of which
 *     there always are some
 * @param offer the time that may be asked for
 */
record Draft(
    CallOpening opening,
    Asking asking,
    CallFacts facts,
    Optional<String> template,
    Optional<Offer> offer) {

  /** What is asked for in the end, and the questions that may be. */
  record Asking(Ask ask, List<Qualifying.Question> questions) {}

  private static final List<Fact> OF_OFFER = List.of(Fact.CONCRETE_TIME, Fact.CONCRETE_DAY);

  /**
   * @param kind empty: what the background tells
   * @param stated facts in the words of the user, which win
   */
  static Draft of(
      Background known, Optional<CallKind> kind, Map<Fact, String> stated, Instant now) {
    CallOpening opening =
        kind.map(that -> CallOpenings.of(known, that, now))
            .orElseGet(() -> CallOpenings.of(known, now));
    Ask ask = ask(known.house().campaign().deliverable());
    Optional<Offer> offer =
        new Offers(known.person(), now)
            .find(known.house().calendar(), known.house().campaign().hours());
    CallFacts facts = new Wording(known, now).facts(opening.kind(), offer);
    for (Map.Entry<Fact, String> fact : stated.entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    Optional<Offer> standing =
        offer.filter(
            time -> ask == Ask.MEETING && OF_OFFER.stream().noneMatch(stated::containsKey));
    Asking asking = new Asking(ask, known.house().campaign().qualifying().questions());
    return new Draft(opening, asking, facts, template(known, opening.kind()), standing);
  }

  private static Ask ask(Deliverable deliverable) {
    return switch (deliverable) {
      case APPOINTMENT -> Ask.MEETING;
      case WARM_LEAD -> Ask.QUESTIONS;
      case CHECK_IN -> Ask.REORDER;
    };
  }

  /** A template that was sound when it was saved may be so no more. */
  private static Optional<String> template(Background known, CallKind kind) {
    return Optional.ofNullable(known.house().scripts().get(kind))
        .filter(own -> Templates.check(kind, own).isEmpty());
  }

  Draft with(Optional<String> other) {
    return new Draft(opening, asking, facts, other.or(() -> template), offer);
  }

  /**
   * The facts without which a template cannot be said; the shipped words need the caller's name.
   */
  List<Fact> missing() {
    return template
        .map(own -> TalkTracks.missing(opening.kind(), facts, own))
        .orElseGet(() -> Openers.missing(opening, facts));
  }

  Words render() {
    CallKind kind = opening.kind();
    Spoken spoken =
        template
            .map(own -> Openers.own(kind, own, facts))
            .orElseGet(() -> Openers.say(opening, asking.ask(), facts));
    boolean asks =
        OF_OFFER.stream()
            .flatMap(fact -> facts.words(fact).stream())
            .anyMatch(time -> spoken.track().text().contains(time));
    return new Words(
        spoken.track(), offer.filter(time -> asks), asked(spoken), opening, spoken.replaced());
  }

  private List<Qualifying.Question> asked(Spoken spoken) {
    boolean said =
        spoken.track().parts().stream().anyMatch(part -> part.codes().contains(PartCode.QUESTION));
    return said ? asking.questions() : List.of();
  }
}
