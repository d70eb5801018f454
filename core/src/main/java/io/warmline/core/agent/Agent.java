package io.warmline.core.agent;

import io.warmline.core.id.AgentId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who makes calls. */
@Entity
public class Agent {

  @Id private UUID id;

  @TenantId
  @Column(name = "tenant_id")
  private String tenantId;

  @Version private int version;

  private String name;
  private @Nullable String email;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] languages;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  /** For Hibernate. */
  protected Agent() {}

  /**
   * What is known about an agent.
   *
   * @param languages ISO 639 codes
   */
  public record Profile(String name, Optional<String> email, List<String> languages) {}

  static Agent create(Profile profile, Instant now) {
    Agent agent = new Agent();
    agent.id = AgentId.next().value();
    agent.createdAt = now;
    agent.become(profile, now);
    return agent;
  }

  void become(Profile profile, Instant now) {
    name = profile.name();
    email = profile.email().orElse(null);
    languages = profile.languages().stream().distinct().toArray(String[]::new);
    updatedAt = now;
  }

  void leave(Instant now) {
    deletedAt = now;
    updatedAt = now;
  }

  boolean hasLeft() {
    return deletedAt != null;
  }

  public AgentId id() {
    return new AgentId(id);
  }

  public int version() {
    return version;
  }

  public Profile profile() {
    return new Profile(name, Optional.ofNullable(email), List.of(languages));
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
