package io.warmline.core.agent;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who makes calls. */
@Entity
public class Agent {

  @Id private UUID id;

  @TenantId
  @PartitionKey
  @Column(name = "tenant_id")
  private String tenantId;

  @Version private int version;

  private String name;
  private @Nullable String email;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] languages;

  private @Nullable String team;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] skills;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "campaign_ids")
  private UUID[] campaignIds;

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
   * @param assignment which leads the agent gets
   */
  public record Profile(
      String name, Optional<String> email, List<String> languages, Assignment assignment) {

    /** Somebody who works whatever there is. */
    public Profile(String name, Optional<String> email, List<String> languages) {
      this(name, email, languages, Assignment.ANYWHERE);
    }
  }

  /**
   * Where an agent works.
   *
   * @param team by name; empty: none
   * @param skills what the agent can do
   * @param campaigns whose leads the agent gets; empty: those of all
   */
  public record Assignment(Optional<String> team, List<String> skills, List<CampaignId> campaigns) {

    /** In no team, without a skill of note, and in every campaign. */
    public static final Assignment ANYWHERE =
        new Assignment(Optional.empty(), List.of(), List.of());

    public Assignment {
      skills = skills.stream().distinct().sorted().toList();
      campaigns = campaigns.stream().distinct().toList();
    }
  }

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
    team = profile.assignment().team().orElse(null);
    skills = profile.assignment().skills().toArray(String[]::new);
    campaignIds =
        profile.assignment().campaigns().stream().map(CampaignId::value).toArray(UUID[]::new);
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
    return new Profile(
        name,
        Optional.ofNullable(email),
        List.of(languages),
        new Assignment(
            Optional.ofNullable(team),
            List.of(skills),
            Arrays.stream(campaignIds).map(CampaignId::new).toList()));
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
