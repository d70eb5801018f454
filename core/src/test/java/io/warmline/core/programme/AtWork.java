package io.warmline.core.programme;

import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.TestClock;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.KeepTasks;
import io.warmline.core.task.Task;
import io.warmline.core.task.Tasks;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Programmes that run in a campaign of New York. */
abstract class AtWork extends OnPostgres {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** The day at which the clock of the tests begins, in New York. */
  static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, NEW_YORK);

  @Inject ManageProgramme manage;
  @Inject Programmes programmes;
  @Inject RunProgrammes run;
  @Inject WithdrawTasks withdraw;
  @Inject KeepTasks keepTasks;
  @Inject LeadsInHand inHand;
  @Inject Tasks tasks;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  /** With the defaults, for all campaigns. */
  static Programme.Terms terms(ProgrammeKind kind) {
    return terms(kind, kind.defaultDays(), 1000);
  }

  static Programme.Terms terms(ProgrammeKind kind, int days, int maxPerDay) {
    return new Programme.Terms(
        kind, "A programme", true, days, List.of(), maxPerDay, Optional.empty());
  }

  Programme programme(ProgrammeKind kind) {
    return manage.create(terms(kind));
  }

  Programme read(Programme programme) {
    return transaction.call(() -> programmes.get(programme.id()));
  }

  /** A campaign of another zone. */
  CampaignId campaignIn(String zone) {
    return given.campaign(
        t ->
            new CampaignTerms(
                t.name(),
                t.description(),
                t.defaultCountry(),
                ZoneId.of(zone),
                t.audience(),
                t.houseRules(),
                Fixture.ALWAYS,
                t.policy(),
                t.approach(),
                t.retries(),
                t.client()));
  }

  LeadId leadOf(LeadStatus status) {
    LeadId lead = given.newLead(campaign).create();
    become(lead, status);
    return lead;
  }

  LeadId leadWhoseContractEnds(LocalDate date) {
    return given.newLead(campaign).contractEnd(date).create();
  }

  void become(LeadId lead, LeadStatus status) {
    transaction.run(
        () -> {
          inHand.lock(lead);
          inHand.become(lead, status, clock.instant());
          inHand.putBack(lead, clock.instant());
        });
  }

  void pass(Duration time) {
    clock.advance(time);
    tick();
  }

  /** It is this time on the clocks of the campaign's zone. */
  void at(LocalDate date, String time, ZoneId zone) {
    clock.set(LocalDateTime.of(date, LocalTime.parse(time)).atZone(zone).toInstant());
    tick();
  }

  void tick() {
    keepTasks.tick();
    run.tick();
  }

  List<Task> openTasks(LeadId lead) {
    return transaction.call(() -> tasks.openOf(lead));
  }

  List<Task> allTasks(LeadId lead) {
    return transaction.call(() -> tasks.of(lead));
  }
}
