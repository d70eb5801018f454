package io.warmline.api.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.CreateCampaign;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.ProgrammeId;
import io.warmline.core.programme.ManageProgramme;
import io.warmline.core.programme.Programme;
import io.warmline.core.programme.ProgrammeKind;
import io.warmline.core.rule.ChangeHouseRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Blue Harbor Outbound, with its people, its clients and a campaign of each deliverable. */
@ApplicationScoped
class FoundFirm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManageAgent agents;
  private final ManageClient clients;
  private final CreateCampaign campaigns;
  private final ManageProgramme programmes;
  private final ChangeHouseRule rules;

  FoundFirm(
      ManageAgent agents,
      ManageClient clients,
      CreateCampaign campaigns,
      ManageProgramme programmes,
      ChangeHouseRule rules) {
    this.agents = agents;
    this.clients = clients;
    this.campaigns = campaigns;
    this.programmes = programmes;
    this.rules = rules;
  }

  Firm found() {
    rules.save(new RuleId("house-lunch-break"), lunchBreak());
    List<AgentId> callers =
        List.of(
            agent("Dave Miller", "en", "es"),
            agent("Ana Torres", "en", "es"),
            agent("Priya Raman", "en"));
    ClientId chemel =
        client("Chemel Managed IT", "Wants a weekly report.", "US", "America/New_York");
    ClientId feltz = client("Feltz Print Services", "Decides on Mondays.", "US", "America/Chicago");
    ClientId harbor =
        client("Harbor Office Supplies", "Has 400 customers.", "AU", "Australia/Sydney");
    CampaignId meetings = campaign("Managed IT for small firms", Deliverable.APPOINTMENT, chemel);
    CampaignId warmLeads = campaign("Print contracts, warm leads", Deliverable.WARM_LEAD, feltz);
    CampaignId checkIns = campaign("Office supplies, customers", Deliverable.CHECK_IN, harbor);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN, "Customers, every quarter", checkIns);
    return new Firm(
        callers,
        agent("Sam Reyes (has left)", "en"),
        meetings,
        warmLeads,
        checkIns,
        campaigns
            .create(terms("Spring list, not bought yet", Deliverable.APPOINTMENT).build())
            .id(),
        chemel,
        client("Paprocki & Sons", "Has asked for an offer.", "US", "America/Denver"),
        programme(ProgrammeKind.REHEAT, "Two months of silence", meetings),
        programme(ProgrammeKind.FIT_CHECK, "Before sales sees them", meetings));
  }

  private AgentId agent(String name, String... languages) {
    String email = name.replaceAll(" \\(.*", "").toLowerCase(Locale.ROOT).replace(' ', '.');
    return agents
        .create(
            new Agent.Profile(name, Optional.of(email + "@blueharbor.example"), List.of(languages)))
        .id();
  }

  private ClientId client(String name, String notes, String country, String zone) {
    CallingHours.Window day = new CallingHours.Window(LocalTime.of(9, 0), LocalTime.of(17, 0));
    CallingHours hours = on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), day);
    return clients
        .create(
            new Client.Profile(
                name,
                Optional.of(notes),
                Optional.of(ZoneId.of(zone)),
                Optional.of(country),
                1,
                Optional.empty(),
                new Client.MeetingTimes(Optional.of(hours), 30)))
        .id();
  }

  private CampaignId campaign(String name, Deliverable deliverable, ClientId client) {
    Qualifying asks =
        deliverable == Deliverable.WARM_LEAD
            ? new Qualifying(
                List.of(
                    new Qualifying.Question("decides", "Who decides on this?"),
                    new Qualifying.Question("when", "When would you change?")),
                null)
            : Qualifying.NONE;
    return campaigns
        .create(terms(name, deliverable).client(Optional.of(client)).qualifying(asks).build())
        .id();
  }

  /**
   * Round the clock, so that there is something to claim at whatever hour somebody tries Warmline:
   * the American leads by the law of their states, the Swedish ones at any time, because no law
   * forbids it and the recommended hours are lifted.
   */
  private static CampaignTerms.Builder terms(String name, Deliverable deliverable) {
    CallingHours always =
        on(
            EnumSet.allOf(DayOfWeek.class),
            new CallingHours.Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    return new CampaignTerms(
            name,
            Optional.of(
                "Made-up firms, to try Warmline on. Its calling hours are round the clock; real"
                    + " campaigns default to 9-20."),
            "US",
            Workdays.ZONE,
            Audience.B2B,
            List.of(),
            always,
            CampaignPolicy.DEFAULT,
            Approach.of(deliverable),
            RetryDelays.DEFAULT,
            Optional.empty(),
            Scripts.NONE)
        .toBuilder();
  }

  private static CallingHours on(Set<DayOfWeek> days, CallingHours.Window window) {
    return new CallingHours(
        days.stream().collect(Collectors.toMap(Function.identity(), day -> List.of(window))));
  }

  private ProgrammeId programme(ProgrammeKind kind, String name, CampaignId campaign) {
    return programmes
        .create(
            new Programme.Terms(
                kind,
                name,
                true,
                kind.defaultDays(),
                List.of(campaign),
                25,
                Optional.of("Ask what has changed since we spoke.")))
        .id();
  }

  /** A house rule that no campaign keeps yet. */
  private static ObjectNode lunchBreak() {
    ObjectNode rule = JSON.createObjectNode();
    ObjectNode windows = rule.putObject("windows");
    for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
      windows
          .putArray(day.name().toLowerCase(Locale.ROOT))
          .add(JSON.createObjectNode().put("from", "09:00").put("to", "12:00"))
          .add(JSON.createObjectNode().put("from", "13:30").put("to", "19:00"));
    }
    return rule.put("notes", "Nobody is called over lunch.");
  }
}
