package io.warmline.core.script;

import io.warmline.core.talktrack.CallFacts;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.TalkTracks;
import io.warmline.core.talktrack.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A talk track before it is rendered: its kind, its facts, its template. */
record Draft(CallKind kind, CallFacts facts, String template, Optional<Offer> offer) {

  private static final List<Fact> OF_OFFER = List.of(Fact.CONCRETE_TIME, Fact.CONCRETE_DAY);

  /**
   * @param kind empty: what the background tells
   * @param stated facts in the words of the user, which win
   */
  static Draft of(
      Background known, Optional<CallKind> kind, Map<Fact, String> stated, Instant now) {
    CallKind that = kind.orElseGet(() -> KindOfCall.of(known));
    Optional<Offer> offer =
        new Offers(known.person(), now).find(known.house().calendar(), known.house().hours());
    CallFacts facts = new Wording(known, now).facts(that, offer);
    for (Map.Entry<Fact, String> fact : stated.entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    Optional<Offer> standing =
        offer.filter(time -> OF_OFFER.stream().noneMatch(stated::containsKey));
    return new Draft(that, facts, template(known, that), standing);
  }

  /** A template that was sound when it was saved may be so no more. */
  private static String template(Background known, CallKind kind) {
    return Optional.ofNullable(known.house().scripts().get(kind))
        .filter(own -> Templates.check(kind, own).isEmpty())
        .orElseGet(() -> Templates.defaultFor(kind));
  }

  Draft with(Optional<String> other) {
    return new Draft(kind, facts, other.orElse(template), offer);
  }

  List<Fact> missing() {
    return TalkTracks.missing(kind, facts, template);
  }

  Words render() {
    boolean asks = OF_OFFER.stream().anyMatch(fact -> template.contains("{{" + fact.key() + "}}"));
    return new Words(TalkTracks.render(kind, facts, template), offer.filter(time -> asks));
  }
}
