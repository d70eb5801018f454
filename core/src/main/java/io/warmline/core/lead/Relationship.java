package io.warmline.core.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the prospect has to do with whoever is called for, as far as exemptions of the law hang on
 * it. Dates are by the prospect's calendar.
 *
 * @param customerSince since when there is a contract; null: there is none
 * @param customerUntil the last day of that contract; null: it runs on
 * @param lastPurchaseOn the last purchase, or the last payment
 * @param lastInquiryAt when the prospect last asked about an offer, or applied for one
 */
public record Relationship(
    @Nullable LocalDate customerSince,
    @Nullable LocalDate customerUntil,
    @Nullable LocalDate lastPurchaseOn,
    @Nullable Instant lastInquiryAt) {

  /** Nothing is known of any. */
  public static final Relationship NONE = new Relationship(null, null, null, null);

  /** The calendar that is furthest ahead, in which a contract ends first. */
  private static final ZoneOffset FIRST_TO_END = ZoneOffset.ofHours(14);

  /** In microseconds, as it is stored. */
  public Relationship {
    lastInquiryAt = lastInquiryAt == null ? null : lastInquiryAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether a contract runs at an instant, wherever the prospect is. */
  public boolean hasContractAt(Instant now) {
    return customerSince != null
        && (customerUntil == null
            || now.isBefore(customerUntil.plusDays(1).atStartOfDay(FIRST_TO_END).toInstant()));
  }

  @Override
  public String toString() {
    return "Relationship[…]";
  }
}
