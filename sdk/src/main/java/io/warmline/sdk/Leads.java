package io.warmline.sdk;

import io.warmline.sdk.model.Callability;
import io.warmline.sdk.model.DuplicatePolicy;
import io.warmline.sdk.model.EraseLead;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.LeadFields;
import io.warmline.sdk.model.LeadHit;
import io.warmline.sdk.model.LeadHits;
import io.warmline.sdk.model.LeadPage;
import io.warmline.sdk.model.LeadPatch;
import io.warmline.sdk.model.MoveLead;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.model.TimelineEntry;
import io.warmline.sdk.model.TimelinePage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prospects in a campaign. */
public final class Leads {
  private static final String ALL = "/v1/leads";
  private static final String ONE = "/v1/leads/{leadId}";

  private final Transport transport;

  Leads(Transport transport) {
    this.transport = transport;
  }

  /**
   * Adds a prospect to a campaign; it is in the queue at once. If the campaign has the person
   * already, more is known of that lead afterwards; {@code getOutcome} says what was done.
   */
  public Versioned<Lead> createLead(NewLead lead, RequestOption... options) {
    return createLead(lead, DuplicatePolicy.MERGE, options);
  }

  /**
   * Adds a prospect to a campaign.
   *
   * @param policy what becomes of a person whom the campaign has already
   * @throws ConflictException if it is to be new and the campaign has its external id
   */
  public Versioned<Lead> createLead(
      NewLead lead, DuplicatePolicy policy, RequestOption... options) {
    return transport.versioned(
        Request.post(ALL).query(of(policy)).json(lead).with(options), Lead.class);
  }

  private static Query of(DuplicatePolicy policy) {
    return Query.NONE.with("duplicatePolicy", policy.name());
  }

  /** Lists leads, newest first. */
  public Page<Lead> listLeads(RequestOption... options) {
    return listLeads(LeadFilter.all(), options);
  }

  /** Lists leads, newest first. */
  public Page<Lead> listLeads(LeadFilter filter, RequestOption... options) {
    LeadPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), LeadPage.class);
    return new Page<>(
        page.getItems(), page.getNextCursor(), cursor -> listLeads(filter.cursor(cursor), options));
  }

  /**
   * Finds leads by words, or by a number in any writing, the best first, with what is agreed with
   * them.
   *
   * @param q at least two letters or digits
   */
  public List<LeadHit> searchLeads(String q, RequestOption... options) {
    return searchLeads(LeadSearch.of(q), options);
  }

  /** As {@link #searchLeads(String, RequestOption...)}, in one campaign. */
  public List<LeadHit> searchLeads(String q, UUID campaignId, int limit, RequestOption... options) {
    return searchLeads(LeadSearch.of(q).campaignId(campaignId).limit(limit), options);
  }

  /** As {@link #searchLeads(String, RequestOption...)}, among some leads. */
  public List<LeadHit> searchLeads(LeadSearch search, RequestOption... options) {
    return transport
        .value(Request.get(ALL + "/search").query(search.query()).with(options), LeadHits.class)
        .getItems();
  }

  /** Reads a lead. */
  public Versioned<Lead> getLead(UUID leadId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, leadId).with(options), Lead.class);
  }

  /** Reads a lead again; empty if it still has the version that is known. */
  public Optional<Versioned<Lead>> getLeadIfChanged(
      Versioned<Lead> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Lead.class);
  }

  /**
   * Changes what is given; a new number, zone, language or score moves the lead in the queue in the
   * same moment.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Lead> updateLead(
      Versioned<Lead> lead, LeadPatch patch, RequestOption... options) {
    return updateLead(lead.value().getId(), lead.etag(), patch, options);
  }

  /**
   * Changes what is given; a new number, zone, language or score moves the lead in the queue in the
   * same moment.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Lead> updateLead(
      UUID leadId, String etag, LeadPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, leadId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Lead.class);
  }

  /**
   * Deletes a lead without a history.
   *
   * @throws ConflictException if it has calls or an open callback: see {@link #eraseLead}
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public void deleteLead(Versioned<Lead> lead, RequestOption... options) {
    deleteLead(lead.value().getId(), lead.etag(), options);
  }

  /**
   * Deletes a lead without a history.
   *
   * @throws ConflictException if it has calls or an open callback: see {@link #eraseLead}
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteLead(UUID leadId, String etag, RequestOption... options) {
    transport.send(Request.delete(ONE, leadId).with(RequestOption.ifMatch(etag)).with(options));
  }

  /**
   * Creates the lead, or replaces what is known about the prospect; calls, status and callbacks
   * stay.
   *
   * @param externalId your own id of the lead, unique in its campaign
   */
  public Versioned<Lead> upsertLead(
      UUID campaignId, String externalId, LeadFields fields, RequestOption... options) {
    return upsertLead(campaignId, externalId, fields, DuplicatePolicy.MERGE, options);
  }

  /**
   * As {@link #upsertLead(UUID, String, LeadFields, RequestOption...)}.
   *
   * @param policy what becomes of a person whom the campaign has under another external id, or none
   */
  public Versioned<Lead> upsertLead(
      UUID campaignId,
      String externalId,
      LeadFields fields,
      DuplicatePolicy policy,
      RequestOption... options) {
    Request request =
        Request.put("/v1/campaigns/{campaignId}/leads/{externalId}", campaignId, externalId)
            .query(of(policy))
            .json(fields);
    return transport.versioned(request.with(options), Lead.class);
  }

  /** Asks whether the lead may be called now and, if not, what blocks and until when. */
  public Callability getCallability(UUID leadId, RequestOption... options) {
    return callability(leadId, Query.NONE, options);
  }

  /** Asks whether the lead may be called at an instant and, if not, what blocks and until when. */
  public Callability getCallability(UUID leadId, OffsetDateTime at, RequestOption... options) {
    return callability(leadId, Query.NONE.with("at", Instants.rfc3339(at)), options);
  }

  private Callability callability(UUID leadId, Query query, RequestOption... options) {
    return transport.value(
        Request.get(ONE + "/callability", leadId).query(query).with(options), Callability.class);
  }

  /** Reads all that happened with the lead, newest first. */
  public Page<TimelineEntry> getTimeline(UUID leadId, RequestOption... options) {
    return getTimeline(leadId, Paging.all(), options);
  }

  /** Reads all that happened with the lead, newest first. */
  public Page<TimelineEntry> getTimeline(UUID leadId, Paging paging, RequestOption... options) {
    Request request = Request.get(ONE + "/timeline", leadId).query(paging.query());
    TimelinePage page = transport.value(request.with(options), TimelinePage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> getTimeline(leadId, paging.cursor(cursor), options));
  }

  /** Moves the lead to another campaign; it keeps its id, history and open callback. */
  public Versioned<Lead> moveLead(UUID leadId, MoveLead move, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/move", leadId).json(move).with(options), Lead.class);
  }

  /**
   * Removes the personal data of the lead, its calls and its callbacks, for good. Do-not-call
   * entries stay.
   */
  public Versioned<Lead> eraseLead(UUID leadId, EraseLead erase, RequestOption... options) {
    return transport.versioned(
        Request.post(ONE + "/erase", leadId).json(erase).with(options), Lead.class);
  }
}
