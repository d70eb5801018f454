package io.warmline.sdk;

import io.warmline.sdk.model.LeadSource;
import io.warmline.sdk.model.LeadStatus;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Which leads. Immutable: every method gives a new one. */
public final class LeadFilter {
  private final Query query;

  private LeadFilter(Query query) {
    this.query = query;
  }

  /** Every lead, newest first. */
  public static LeadFilter all() {
    return new LeadFilter(Query.NONE);
  }

  /** Only leads of this campaign. */
  public LeadFilter campaignId(UUID campaignId) {
    return new LeadFilter(query.with("campaignId", campaignId));
  }

  /** Only leads of this status. */
  public LeadFilter status(LeadStatus status) {
    return new LeadFilter(query.with("status", status.name()));
  }

  /** Only leads with this number, E.164. */
  public LeadFilter phone(String phone) {
    return new LeadFilter(query.with("phone", phone));
  }

  /** Only leads with this e-mail address, in any case. */
  public LeadFilter email(String email) {
    return new LeadFilter(query.with("email", email));
  }

  /** Only leads with this external id. */
  public LeadFilter externalId(String externalId) {
    return new LeadFilter(query.with("externalId", externalId));
  }

  /** Only leads changed after this instant. */
  public LeadFilter updatedAfter(OffsetDateTime updatedAfter) {
    return new LeadFilter(query.with("updatedAfter", Instants.rfc3339(updatedAfter)));
  }

  /** Only leads with this tag, in any case. */
  public LeadFilter tag(String tag) {
    return new LeadFilter(query.with("tag", tag));
  }

  /** Only leads that this import made. */
  public LeadFilter importId(UUID importId) {
    return new LeadFilter(query.with("importId", importId));
  }

  /** Only leads from a list that this system wrote. */
  public LeadFilter source(LeadSource source) {
    return new LeadFilter(query.with("source", source.name()));
  }

  /** Only leads of the same company and client as this lead, itself among them. */
  public LeadFilter companyOf(UUID leadId) {
    return new LeadFilter(query.with("companyOf", leadId));
  }

  /** Only leads that this saved filter finds now. */
  public LeadFilter savedFilterId(UUID savedFilterId) {
    return new LeadFilter(query.with("savedFilterId", savedFilterId));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public LeadFilter limit(int limit) {
    return new LeadFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public LeadFilter cursor(String cursor) {
    return new LeadFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
