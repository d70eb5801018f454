package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a prospect has agreed to. One that has run out or was withdrawn stays on record and counts
 * no more.
 *
 * @param kind at least IMPLIED: a lead without any consent has none of these
 * @param givenAt in microseconds, as it is stored
 * @param evidence how it can be proved; it may name people, so {@code toString} hides it
 * @param scope what it is for, in its own words; null: nothing was said
 * @param source where it came from, such as a form or a partner; null: nothing was said
 * @param expiresAt from then on it is none; after {@code givenAt}; null: it does not run out
 * @param withdrawnAt when the prospect withdrew it, not before {@code givenAt}; null: never
 */
public record LeadConsent(
    ConsentKind kind,
    Instant givenAt,
    String evidence,
    @Nullable String scope,
    @Nullable String source,
    @Nullable Instant expiresAt,
    @Nullable Instant withdrawnAt) {

  /**
   * Checks the kind.
   *
   * @throws IllegalArgumentException if it is NONE, or ends before it begins
   */
  public LeadConsent {
    if (kind == ConsentKind.NONE) {
      throw new IllegalArgumentException("no consent is not a consent");
    }
    givenAt = givenAt.truncatedTo(ChronoUnit.MICROS);
    expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    withdrawnAt = withdrawnAt == null ? null : withdrawnAt.truncatedTo(ChronoUnit.MICROS);
    if ((expiresAt != null && !expiresAt.isAfter(givenAt))
        || (withdrawnAt != null && withdrawnAt.isBefore(givenAt))) {
      throw new IllegalArgumentException("a consent does not end before it is given");
    }
  }

  /** A consent of which no more is known, and which does not run out. */
  public LeadConsent(ConsentKind kind, Instant givenAt, String evidence) {
    this(kind, givenAt, evidence, null, null, null, null);
  }

  /** From when on it counts no more; empty: it has no end yet. */
  public Optional<Instant> endsAt() {
    Optional<Instant> expires = Optional.ofNullable(expiresAt);
    return Optional.ofNullable(withdrawnAt)
        .filter(back -> expires.filter(end -> !end.isAfter(back)).isEmpty())
        .or(() -> expires);
  }

  /** Whether the prospect withdrew it. */
  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  /**
   * What is on record once this one is said of a prospect of whom another was known: this one,
   * unless one of the two was withdrawn. A withdrawal ends what was given before it; only a later
   * consent counts again.
   */
  LeadConsent after(@Nullable LeadConsent had) {
    return had == null || isHeededAfter(had) ? this : had;
  }

  /**
   * What is on record of a prospect who withdrew this consent as another lead: a later consent
   * stands, one given before is withdrawn, and where there was none this one is.
   *
   * @param had what the lead that hears of it has
   * @param as the lead as which it was withdrawn
   */
  LeadConsent takenOver(@Nullable LeadConsent had, LeadId as) {
    Instant back = Objects.requireNonNull(withdrawnAt);
    if (had == null) {
      return new LeadConsent(
          kind, givenAt, "Withdrawn as the lead " + as + ".", scope, source, expiresAt, back);
    }
    return had.isWithdrawn() || had.givenAt.isAfter(back)
        ? had
        : new LeadConsent(
            had.kind, had.givenAt, had.evidence, had.scope, had.source, had.expiresAt, back);
  }

  /**
   * What is on record once a prospect is described anew: a withdrawal stays until another consent
   * is given after it.
   *
   * @param said what the new description says; null: nothing
   * @param had what was on record; null: nothing
   */
  static @Nullable LeadConsent replacing(@Nullable LeadConsent had, @Nullable LeadConsent said) {
    if (said == null) {
      return had != null && had.isWithdrawn() ? had : null;
    }
    return had != null && had.isWithdrawn() ? said.after(had) : said;
  }

  /** Whether no withdrawal, of this one or of the one that was known, stands against it. */
  public boolean isHeededAfter(LeadConsent had) {
    Instant back = had.withdrawnAt;
    return withdrawnAt == null
        ? back == null || givenAt.isAfter(back)
        : !withdrawnAt.isBefore(back == null ? had.givenAt : back);
  }

  /**
   * @throws WarmlineException LEAD_NOT_CALLABLE if it was withdrawn: nothing can be promised
   */
  public void requireNotWithdrawn() {
    if (isWithdrawn()) {
      throw new WarmlineException(
          ProblemCode.LEAD_NOT_CALLABLE,
          "The prospect withdrew their consent and is not called: no callback can be promised. If"
              + " they gave it again, record that first; a call can be logged without a callback.");
    }
  }

  /** What it counts for at an instant; one that was withdrawn counts for nothing. */
  public ConsentKind inForceAt(Instant now) {
    boolean over = isWithdrawn() || (expiresAt != null && !now.isBefore(expiresAt));
    return over ? ConsentKind.NONE : kind;
  }

  @Override
  public String toString() {
    return "LeadConsent[" + kind + "]";
  }
}
