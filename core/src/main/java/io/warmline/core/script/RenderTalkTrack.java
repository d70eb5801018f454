package io.warmline.core.script;

import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Claims;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.MissingFact;
import io.warmline.core.talktrack.UnusableTemplate;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says what to say in a call. Writes nothing. */
@ApplicationScoped
public class RenderTalkTrack {

  private final TenantTransaction transaction;
  private final Claims claims;
  private final Backgrounds backgrounds;
  private final Event<WordsGaveWay> gaveWay;
  private final Clock clock;

  RenderTalkTrack(
      TenantTransaction transaction, Claims claims, Backgrounds backgrounds, Event<WordsGaveWay> gaveWay, Clock clock) {
    this.transaction = transaction;
    this.claims = claims;
    this.backgrounds = backgrounds;
    this.gaveWay = gaveWay;
    this.clock = clock;
  }

  /**
   * What the user says about it.
   *
   * @param kind empty: what the records tell
   * @param facts in words that are ready to be said; they win over those on record
   * @param template empty: the campaign's own, else the one that is shipped
   */
  public record Wishes(
      Optional<CallKind> kind, Map<Fact, String> facts, Optional<String> template) {

    /** Keeps a copy. */
    public Wishes {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * The words for a call under a claim.
   *
   * @throws NotFound if the tenant has no such claim
   * @throws UnusableTemplate if the template cannot make a talk track of the kind
   * @throws MissingFact if a fact is needed that is not known
   */
  public Words of(ClaimId claim, Wishes wishes) {
    return transaction.call(() -> words(Occasion.of(claims.get(claim)), wishes));
  }

  /**
   * The words for a call to a lead.
   *
   * @param agent empty: the name of the agent is not known
   * @throws NotFound if the tenant has no such lead or agent
   * @throws UnusableTemplate if the template cannot make a talk track of the kind
   * @throws MissingFact if a fact is needed that is not known
   */
  public Words of(LeadId lead, Optional<AgentId> agent, Wishes wishes) {
    return transaction.call(() -> words(Occasion.of(lead, agent), wishes));
  }

  private Words words(Occasion occasion, Wishes wishes) {
    Instant now = clock.instant();
    Words words =
        Draft.of(backgrounds.of(occasion, now), wishes.kind(), wishes.facts(), now)
            .with(wishes.template())
            .render();
    if (words.replaced() > 0) {
      gaveWay.fire(new WordsGaveWay(words.opening(), words.replaced()));
    }
    return words;
  }
}
