package io.warmline.sdk;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lead to call now or, when nothing is callable, how long to wait before asking again. */
public final class NextLead {
  private final @Nullable ClaimedLead claim;
  private final Duration retryAfter;
  private final boolean heldBackByQuota;

  private NextLead(@Nullable ClaimedLead claim, Duration retryAfter, boolean heldBackByQuota) {
    this.claim = claim;
    this.retryAfter = retryAfter;
    this.heldBackByQuota = heldBackByQuota;
  }

  static NextLead of(ClaimedLead claim) {
    return new NextLead(claim, Duration.ZERO, false);
  }

  static NextLead none(Duration retryAfter, boolean heldBackByQuota) {
    return new NextLead(null, retryAfter, heldBackByQuota);
  }

  /** The claimed lead, to be closed; empty when nothing is callable now. */
  public Optional<ClaimedLead> claim() {
    return Optional.ofNullable(claim);
  }

  /** Whether nothing is callable now. */
  public boolean isEmpty() {
    return claim == null;
  }

  /**
   * How long it takes until the next lead becomes callable, at most a day; zero if one was claimed.
   */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Whether there are leads, and only the daily quota of a campaign or a client holds them back;
   * false if one was claimed.
   */
  public boolean heldBackByQuota() {
    return heldBackByQuota;
  }

  /**
   * The claimed lead, to be closed.
   *
   * @throws NoSuchElementException if nothing is callable now
   */
  public ClaimedLead orElseThrow() {
    return claim()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "nothing is callable now; ask again in " + retryAfter.toSeconds() + " s"));
  }

  @Override
  public String toString() {
    return claim == null ? "NextLead[none for " + retryAfter + "]" : "NextLead[" + claim + "]";
  }
}
