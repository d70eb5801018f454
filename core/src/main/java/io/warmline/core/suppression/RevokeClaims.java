package io.warmline.core.suppression;

import io.warmline.core.event.Events;
import io.warmline.core.id.ClaimId;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.ClaimEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes leads out of the hands of agents because their number may no longer be called. */
@ApplicationScoped
public class RevokeClaims {

  private final ChangeClaim changeClaim;
  private final Events events;

  RevokeClaims(ChangeClaim changeClaim, Events events) {
    this.changeClaim = changeClaim;
    this.events = events;
  }

  /** Ends these claims, as far as they are live. */
  public void of(List<ClaimId> claims, String reason, Instant now) {
    for (ClaimId claim : claims) {
      if (changeClaim.revoke(claim)) {
        events.record(new ClaimEvent.Revoked(claim, reason), now);
      }
    }
  }
}
