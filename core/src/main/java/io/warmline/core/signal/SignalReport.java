package io.warmline.core.signal;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a prospect is said to have done.
 *
 * @param occurredAt empty: now
 * @param url where, as far as that is known
 * @param userAgent by which program
 * @param eventId its name with whoever reports it; the same one is recorded once
 */
public record SignalReport(
    Who who,
    SignalType type,
    Optional<Instant> occurredAt,
    @Nullable String url,
    @Nullable String userAgent,
    @Nullable String eventId) {

  /**
   * Which lead: by its id, or within a campaign by one of the others.
   *
   * @param campaign null with a lead
   */
  public record Who(
      @Nullable LeadId lead,
      @Nullable CampaignId campaign,
      @Nullable String externalId,
      @Nullable String email,
      @Nullable PhoneNumber phone) {

    /** By the id of the lead. */
    public static Who lead(LeadId lead) {
      return new Who(lead, null, null, null, null);
    }

    /** Hides who. */
    @Override
    public String toString() {
      return "Who[…]";
    }
  }

  /** Hides what may name the prospect. */
  @Override
  public String toString() {
    return "SignalReport[" + type + "]";
  }
}
