package io.warmline.core;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.campaign.CreateCampaign;
import io.warmline.core.campaign.Distribution;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.Relationship;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes tenants, campaigns, agents and leads for tests. What a test does not say has a default that
 * stands in nobody's way.
 */
@ApplicationScoped
public class Fixture {

  /** Every hour of the week. */
  public static final CallingHours ALWAYS = everyDay("00:00", "00:00");

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject CurrentTenant current;
  @Inject TenantTransaction transaction;
  @Inject TenantSql sql;
  @Inject TestClock clock;
  @Inject CreateCampaign createCampaign;
  @Inject ManageAgent manageAgent;
  @Inject SaveLead saveLead;

  /** A new tenant; the caller works for it from now on. */
  public TenantId newTenant() {
    TenantId tenant = new TenantId(Ids.next());
    current.enter(tenant);
    transaction.run(
        () ->
            sql.update(
                "insert into tenant (id, name, created_at) values (:tenant, 'A firm', :now)",
                u -> u.bind("now", clock.instant())));
    return tenant;
  }

  /** The tenant the caller works for. */
  public TenantId tenant() {
    return current.id();
  }

  /** Works for a tenant on this thread, whatever thread that is. */
  public <T> T as(TenantId tenant, Supplier<T> work) {
    ManagedContext request = Arc.container().requestContext();
    if (!request.isActive()) {
      request.activate();
      try {
        current.enter(tenant);
        return work.get();
      } finally {
        request.terminate();
      }
    }
    Optional<TenantId> before = current.known();
    current.enter(tenant);
    try {
      return work.get();
    } finally {
      before.ifPresent(current::enter);
    }
  }

  /** As {@link #as(TenantId, Supplier)}, for work without a result. */
  public void run(TenantId tenant, Runnable work) {
    as(
        tenant,
        () -> {
          work.run();
          return true;
        });
  }

  /** A campaign that calls around the clock, with the default caps. */
  public CampaignId campaign() {
    return campaign(terms -> terms);
  }

  /** A campaign on other terms than {@link #terms()}. */
  public CampaignId campaign(UnaryOperator<CampaignTerms> change) {
    return createCampaign.create(change.apply(terms())).id();
  }

  /** A campaign that calls around the clock, with these caps. */
  public CampaignId campaignWith(CampaignPolicy policy) {
    return campaign(t -> with(t, t.callingHours(), policy));
  }

  /** A campaign with these hours. */
  public CampaignId campaignOpen(CallingHours hours) {
    return campaign(t -> with(t, hours, t.policy()));
  }

  /** Around the clock, with the default caps. */
  public static CampaignTerms terms() {
    return new CampaignTerms(
        "A campaign",
        Optional.empty(),
        "US",
        ZoneId.of("America/New_York"),
        Audience.B2C,
        List.of(),
        ALWAYS,
        CampaignPolicy.DEFAULT,
        Approach.DEFAULT,
        RetryDelays.DEFAULT,
        Optional.empty(),
        Scripts.NONE);
  }

  /** These terms with other hours and caps. */
  public static CampaignTerms with(CampaignTerms t, CallingHours hours, CampaignPolicy policy) {
    return t.toBuilder().callingHours(hours).policy(policy).build();
  }

  /** These terms, prospecting in another way. */
  public static CampaignTerms with(CampaignTerms t, Approach approach) {
    return t.toBuilder().approach(approach).build();
  }

  /** An approach that confirms meetings in another way. */
  public static Approach confirming(Confirmation policy) {
    Approach a = Approach.DEFAULT;
    return new Approach(
        a.deliverable(),
        a.objective(),
        policy,
        a.confirmWithinMinutes(),
        a.qualifyingQuestions(),
        a.maxUnqualifiedPercent(),
        a.hotMinutes(),
        a.handoffDecisionDays());
  }

  /** A campaign that has come to ask so many qualifying questions before a meeting. */
  public CampaignId campaignAsking(int questions) {
    CampaignId campaign = campaign();
    transaction.run(
        () ->
            sql.update(
                "update campaign set qualifying_questions = :n where tenant_id = :tenant and id ="
                    + " :id",
                u -> u.bind("n", questions).bind("id", campaign.value())));
    return campaign;
  }

  /** An approach that asks so many qualifying questions before a meeting. */
  public static Approach asking(int questions) {
    Approach a = Approach.DEFAULT;
    return new Approach(
        a.deliverable(),
        a.objective(),
        a.confirmation(),
        a.confirmWithinMinutes(),
        questions,
        a.maxUnqualifiedPercent(),
        a.hotMinutes(),
        a.handoffDecisionDays());
  }

  /** An approach that finds more screening justified above this share of unqualified meetings. */
  public static Approach tolerating(int percent) {
    Approach a = Approach.DEFAULT;
    return new Approach(
        a.deliverable(),
        a.objective(),
        a.confirmation(),
        a.confirmWithinMinutes(),
        a.qualifyingQuestions(),
        percent,
        a.hotMinutes(),
        a.handoffDecisionDays());
  }

  /** The same hours every day; 00:00 as the end is the end of the day. */
  public static CallingHours everyDay(String from, String to) {
    var window = new CallingHours.Window(LocalTime.parse(from), LocalTime.parse(to));
    return new CallingHours(
        Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day, day -> List.of(window))));
  }

  /** An agent who speaks these languages (ISO 639). */
  public AgentId agent(String... languages) {
    return manageAgent
        .create(new Agent.Profile("Ada Lovelace", Optional.empty(), List.of(languages)))
        .id();
  }

  /** An agent of this name. */
  public AgentId agentNamed(String name) {
    return manageAgent.create(new Agent.Profile(name, Optional.empty(), List.of())).id();
  }

  /** An agent who works there. */
  public AgentId agent(Agent.Assignment assignment) {
    return manageAgent
        .create(new Agent.Profile("Grace Kelly", Optional.empty(), List.of(), assignment))
        .id();
  }

  /** These terms, whose leads go to others. */
  public static CampaignTerms with(CampaignTerms t, Distribution distribution) {
    return t.toBuilder().distribution(distribution).build();
  }

  /** So many dials a day. */
  public static Distribution dailyDials(int dials) {
    return new Distribution(Optional.of(dials), 1, List.of(), List.of());
  }

  /** Such a share of ordinary work. */
  public static Distribution weighing(int weight) {
    return new Distribution(Optional.empty(), weight, List.of(), List.of());
  }

  /** A number in New York that no other test has. */
  public static PhoneNumber number() {
    int n = NUMBERS.getAndIncrement();
    return new PhoneNumber("+41442%06d".formatted(n));
  }

  /** A cold lead with a number of its own. */
  public LeadId lead(CampaignId campaign) {
    return newLead(campaign).create();
  }

  /** So many cold leads, each with a number of its own. */
  public List<LeadId> leads(CampaignId campaign, int count) {
    return Stream.generate(() -> lead(campaign)).limit(count).toList();
  }

  /** A lead about which the test has something to say. */
  public NewLead newLead(CampaignId campaign) {
    return new NewLead(campaign);
  }

  /** A lead that is not there yet. */
  public final class NewLead {

    private final CampaignId campaign;
    private Optional<String> externalId = Optional.empty();
    private List<PhoneNumber> numbers = List.of();
    private String firstName = "Grace";
    private String lastName = "Hopper";
    private String company;
    private String email;
    private String website;
    private Map<String, String> customFields = Map.of();
    private Tags tags = Tags.NONE;
    private String language;
    private ZoneId zone = ZoneId.of("America/New_York");
    private LeadProfile.Address address = LeadProfile.Address.UNKNOWN;
    private LeadConsent consent;
    private LocalDate contractEnd;
    private Relationship relationship;
    private int score;

    private NewLead(CampaignId campaign) {
      this.campaign = campaign;
    }

    public NewLead numbers(PhoneNumber... inOrder) {
      numbers = List.of(inOrder);
      return this;
    }

    public NewLead named(String first, String last) {
      firstName = first;
      lastName = last;
      return this;
    }

    public NewLead company(String name) {
      company = name;
      return this;
    }

    public NewLead email(String address) {
      email = address;
      return this;
    }

    public NewLead website(String address) {
      website = address;
      return this;
    }

    public NewLead custom(Map<String, String> fields) {
      customFields = fields;
      return this;
    }

    public NewLead externalId(String id) {
      externalId = Optional.of(id);
      return this;
    }

    public NewLead score(int points) {
      score = points;
      return this;
    }

    public NewLead language(String iso) {
      language = iso;
      return this;
    }

    public NewLead zone(String iana) {
      zone = ZoneId.of(iana);
      return this;
    }

    /** Where the lead is must be found out. */
    public NewLead withoutZone() {
      zone = null;
      return this;
    }

    /** An address as far as it tells the law; the zone must be found out. */
    public NewLead in(String country, String region) {
      address = new LeadProfile.Address(null, null, null, region, null, country);
      return withoutZone();
    }

    public NewLead consent(ConsentKind kind) {
      Instant now = clock.instant();
      Instant given = now.isBefore(TestClock.START) ? now : TestClock.START;
      consent = new LeadConsent(kind, given, "A form");
      return this;
    }

    public NewLead consentGiven(ConsentKind kind, Instant at) {
      consent = new LeadConsent(kind, at, "A form");
      return this;
    }

    public NewLead consent(LeadConsent given) {
      consent = given;
      return this;
    }

    public NewLead relationship(Relationship with) {
      relationship = with;
      return this;
    }

    public NewLead contractEnd(LocalDate date) {
      contractEnd = date;
      return this;
    }

    private static LeadProfile at(String company, String website) {
      LeadProfile none = LeadProfile.UNKNOWN;
      return new LeadProfile(
          null,
          null,
          null,
          company,
          null,
          null,
          website,
          none.address(),
          null,
          null,
          null,
          0,
          null,
          Map.of(),
          null,
          null,
          null,
          Tags.NONE);
    }

    public LeadFacts facts() {
      return new LeadFacts(
          externalId,
          at(company, website).toBuilder()
              .firstName(firstName)
              .lastName(lastName)
              .email(email)
              .customFields(customFields)
              .address(address)
              .timeZone(zone)
              .consent(consent)
              .language(language)
              .score(score)
              .contractEnd(contractEnd)
              .relationship(relationship)
              .tags(tags)
              .build(),
          numbers.isEmpty() ? List.of(number()) : numbers);
    }

    public NewLead tags(String... names) {
      tags = new Tags(List.of(names));
      return this;
    }

    public LeadId create() {
      return saveLead.create(campaign, facts()).id();
    }
  }
}
