package io.warmline.core.signal;

import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.OnPostgres;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.queue.Claim;
import io.warmline.core.signal.Scanners.Visit;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A campaign with an agent, and prospects who click, visit and answer. */
abstract class Prospecting extends OnPostgres {

  static final Map<String, String> BROWSER =
      Map.of(
          "user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
  private static final TargetUrl PAGE = new TargetUrl("https://www.chemel.example/offer");

  @Inject RecordSignals recordSignals;
  @Inject CreateTrackedLink createTrackedLink;
  @Inject FollowTrackedLink followTrackedLink;
  @Inject CoolSignals coolSignals;
  @Inject Touches touches;
  @Inject TaskBook tasks;
  @Inject FollowUps followUps;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  Receipt click(LeadId lead) {
    return tell(report(lead, SignalType.LINK_CLICK));
  }

  Receipt tell(SignalReport report) {
    return recordSignals.record(List.of(report)).get(0);
  }

  static SignalReport report(LeadId lead, SignalType type) {
    return new SignalReport(Who.lead(lead), type, Optional.empty(), null, null, null);
  }

  static SignalReport report(LeadId lead, SignalType type, Instant at) {
    return new SignalReport(Who.lead(lead), type, Optional.of(at), null, null, null);
  }

  /** A link of the lead, old enough to be clicked by a person. */
  String link(LeadId lead) {
    String token = createTrackedLink.create(lead, PAGE, Optional.empty()).token();
    clock.advance(Duration.ofMinutes(1));
    return token;
  }

  void follow(String token) {
    follow(token, new Visit("GET", BROWSER));
  }

  void follow(String token, Visit visit) {
    followTrackedLink.follow(token, visit);
  }

  LeadId left(Disposition disposition) {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, disposition);
    return lead;
  }

  List<Task> openTasks(LeadId lead) {
    return transaction.call(() -> tasks.openOf(lead));
  }

  List<FollowUp> followUpsOf(LeadId lead) {
    FollowUps.Filter filter =
        new FollowUps.Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(lead));
    return transaction.call(() -> followUps.list(filter, new Cursor.Paging(50, null))).items();
  }

  List<LeadId> dialledInOrder(int most) {
    return desk.claim(agent, most).stream().map(Claim::lead).toList();
  }

  Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  static CallDetails callback(Instant at) {
    return Desk.callback(at);
  }
}
