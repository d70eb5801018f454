package io.warmline.core.campaign;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.queue.ListShares;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.MessageKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One list of leads, one offer, one set of policies. */
@Entity
public class Campaign {

  @Id private UUID id;

  @TenantId
  @PartitionKey
  @Column(name = "tenant_id")
  private String tenantId;

  @Version private int version;

  private String name;

  private @Nullable String description;

  @Enumerated(EnumType.STRING)
  private CampaignStatus status;

  @Column(name = "default_country")
  private String defaultCountry;

  @Column(name = "time_zone")
  private String timeZone;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "calling_rules")
  private List<String> callingRules;

  @Column(name = "calling_hours")
  private String callingHours;

  @Embedded private CampaignPolicy policy;

  @Embedded private Approach approach;

  @JdbcTypeCode(SqlTypes.JSON)
  private RetryDelays retries;

  @Column(name = "client_id")
  private @Nullable UUID clientId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> scripts;

  /** When the scripts were changed, so that it is known which ones were in force. */
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "script_changes")
  private List<Instant> scriptChanges = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, List<String>> messages;

  @JdbcTypeCode(SqlTypes.JSON)
  private Qualifying qualifying;

  /** Null where nothing is shared out, which the queue asks of every lead. */
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ListShares shares;

  @Column(name = "daily_dials")
  private @Nullable Integer dailyDials;

  private int weight;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> skills;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> teams;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For Hibernate. */
  protected Campaign() {}

  static Campaign create(CampaignTerms terms, Instant now) {
    Campaign campaign = new Campaign();
    campaign.id = CampaignId.next().value();
    campaign.status = CampaignStatus.ACTIVE;
    campaign.createdAt = now;
    campaign.scripts = written(terms.scripts());
    campaign.agreeOn(terms, now);
    return campaign;
  }

  void agreeOn(CampaignTerms terms, Instant now) {
    name = terms.name();
    description = terms.description().orElse(null);
    defaultCountry = terms.defaultCountry();
    timeZone = terms.timeZone().getId();
    audience = terms.audience();
    callingRules = terms.houseRules().stream().map(RuleId::value).sorted().toList();
    callingHours = CallingHoursText.format(terms.callingHours());
    policy = terms.policy();
    approach = terms.approach();
    retries = terms.retries();
    clientId = terms.client().map(ClientId::value).orElse(null);
    speak(written(terms.scripts()), now);
    messages = written(terms.messages());
    qualifying = terms.qualifying();
    shares = terms.shares().lists().isEmpty() ? null : terms.shares();
    dailyDials = terms.distribution().dailyDials().orElse(null);
    weight = terms.distribution().weight();
    skills = terms.distribution().skills();
    teams = terms.distribution().teams();
    updatedAt = now;
  }

  private static Map<String, String> written(Scripts scripts) {
    return scripts.templates().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  private static Map<String, List<String>> written(MessageWordings messages) {
    return messages.wordings().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  /** Scripts that differ from those before are the next version of them. */
  private void speak(Map<String, String> words, Instant now) {
    if (!scripts.equals(words)) {
      scriptChanges = Stream.concat(scriptChanges.stream(), Stream.of(now)).toList();
    }
    scripts = words;
  }

  /** Gives this campaign another status; false if it has it already. */
  boolean become(CampaignStatus wanted, Instant now) {
    if (status == wanted) {
      return false;
    }
    status = wanted;
    updatedAt = now;
    return true;
  }

  public CampaignId id() {
    return new CampaignId(id);
  }

  public int version() {
    return version;
  }

  public CampaignStatus status() {
    return status;
  }

  public CampaignTerms terms() {
    return new CampaignTerms(
        name,
        Optional.ofNullable(description),
        defaultCountry,
        zone(),
        audience,
        callingRules.stream().map(RuleId::new).toList(),
        hours(),
        policy,
        approach,
        retries,
        client(),
        scripts(),
        qualifying,
        Optional.ofNullable(shares).orElse(ListShares.NONE),
        new Distribution(Optional.ofNullable(dailyDials), weight, skills, teams),
        messages());
  }

  /** On whose behalf it calls; empty: on the tenant's own. */
  public Optional<ClientId> client() {
    return Optional.ofNullable(clientId).map(ClientId::new);
  }

  /** Its own words. */
  public Scripts scripts() {
    return new Scripts(
        scripts.entrySet().stream()
            .collect(
                Collectors.toMap(entry -> CallKind.valueOf(entry.getKey()), Map.Entry::getValue)));
  }

  /** Its own wordings of what is owed after calls. */
  public MessageWordings messages() {
    return new MessageWordings(
        messages.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> MessageKind.valueOf(entry.getKey()), Map.Entry::getValue)));
  }

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  public String defaultCountry() {
    return defaultCountry;
  }

  public CampaignPolicy policy() {
    return policy;
  }

  /** Its ways of prospecting. */
  public Approach approach() {
    return approach;
  }

  private CallingHours hours() {
    return CallingHoursText.parse(callingHours);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
