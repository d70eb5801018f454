package io.warmline.core.suppression;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.ClaimId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Takes leads out of the hands of agents because their number may no longer be called. */
@ApplicationScoped
class RevokeClaims {

  private final Claims claims;
  private final ChangeClaim changeClaim;
  private final Events events;

  RevokeClaims(Claims claims, ChangeClaim changeClaim, Events events) {
    this.claims = claims;
    this.changeClaim = changeClaim;
    this.events = events;
  }

  /** Ends the live claims on this number, where they are on one of these leads. */
  void on(PhoneNumber phone, Collection<UUID> leads, String reason, Instant now) {
    for (ClaimId claim : claims.liveOn(phone)) {
      if (leads.contains(claims.get(claim).lead().value()) && changeClaim.revoke(claim)) {
        events.record(EventType.CLAIM_REVOKED, claim.value(), now, "reason", reason);
      }
    }
  }
}
