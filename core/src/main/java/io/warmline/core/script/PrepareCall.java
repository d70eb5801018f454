package io.warmline.core.script;

import io.warmline.core.queue.Claim;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells an agent who holds a claim what to say and what was before, in two statements. A claim
 * never fails for want of words.
 */
@ApplicationScoped
public class PrepareCall {

  private final TenantTransaction transaction;
  private final Backgrounds backgrounds;
  private final Stories stories;
  private final Event<WordsGaveWay> gaveWay;
  private final Clock clock;

  PrepareCall(
      TenantTransaction transaction, Backgrounds backgrounds, Stories stories, Event<WordsGaveWay> gaveWay, Clock clock) {
    this.transaction = transaction;
    this.backgrounds = backgrounds;
    this.stories = stories;
    this.gaveWay = gaveWay;
    this.clock = clock;
  }

  /**
   * What an agent needs before dialling.
   *
   * @param words empty if facts are missing
   * @param missing the facts without which there are no words, in their order
   */
  public record Preparation(Optional<Words> words, List<Fact> missing, Story story) {}

  /** Prepares the call of a claim. */
  public Preparation of(Claim claim) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Background known = backgrounds.of(Occasion.of(claim), now);
          Draft draft = Draft.of(known, Optional.empty(), Map.of(), now);
          List<Fact> missing = draft.missing();
          return new Preparation(
              missing.isEmpty() ? Optional.of(said(draft)) : Optional.empty(),
              missing,
              stories.of(claim.lead(), known.past()));
        });
  }

  private Words said(Draft draft) {
    Words words = draft.render();
    if (words.replaced() > 0) {
      gaveWay.fire(new WordsGaveWay(words.opening(), words.replaced()));
    }
    return words;
  }
}
