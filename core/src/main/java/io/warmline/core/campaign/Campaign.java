package io.warmline.core.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

@Entity
class Campaign {
  @Id UUID id;
  @TenantId @Column(name = "tenant_id") String tenantId;
  @Version int version;
  String name;
  String description;
  String status;
  @Column(name="default_country") String defaultCountry;
  @Column(name="time_zone") String timeZone;
  @JdbcTypeCode(SqlTypes.JSON) @Column(name="calling_hours") String callingHours;
  @JdbcTypeCode(SqlTypes.JSON) RetryDelays retries;
  @jakarta.persistence.Embedded CampaignPolicy policy;
  @Column(name="created_at") Instant createdAt;
  @Column(name="updated_at") Instant updatedAt;
}
