package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes promises, moves and ends them. The lead's place in the queue follows in the same
 * transaction.
 */
@ApplicationScoped
public class PromiseCallback {

  /** What closes a lead because there is no number left on which it may be called. */
  private static final Set<BlockCode> NUMBERLESS =
      EnumSet.of(BlockCode.DO_NOT_CALL, BlockCode.ON_REGISTRY, BlockCode.NO_CALLABLE_NUMBER);

  private final TenantTransaction transaction;
  private final PromiseBook book;
  private final LeadsInHand leads;
  private final Campaigns campaigns;
  private final PromisedNumber numbers;
  private final Clock clock;

  PromiseCallback(
      TenantTransaction transaction,
      PromiseBook book,
      LeadsInHand leads,
      Campaigns campaigns,
      PromisedNumber numbers,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.leads = leads;
    this.campaigns = campaigns;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Promises to call a lead again.
   *
   * @throws InvalidValue if neither time nor words are given, or the time is in the past
   * @throws NotFound if there is no such lead or agent
   * @throws WarmlineException CALLBACK_OPEN if a promise stands already; LEAD_NOT_CALLABLE if the
   *     lead is closed for good, has no number left, or withdrew its consent
   */
  public Callback promise(LeadId id, Wish wish) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(id);
          requireCallable(lead);
          requireNumber(id);
          book.openOf(id).ifPresent(PromiseCallback::refuseAnother);
          CampaignPolicy policy = campaigns.get(lead.campaign()).policy();
          Callback.Promise promise = book.agree(id, wish, policy, "", now);
          promise.phone().ifPresent(number -> numbers.give(lead, number, "/phone"));
          Callback callback = book.make(id, lead.campaign(), promise, null, now);
          leads.become(id, LeadStatus.CALLBACK_PENDING, now);
          leads.putBack(id, now);
          return callback;
        });
  }

  private static void requireCallable(Lead lead) {
    LeadStatus status = lead.status();
    if (lead.erasedAt().isPresent()
        || status == LeadStatus.DO_NOT_CALL
        || status == LeadStatus.DISQUALIFIED) {
      throw new WarmlineException(
          ProblemCode.LEAD_NOT_CALLABLE,
          "The lead is " + status + ": no callback can be promised.");
    }
    Optional.ofNullable(lead.profile().consent()).ifPresent(LeadConsent::requireNotWithdrawn);
  }

  private void requireNumber(LeadId lead) {
    leads
        .outlook(lead)
        .blockedBy()
        .filter(NUMBERLESS::contains)
        .ifPresent(
            block -> {
              throw new WarmlineException(
                  ProblemCode.LEAD_NOT_CALLABLE,
                  "The lead has no number to call (" + block + "): no callback can be promised.");
            });
  }

  private static void refuseAnother(Callback open) {
    throw new WarmlineException(
        ProblemCode.CALLBACK_OPEN,
        "The callback " + open.id() + " of this lead is open. Reschedule it instead.");
  }

  /**
   * Reschedules or reassigns a callback. Where nothing is new, nothing is written.
   *
   * @param version the version its author saw; empty where any will do
   * @param change the agent, the number, the words and the note that it has from now on, empty:
   *     none. A time if it is to have another; other words than before, or a language in which to
   *     read them anew, are asked for one
   * @throws InvalidValue if the time is in the past, or new words beside it name another; if a
   *     language is given without words that say when
   * @throws NotFound if there is no such callback or agent
   * @throws WarmlineException CALLBACK_CLOSED, VERSION_MISMATCH
   */
  public Callback change(CallbackId id, Optional<Integer> version, Wish change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Callback callback = take(id);
          Versions.require(callback.version(), version);
          if (saysNothingNew(change, callback)) {
            return callback;
          }
          Callback noted = on(change, book.note(callback, change, now), now);
          Callback written = book.reschedule(moved(callback, noted, change, now), now);
          leads.putBack(callback.lead(), now);
          return written;
        });
  }

  private static boolean saysNothingNew(Wish change, Callback callback) {
    return callback.status().isOpen()
        && !change.namesTime()
        && change.latestAt().isEmpty()
        && change.agent().equals(Optional.ofNullable(callback.agent()))
        && change.phone().equals(Optional.ofNullable(callback.phone()).map(PhoneNumber::e164))
        && change.words().equals(Optional.ofNullable(callback.words()))
        && change.note().equals(Optional.ofNullable(callback.note()))
        && change.language().isEmpty();
  }

  /** On the number that it is to have from now on. */
  private Callback on(Wish change, Callback callback, Instant now) {
    Optional<PhoneNumber> number =
        change.phone().flatMap(text -> numbers.of(callback.lead(), change, ""));
    number.ifPresent(it -> numbers.give(leads.take(callback.lead()), it, "/phone"));
    return callback.on(number.orElse(null), now);
  }

  private Callback take(CallbackId id) {
    leads.lock(book.get(id).lead());
    return book.get(id);
  }

  private Callback moved(Callback before, Callback noted, Wish change, Instant now) {
    CampaignPolicy policy = campaigns.get(noted.campaign()).policy();
    if (change.namesTime() || change.latestAt().isPresent()) {
      Wish timed = change.namesTime() ? change : change.at(noted.window().dueAt());
      boolean saidBefore = change.words().equals(Optional.ofNullable(before.words()));
      Wish wanted = saidBefore ? timed.silent() : timed;
      AgreedTime time = book.agree(noted.lead(), wanted, policy, "", now).time();
      Callback moved = noted.moveTo(time, MoveReason.RESCHEDULED, now);
      return saidBefore && !book.isStillSaid(moved, policy) ? moved.unsaid(now) : moved;
    }
    if (change.language().isPresent() && change.words().isEmpty()) {
      throw InvalidValue.required("/words", "language is that of words, and there are none");
    }
    boolean rephrased =
        change.words().isPresent()
            && (change.language().isPresent() || !change.words().get().equals(before.words()));
    return rephrased ? rephrased(noted, change, policy, now) : noted;
  }

  private Callback rephrased(Callback noted, Wish change, CampaignPolicy policy, Instant now) {
    AgreedTime time = book.rephrased(noted, change, policy, now);
    return time.window().equals(noted.window())
        ? noted.readAs(time.reading(), now)
        : noted.moveTo(time, MoveReason.RESCHEDULED, now);
  }

  /**
   * Cancels a callback; the lead goes back to ordinary dialling.
   *
   * @throws WarmlineException CALLBACK_CLOSED
   */
  public Callback cancel(CallbackId id, CalledOff why) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Callback cancelled = book.cancel(take(id), why, now);
          leads.leaveCallbackPending(cancelled.lead(), now);
          leads.putBack(cancelled.lead(), now);
          return cancelled;
        });
  }
}
