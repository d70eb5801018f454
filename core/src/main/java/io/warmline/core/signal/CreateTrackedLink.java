package io.warmline.core.signal;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.lead.Leads;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.link.TrackedLink;
import io.warmline.core.link.TrackedLinks;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Makes links by which it shows that a lead has clicked. */
@ApplicationScoped
public class CreateTrackedLink {

  private final TenantTransaction transaction;
  private final Leads leads;
  private final FollowUps followUps;
  private final TrackedLinks links;
  private final Clock clock;

  CreateTrackedLink(
      TenantTransaction transaction,
      Leads leads,
      FollowUps followUps,
      TrackedLinks links,
      Clock clock) {
    this.transaction = transaction;
    this.leads = leads;
    this.followUps = followUps;
    this.links = links;
    this.clock = clock;
  }

  /** A link that was just made. The token is shown this once. */
  public record Created(TrackedLink link, String token) {

    /** Hides the token. */
    @Override
    public String toString() {
      return "Created[" + link.id() + "]";
    }
  }

  /**
   * Makes a link.
   *
   * @param followUp the message it goes into, as far as that is known
   * @throws NotFound if there is no such lead
   * @throws InvalidValue if the follow-up is not the lead's
   * @throws WarmlineException LEAD_ERASED, LEAD_MERGED
   */
  public Created create(LeadId lead, TargetUrl target, Optional<FollowUpId> followUp) {
    return transaction.call(
        () -> {
          leads.get(lead).requireNotErased();
          followUp.ifPresent(id -> requireOf(lead, id));
          TrackedLink link =
              new TrackedLink(TrackedLinkId.next(), lead, followUp, target, clock.instant());
          String token = links.newToken();
          links.add(link, token);
          return new Created(link, token);
        });
  }

  private void requireOf(LeadId lead, FollowUpId id) {
    FollowUp found;
    try {
      found = followUps.get(id);
    } catch (NotFound e) {
      throw unknown();
    }
    if (!found.lead().equals(lead)) {
      throw unknown();
    }
  }

  private static InvalidValue unknown() {
    return new InvalidValue(
        "/followUpId", "UNKNOWN_FOLLOW_UP", "must be a follow-up of the same lead");
  }
}
