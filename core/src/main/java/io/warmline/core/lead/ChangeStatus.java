package io.warmline.core.lead;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.time.Horizon;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A person changes where a lead stands, where no call does. Source: the life of a lead, in the
 * trade's table of dispositions.
 */
@ApplicationScoped
public class ChangeStatus {

  private final TenantTransaction transaction;
  private final LeadBook book;
  private final LeadsInHand leads;
  private final Campaigns campaigns;
  private final Agents agents;
  private final Clock clock;

  ChangeStatus(
      TenantTransaction transaction,
      LeadBook book,
      LeadsInHand leads,
      Campaigns campaigns,
      Agents agents,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.leads = leads;
    this.campaigns = campaigns;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * What a person decides.
   *
   * @param by who
   * @param revisitOn when a lead that becomes a nurture lead comes back, at its place
   */
  public record Wish(LeadStatus to, AgentId by, String reason, Optional<LocalDate> revisitOn) {

    /** Hides the reason: it may be personal data. */
    @Override
    public String toString() {
      return "Wish[" + to + "]";
    }
  }

  /**
   * Changes the status: a disqualified lead begins anew, an exhausted one is nurtured, a customer
   * has lapsed.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such lead or agent
   * @throws InvalidValue if a nurture lead comes without a date in the future
   * @throws WarmlineException STATUS_CHANGE_REFUSED for any other change; LEAD_CLAIMED,
   *     LEAD_ERASED, LEAD_MERGED, VERSION_MISMATCH
   */
  public Lead change(LeadId id, Optional<Integer> version, Wish wish) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = book.take(id);
          Versions.require(lead.version(), version);
          lead.requireNotErased();
          leads.requireNotClaimed(id);
          agents.requireKnown(wish.by());
          requireAllowed(lead.status(), wish.to());
          Lead changed =
              book.write(lead, after(lead, wish, now), new Because(wish.by(), wish.reason()), now);
          leads.putBack(id, now);
          return changed;
        });
  }

  private static void requireAllowed(LeadStatus from, LeadStatus to) {
    boolean allowed =
        switch (to) {
          case COLD -> from == LeadStatus.DISQUALIFIED;
          case NURTURE -> from == LeadStatus.EXHAUSTED;
          case LAPSED -> from == LeadStatus.CUSTOMER;
          case ATTEMPTING,
              CONTACTED,
              CALLBACK_PENDING,
              WARM,
              QUALIFIED,
              HANDED_OFF,
              APPOINTMENT_SET,
              CUSTOMER,
              DISQUALIFIED,
              EXHAUSTED,
              DO_NOT_CALL ->
              false;
        };
    if (!allowed) {
      throw new WarmlineException(
          ProblemCode.STATUS_CHANGE_REFUSED,
          "Nobody makes a lead %s that is %s by decree; calls and their outcomes do. Allowed are DISQUALIFIED to COLD, EXHAUSTED to NURTURE, and CUSTOMER to LAPSED."
              .formatted(to, from));
    }
  }

  private Lead after(Lead lead, Wish wish, Instant now) {
    Lead changed = lead.becomes(wish.to(), now);
    return switch (wish.to()) {
      case NURTURE -> changed.nextAttemptAt(revisitOf(lead, wish, now));
      case COLD -> changed.beginsAnew();
      case LAPSED -> changed;
      case ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          QUALIFIED,
          HANDED_OFF,
          APPOINTMENT_SET,
          CUSTOMER,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          throw new IllegalStateException("nobody decrees " + wish.to());
    };
  }

  private Instant revisitOf(Lead lead, Wish wish, Instant now) {
    LocalDate date =
        wish.revisitOn()
            .orElseThrow(
                () ->
                    InvalidValue.required(
                        "/statusChange/revisitOn",
                        "NURTURE needs the date on which it comes back"));
    ZoneId zone = lead.homeZone(campaigns.get(lead.campaign()).zone());
    LocalDate today = now.atZone(zone).toLocalDate();
    if (!date.isAfter(today)) {
      throw new InvalidValue(
          "/statusChange/revisitOn", "REVISIT_IN_THE_PAST", "must be after today, " + today);
    }
    Horizon.require(date, today, "/statusChange/revisitOn");
    return date.atStartOfDay(zone).toInstant();
  }
}
