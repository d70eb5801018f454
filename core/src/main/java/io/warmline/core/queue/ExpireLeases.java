package io.warmline.core.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Gives back the leads whose leases have run out. */
@ApplicationScoped
class ExpireLeases {

  /** How many leads are given back at once. */
  static final int BATCH = 500;

  private final Claims claims;
  private final Numbers numbers;
  private final QueueEntries queue;

  ExpireLeases(Claims claims, Numbers numbers, QueueEntries queue) {
    this.claims = claims;
    this.numbers = numbers;
    this.queue = queue;
  }

  /** Does one batch; how many it was. Locks on numbers come before locks on rows. */
  int batch(Instant now) {
    List<Claim> lapsed = claims.lapsed(BATCH, now);
    if (lapsed.isEmpty()) {
      return 0;
    }
    List<UUID> leads = lapsed.stream().map(claim -> claim.lead().value()).toList();
    numbers.lockOf(leads);
    lapsed.forEach(claim -> claims.expire(claim, now));
    queue.refresh(leads, now);
    return lapsed.size();
  }
}
