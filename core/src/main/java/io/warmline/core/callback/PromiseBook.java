package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.agent.Agents;
import io.warmline.core.callback.Callback.Promise;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.event.Events;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book in which every promise stands with what became of it, so that none changes without an
 * event. Whoever writes in it holds the locks of the lead's numbers, changes the lead's status and
 * has its queue row derived anew.
 */
@ApplicationScoped
public class PromiseBook {

  private static final String TABLE = "callback";

  private final Callbacks callbacks;
  private final Agents agents;
  private final AgreeOnTime agreeOnTime;
  private final PromisedNumber numbers;
  private final Events events;
  private final RowImages images;

  PromiseBook(
      Callbacks callbacks,
      Agents agents,
      AgreeOnTime agreeOnTime,
      PromisedNumber numbers,
      Events events,
      RowImages images) {
    this.images = images;
    this.callbacks = callbacks;
    this.agents = agents;
    this.agreeOnTime = agreeOnTime;
    this.numbers = numbers;
    this.events = events;
  }

  /** The open callback of a lead. */
  public Optional<Callback> openOf(LeadId lead) {
    return callbacks.openOf(lead);
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Callback get(CallbackId id) {
    return callbacks.get(id);
  }

  /**
   * The promise that a wish makes to a lead under a campaign's policy.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @param spokenAt when the wish was uttered
   * @throws InvalidValue if it does not say when, the time is in the past, or its number is none
   * @throws NotFound if the agent it is wished of does not work here
   */
  public Promise agree(
      LeadId lead, Wish wish, CampaignPolicy policy, String pointer, Instant spokenAt) {
    wish.agent().ifPresent(agents::get);
    AgreedTime time = agreeOnTime.agree(lead, wish, policy, pointer, spokenAt);
    return new Promise(
        time,
        wish.agent(),
        numbers.of(lead, wish, pointer),
        wish.words(),
        wish.words().map(words -> spokenAt),
        wish.note());
  }

  /** What words say about the time of a callback that has one. */
  AgreedTime rephrased(Callback callback, Wish wish, CampaignPolicy policy, Instant spokenAt) {
    return agreeOnTime.rephrased(callback, wish, policy, spokenAt);
  }

  /** Whether the words of a callback, by when they were said, name the time that it has now. */
  boolean isStillSaid(Callback callback, CampaignPolicy policy) {
    return agreeOnTime.isStillSaid(callback, policy);
  }

  /**
   * Enters a promise.
   *
   * @param call in which it was made; null: outside a call
   */
  public Callback make(
      LeadId lead, CampaignId campaign, Promise promise, @Nullable CallId call, Instant now) {
    Callback callback = Callback.promise(lead, campaign, promise, call, now);
    callbacks.add(callback);
    events.record(
        new CallbackEvent.Scheduled(
            callback.id(), lead, campaign, callback.agent(), callback.window().dueAt()),
        now);
    return callback;
  }

  /** Enters a callback of our own accord: nobody was told of it, so that it is no promise yet. */
  public Callback makeUntold(LeadId lead, CampaignId campaign, Promise promise, Instant now) {
    Callback callback = make(lead, campaign, promise, null, now);
    callbacks.toldToNobody(callback.id());
    return callback;
  }

  /** Enters a callback that was given another time, owner or note. */
  public Callback reschedule(Callback moved, Instant now) {
    Callback written = callbacks.write(moved);
    events.record(
        new CallbackEvent.Rescheduled(
            written.id(),
            written.lead(),
            written.agent(),
            written.window().dueAt(),
            written.movedAt(now).orElse(null)),
        now);
    return written;
  }

  /** Another owner, words or note, of which the owner works here. */
  Callback note(Callback callback, Wish change, Instant now) {
    Callback noted =
        callback.noting(
            change.agent().orElse(null),
            change.words().orElse(null),
            change.note().orElse(null),
            now);
    if (noted.agent() != null && !noted.agent().equals(callback.agent())) {
      agents.get(noted.agent());
    }
    return noted;
  }

  /** Enters that a call kept it. */
  public Callback keep(Callback callback, CallId call, Instant now) {
    Callback kept = callbacks.write(callback.keep(call, now));
    events.record(new CallbackEvent.Kept(kept.id(), kept.lead(), call), now);
    return kept;
  }

  /** A promise as it stands in the book, for {@link #restore}. */
  public String image(CallbackId id) {
    return images.of(TABLE, id.value()).orElseThrow(() -> new NotFound("callback", id));
  }

  /**
   * Makes a promise again what it was before a call that was logged wrongly, unless something else
   * has become of it, or has been promised, since.
   *
   * @param writtenAt when the call changed it
   * @return whether it was restored
   */
  public boolean restore(CallbackId id, String image, CallId call, Instant writtenAt, Instant now) {
    Callback current = callbacks.get(id);
    boolean anotherIsOpen =
        callbacks.openOf(current.lead()).filter(open -> !open.id().equals(id)).isPresent();
    if (anotherIsOpen || !current.isAsLeftBy(call, writtenAt)) {
      return false;
    }
    images.restore(TABLE, id.value(), image);
    Callback restored = callbacks.get(id);
    events.record(
        new CallbackEvent.Restored(
            id, restored.lead(), restored.agent(), restored.window().dueAt(), "CALL_CORRECTED"),
        now);
    return true;
  }

  /** Ends a promise of which nothing comes any more, for a reason that no prospect gave. */
  public Callback cancel(Callback callback, String reason, Instant now) {
    return cancel(callback, new CalledOff(CancelledBy.FIRM, reason), now);
  }

  /** Ends a promise that somebody called off. */
  public Callback cancel(Callback callback, CalledOff why, Instant now) {
    Callback cancelled = callbacks.write(callback.cancel(why, now));
    events.record(
        new CallbackEvent.Cancelled(callback.id(), callback.lead(), why.by(), why.reason()), now);
    return cancelled;
  }
}
