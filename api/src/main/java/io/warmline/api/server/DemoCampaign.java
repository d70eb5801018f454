package io.warmline.api.server;

import io.warmline.core.agent.Agent;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.CreateCampaign;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.id.AgentId;
import io.warmline.core.lead.Lead;
import io.warmline.core.programme.ManageProgramme;
import io.warmline.core.programme.Programme;
import io.warmline.core.programme.ProgrammeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A small campaign to try Warmline on: made-up firms in several zones, agents, callbacks due now
 * and later, and a programme that reheats.
 */
@ApplicationScoped
class DemoCampaign {

  private final ManageAgent agents;
  private final CreateCampaign campaigns;
  private final DemoLaw law;
  private final DemoLeads leads;
  private final PromiseCallback callbacks;
  private final ManageProgramme programmes;
  private final Clock clock;

  DemoCampaign(
      ManageAgent agents,
      CreateCampaign campaigns,
      DemoLaw law,
      DemoLeads leads,
      PromiseCallback callbacks,
      ManageProgramme programmes,
      Clock clock) {
    this.agents = agents;
    this.campaigns = campaigns;
    this.law = law;
    this.leads = leads;
    this.callbacks = callbacks;
    this.programmes = programmes;
    this.clock = clock;
  }

  void create() {
    law.answerFor();
    AgentId dave = agent("Dave Miller", "en", "es");
    agent("Ana Torres", "en", "es");
    agent("Priya Raman", "en");
    Campaign campaign = campaigns.create(terms());
    reheat(campaign);
    leads.load(campaign.id());
    List<Lead> some = leads.callableNow(campaign.id(), 6);
    // The first promises are for soon, but not so soon that a slow machine makes them too late.
    Instant now = clock.instant();
    promise(some.get(0), now.plusSeconds(20), Optional.empty(), "call me back in a minute");
    promise(
        some.get(1),
        now.plusSeconds(21),
        Optional.of(dave),
        "I'm walking into a meeting, try me right after");
    promise(
        some.get(2),
        now.plus(Duration.ofMinutes(15)),
        Optional.of(dave),
        "give me a quarter of an hour");
    promise(some.get(3), now.plus(Duration.ofHours(3)), Optional.empty(), "later today");
    promise(some.get(4), now.plus(Duration.ofDays(1)), Optional.empty(), "same time tomorrow");
    promise(some.get(5), now.plus(Duration.ofDays(30)), Optional.of(dave), "in a month");
  }

  private void reheat(Campaign campaign) {
    ProgrammeKind kind = ProgrammeKind.REHEAT;
    programmes.create(
        new Programme.Terms(
            kind,
            "Two months of silence",
            true,
            kind.defaultDays(),
            List.of(campaign.id()),
            25,
            Optional.of("Ask what has changed since we spoke.")));
  }

  private AgentId agent(String name, String... languages) {
    String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@abc.example";
    return agents.create(new Agent.Profile(name, Optional.of(email), List.of(languages))).id();
  }

  /**
   * Round the clock, so that there is something to claim at whatever hour somebody tries Warmline:
   * the American leads by the law of their states, the Swedish ones at any time, because no law
   * forbids it and the recommended hours are lifted.
   */
  private static CampaignTerms terms() {
    CallingHours.Window allDay = new CallingHours.Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    CallingHours always =
        new CallingHours(
            Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), day -> List.of(allDay))));
    return new CampaignTerms(
        "Demo: managed IT for small firms",
        Optional.of(
            "Made-up firms, to try Warmline on. Its calling hours are round the clock; real"
                + " campaigns default to 9-20."),
        "US",
        ZoneId.of("America/New_York"),
        Audience.B2B,
        List.of(),
        always,
        CampaignPolicy.DEFAULT,
        Approach.DEFAULT,
        RetryDelays.DEFAULT,
        Optional.empty(),
        Scripts.NONE);
  }

  private void promise(Lead lead, Instant dueAt, Optional<AgentId> agent, String words) {
    callbacks.promise(
        lead.id(),
        new Wish(
            Optional.of(dueAt), Optional.empty(), agent, Optional.of(words), Optional.empty()));
  }
}
