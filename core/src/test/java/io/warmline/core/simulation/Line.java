package io.warmline.core.simulation;

import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone number: who may be reached there, who is calling it, and how often it was called. */
final class Line {

  /** Every campaign of the firm, and Florida, allow three dials in 24 hours. */
  private static final int DAILY_CAP = 3;

  private static final Duration DAY = Duration.ofHours(24);

  private final String number;
  private final List<Prospect> prospects = new ArrayList<>();
  private final List<Instant> dials = new ArrayList<>();
  private @Nullable Claim claim;
  private Instant claimedUntil = Instant.MIN;
  private boolean lost;

  Line(String number) {
    this.number = number;
  }

  String number() {
    return number;
  }

  List<Prospect> prospects() {
    return prospects;
  }

  /** It will never be called again. */
  void lose() {
    lost = true;
    claim = null;
  }

  boolean isLost() {
    return lost;
  }

  void claimed(Claim by, Instant until) {
    claim = by;
    claimedUntil = until;
  }

  /** An agent who has left holds nothing. */
  void freeFrom(AgentId agent) {
    if (claim != null && claim.agent().equals(agent)) {
      claim = null;
    }
  }

  /** The claim has ended, if it is this one that holds the number. */
  void free(Claim ended) {
    if (claim != null && claim.id().equals(ended.id())) {
      claim = null;
    }
  }

  boolean isHeldAt(Instant now) {
    return claim != null && now.isBefore(claimedUntil);
  }

  boolean isHeldAt(Instant now, Claim by) {
    return isHeldAt(now) && claim != null && claim.id().equals(by.id());
  }

  void dialled(Instant at) {
    dials.add(at);
    Collections.sort(dials);
  }

  /** The end of the 24 hours that hold as many dials as are allowed; long ago if there are none. */
  Instant restsUntil() {
    return dials.size() < DAILY_CAP ? Instant.EPOCH : dials.get(dials.size() - DAILY_CAP).plus(DAY);
  }
}
