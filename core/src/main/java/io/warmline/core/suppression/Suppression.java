package io.warmline.core.suppression;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A do-not-call entry. It is lifted on evidence, never deleted. */
@Entity
public class Suppression {

  /** Who asked. */
  public enum Source {
    /** A prospect, in a logged call. */
    CALL,
    /** Entered through the API. */
    API,
    /** A list of leads, whose own columns say so. */
    IMPORT
  }

  @Id private UUID id;

  @TenantId
  @PartitionKey
  @Column(name = "tenant_id")
  private String tenantId;

  private String phone;

  @Enumerated(EnumType.STRING)
  private SuppressionScope scope;

  @Column(name = "campaign_id")
  private @Nullable UUID campaignId;

  @Column(name = "client_id")
  private @Nullable UUID clientId;

  @Enumerated(EnumType.STRING)
  private Source source;

  private @Nullable String reason;

  @Column(name = "call_id")
  private @Nullable UUID callId;

  @Enumerated(EnumType.STRING)
  private SuppressionReach reach;

  @Column(name = "lead_id")
  private @Nullable UUID leadId;

  @Column(name = "with_id")
  private @Nullable UUID withId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Column(name = "removed_by")
  private @Nullable UUID removedBy;

  @Column(name = "removal_evidence")
  private @Nullable String evidence;

  /** For Hibernate. */
  protected Suppression() {}

  /**
   * What is asked for.
   *
   * @param campaign for scope CAMPAIGN: which; else empty
   * @param client for scope CLIENT: which; else empty
   * @param call the call in which it was asked for; empty: in none
   * @param source who asked
   */
  public record Request(
      PhoneNumber phone,
      Optional<CampaignId> campaign,
      Optional<ClientId> client,
      Optional<String> reason,
      Optional<CallId> call,
      Source source) {

    /** In a call, or through the API. */
    public Request(
        PhoneNumber phone,
        Optional<CampaignId> campaign,
        Optional<ClientId> client,
        Optional<String> reason,
        Optional<CallId> call) {
      this(phone, campaign, client, reason, call, call.isPresent() ? Source.CALL : Source.API);
    }

    public Request {
      if (campaign.isPresent() && client.isPresent()) {
        throw new IllegalArgumentException("an entry is of a campaign or of a client, not of both");
      }
    }

    /** For the whole tenant, or one campaign. */
    public Request(
        PhoneNumber phone,
        Optional<CampaignId> campaign,
        Optional<String> reason,
        Optional<CallId> call) {
      this(phone, campaign, Optional.empty(), reason, call);
    }

    /** The same for another number. */
    Request on(PhoneNumber other) {
      return new Request(other, campaign, client, reason, call);
    }

    SuppressionScope scope() {
      if (campaign.isPresent()) {
        return SuppressionScope.CAMPAIGN;
      }
      return client.isPresent() ? SuppressionScope.CLIENT : SuppressionScope.TENANT;
    }
  }

  static Suppression of(Request request, Instant now) {
    Suppression entry = new Suppression();
    entry.id = SuppressionId.next().value();
    entry.phone = request.phone().e164();
    entry.scope = request.scope();
    entry.clientId = request.client().map(ClientId::value).orElse(null);
    entry.campaignId = request.campaign().map(CampaignId::value).orElse(null);
    entry.source = request.source();
    entry.reason = request.reason().orElse(null);
    entry.callId = request.call().map(CallId::value).orElse(null);
    entry.reach = SuppressionReach.NUMBER;
    entry.createdAt = now;
    return entry;
  }

  /**
   * It holds for a person from now on.
   *
   * @param lead whose it is; empty: no lead has the number
   * @param first the entry with which it is lifted; empty: it is the first itself
   */
  void reachPerson(Optional<LeadId> lead, Optional<SuppressionId> first) {
    reach = SuppressionReach.PERSON;
    leadId = lead.map(LeadId::value).orElse(leadId);
    withId = first.filter(other -> !other.equals(id())).map(SuppressionId::value).orElse(withId);
  }

  /**
   * What shows that the person wants calls again.
   *
   * @param key the API key by which it was shown, if it was by one
   */
  public record Evidence(String text, Optional<UUID> key) {}

  /** Lifts the entry. @throws WarmlineException SUPPRESSION_REMOVED if it was lifted before */
  void lift(Evidence shown, Instant now) {
    if (removedAt != null) {
      throw new WarmlineException(
          ProblemCode.SUPPRESSION_REMOVED, "This suppression was removed at " + removedAt + ".");
    }
    removedAt = now;
    evidence = shown.text();
    removedBy = shown.key().orElse(null);
  }

  public SuppressionId id() {
    return new SuppressionId(id);
  }

  public PhoneNumber phone() {
    return new PhoneNumber(phone);
  }

  public SuppressionScope scope() {
    return scope;
  }

  public Optional<CampaignId> campaign() {
    return Optional.ofNullable(campaignId).map(CampaignId::new);
  }

  public Optional<ClientId> client() {
    return Optional.ofNullable(clientId).map(ClientId::new);
  }

  /** For how much it holds. */
  public SuppressionReach reach() {
    return reach;
  }

  /** The entry with which it was made, and is lifted; itself, if it was the first. */
  SuppressionId first() {
    return withId == null ? id() : new SuppressionId(withId);
  }

  public Source source() {
    return source;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<CallId> call() {
    return Optional.ofNullable(callId).map(CallId::new);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> removedAt() {
    return Optional.ofNullable(removedAt);
  }

  /** The API key by which it was lifted, if it was by one. */
  public Optional<UUID> removedBy() {
    return Optional.ofNullable(removedBy);
  }

  public Optional<String> evidence() {
    return Optional.ofNullable(evidence);
  }
}
