package io.warmline.sdk;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** Leads claimed together, best first; or none, and how long to wait before asking again. */
public final class ClaimedLeads implements Iterable<ClaimedLead>, AutoCloseable {
  private final List<ClaimedLead> claims;
  private final Duration retryAfter;
  private final boolean heldBackByQuota;

  private ClaimedLeads(List<ClaimedLead> claims, Duration retryAfter, boolean heldBackByQuota) {
    this.claims = claims;
    this.retryAfter = retryAfter;
    this.heldBackByQuota = heldBackByQuota;
  }

  static ClaimedLeads of(List<ClaimedLead> claims) {
    return new ClaimedLeads(claims, Duration.ZERO, false);
  }

  static ClaimedLeads none(Duration retryAfter, boolean heldBackByQuota) {
    return new ClaimedLeads(List.of(), retryAfter, heldBackByQuota);
  }

  /** The claims. */
  public List<ClaimedLead> claims() {
    return claims;
  }

  /**
   * How long it takes until the next lead becomes callable, at most a day; zero if any was claimed.
   */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Whether there are leads, and only the daily quota of a campaign or a client holds them back;
   * false if any was claimed.
   */
  public boolean heldBackByQuota() {
    return heldBackByQuota;
  }

  @Override
  public Iterator<ClaimedLead> iterator() {
    return claims.iterator();
  }

  /**
   * Closes every claim, as {@link ClaimedLead#close} does, also when one of them fails.
   *
   * @throws WarmlineException the first failure, with the others suppressed
   */
  @Override
  public void close() {
    WarmlineException first = null;
    for (ClaimedLead claim : claims) {
      try {
        claim.close();
      } catch (WarmlineException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Override
  public String toString() {
    return "ClaimedLeads" + claims;
  }
}
