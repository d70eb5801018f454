package io.warmline.core.handoff;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.handoff.Handoff.ClientDecision;
import io.warmline.core.id.HandoffId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client accepts a lead that was offered, or returns it. Of two decisions one wins. */
@ApplicationScoped
public class DecideHandoff {

  private final TenantTransaction transaction;
  private final Handoffs handoffs;
  private final HandoffBook book;
  private final ReturnedLeads returned;
  private final Clock clock;

  DecideHandoff(
      TenantTransaction transaction,
      Handoffs handoffs,
      HandoffBook book,
      ReturnedLeads returned,
      Clock clock) {
    this.transaction = transaction;
    this.handoffs = handoffs;
    this.book = book;
    this.returned = returned;
    this.clock = clock;
  }

  /**
   * The client's verdict on a lead it does not want.
   *
   * @param readyOn for NOT_READY: when it is to be called again, a date at the prospect's place
   */
  public record Return(
      ReturnReason reason, @Nullable String comment, Optional<LocalDate> readyOn) {}

  /**
   * The client takes the lead.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such hand-off
   * @throws WarmlineException HANDOFF_DECIDED, HANDOFF_EXPIRED, VERSION_MISMATCH
   */
  public Handoff accept(HandoffId id, Optional<Integer> version, @Nullable String comment) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Handoff open = takeUndecided(id, version, now);
          book.decide(open, new ClientDecision(now, null, comment, null));
          return handoffs.get(id);
        });
  }

  /**
   * The client returns the lead, which goes where the reason says.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such hand-off
   * @throws InvalidValue if NOT_READY comes without a date in the future, or another reason with
   *     one
   * @throws WarmlineException HANDOFF_DECIDED, HANDOFF_EXPIRED, VERSION_MISMATCH
   */
  public Handoff giveBack(HandoffId id, Optional<Integer> version, Return verdict) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Handoff open = takeUndecided(id, version, now);
          requireDate(open, verdict, now);
          book.decide(
              open,
              new ClientDecision(
                  now, verdict.reason(), verdict.comment(), verdict.readyOn().orElse(null)));
          returned.follow(open, verdict, now);
          return handoffs.get(id);
        });
  }

  /** Under the locks of its lead's numbers, so that a second decision waits and finds the first. */
  private Handoff takeUndecided(HandoffId id, Optional<Integer> version, Instant now) {
    returned.lock(handoffs.get(id).lead());
    Handoff handoff = handoffs.get(id);
    Versions.require(handoff.version(), version);
    handoff.requireUndecided(now);
    return handoff;
  }

  private void requireDate(Handoff handoff, Return verdict, Instant now) {
    boolean notReady = verdict.reason() == ReturnReason.NOT_READY;
    if (!notReady && verdict.readyOn().isPresent()) {
      throw new InvalidValue("/revisitOn", "NOT_ALLOWED", "only NOT_READY takes a date");
    }
    if (!notReady) {
      return;
    }
    LocalDate date =
        verdict
            .readyOn()
            .orElseThrow(
                () ->
                    InvalidValue.required(
                        "/revisitOn",
                        "NOT_READY needs the date on which the lead is called again"));
    LocalDate today = now.atZone(returned.zoneOf(handoff.lead())).toLocalDate();
    if (!date.isAfter(today)) {
      throw new InvalidValue("/revisitOn", "REVISIT_IN_THE_PAST", "must be after today, " + today);
    }
  }
}
