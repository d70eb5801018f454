package io.warmline.core.followup;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.link.TrackedLinks;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Enters that a message that was owed has been sent. */
@ApplicationScoped
public class MarkFollowUpSent {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final FollowUps followUps;
  private final TrackedLinks links;
  private final Events events;
  private final Clock clock;

  MarkFollowUpSent(
      TenantTransaction transaction,
      FollowUps followUps,
      TrackedLinks links,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.followUps = followUps;
    this.links = links;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Enters it.
   *
   * @param sentAt empty: now
   * @param used the tracked links in the message
   * @throws NotFound if there is no such follow-up
   * @throws InvalidValue if the time is impossible, or a link is not the lead's
   * @throws WarmlineException FOLLOW_UP_CLOSED if it was sent or cancelled before
   */
  public FollowUp sent(FollowUpId id, Optional<Instant> sentAt, Set<TrackedLinkId> used) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          FollowUp owed = followUps.get(id);
          Instant at = requirePlausible(sentAt.orElse(now), owed, now);
          if (!followUps.sent(id, at, now)) {
            throw new WarmlineException(
                ProblemCode.FOLLOW_UP_CLOSED,
                "The follow-up " + id + " is " + followUps.get(id).status() + ", not OWED.");
          }
          if (links.belongTo(id, owed.lead(), used) < used.size()) {
            throw new InvalidValue(
                "/trackedLinkIds", "UNKNOWN_LINK", "must be tracked links of the same lead");
          }
          events.record(new FollowUpEvent.Sent(id, owed.lead()), now);
          return followUps.get(id);
        });
  }

  private static Instant requirePlausible(Instant sentAt, FollowUp owed, Instant now) {
    if (sentAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue(
          "/sentAt", "IN_THE_FUTURE", "must not be in the future; it is " + now + " now");
    }
    if (sentAt.isBefore(owed.createdAt().minus(CLOCKS_DIFFER))) {
      throw new InvalidValue(
          "/sentAt", "TOO_OLD", "must not be before it was owed, " + owed.createdAt());
    }
    return sentAt.isAfter(now) ? now : sentAt;
  }
}
