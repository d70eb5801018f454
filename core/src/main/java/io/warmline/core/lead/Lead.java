package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One prospect in one campaign. The same person in two campaigns is two leads that share a number.
 */
@Entity
public class Lead {

  @Id private UUID id;

  @TenantId
  @Column(name = "tenant_id")
  private String tenantId;

  @Version private int version;

  @Column(name = "campaign_id")
  private UUID campaignId;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Enumerated(EnumType.STRING)
  private LeadStatus status;

  /** Read by queries and by the unique index that identifies a lead without an external id. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable String phone;

  @Embedded private LeadProfile profile;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Qualification qualification;

  private int attempts;

  @Column(name = "last_attempt_at")
  private @Nullable Instant lastAttemptAt;

  @Column(name = "next_attempt_at")
  private @Nullable Instant nextAttemptAt;

  @Column(name = "referred_by")
  private @Nullable UUID referredBy;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For Hibernate. */
  protected Lead() {}

  static Lead create(
      CampaignId campaign,
      Optional<String> externalId,
      LeadProfile profile,
      PhoneNumber first,
      Instant now) {
    Lead lead = new Lead();
    lead.id = LeadId.next().value();
    lead.campaignId = campaign.value();
    lead.status = LeadStatus.COLD;
    lead.createdAt = now;
    lead.learn(externalId, profile, first, now);
    return lead;
  }

  /** Replaces what is known about the prospect. @throws WarmlineException LEAD_ERASED */
  void learn(
      Optional<String> newExternalId, LeadProfile newProfile, PhoneNumber first, Instant now) {
    requireNotErased();
    externalId = newExternalId.orElse(null);
    phone = first.e164();
    profile = newProfile;
    updatedAt = now;
  }

  void referredBy(LeadId other) {
    referredBy = other.value();
  }

  void moveTo(CampaignId campaign, Instant now) {
    requireNotErased();
    campaignId = campaign.value();
    updatedAt = now;
  }

  /** Forgets the person; false if that was done before. */
  boolean erase(Instant now) {
    if (erasedAt != null) {
      return false;
    }
    externalId = null;
    phone = null;
    profile = LeadProfile.UNKNOWN;
    qualification = null;
    status = LeadStatus.DISQUALIFIED;
    nextAttemptAt = null;
    erasedAt = now;
    updatedAt = now;
    return true;
  }

  /**
   * @throws WarmlineException LEAD_ERASED
   */
  void requireNotErased() {
    if (erasedAt != null) {
      throw erasedRefusal();
    }
  }

  /** The refusal to work on an erased lead. */
  public static WarmlineException erasedRefusal() {
    return new WarmlineException(
        ProblemCode.LEAD_ERASED,
        "The personal data of this lead was erased; it cannot be worked on any more.");
  }

  public LeadId id() {
    return new LeadId(id);
  }

  public CampaignId campaign() {
    return new CampaignId(campaignId);
  }

  public int version() {
    return version;
  }

  public LeadStatus status() {
    return status;
  }

  public Optional<String> externalId() {
    return Optional.ofNullable(externalId);
  }

  public LeadProfile profile() {
    return profile;
  }

  /** What the latest call found out about it. */
  public Optional<Qualification> qualification() {
    return Optional.ofNullable(qualification);
  }

  public int attempts() {
    return attempts;
  }

  public Optional<Instant> lastAttemptAt() {
    return Optional.ofNullable(lastAttemptAt);
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  public Optional<LeadId> referrer() {
    return Optional.ofNullable(referredBy).map(LeadId::new);
  }

  public Optional<Instant> erasedAt() {
    return Optional.ofNullable(erasedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
