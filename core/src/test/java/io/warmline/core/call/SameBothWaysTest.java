package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LogCalls.Receipt;
import io.warmline.core.call.LogCalls.Receipt.Logged;
import io.warmline.core.call.LogCalls.Receipt.Refused;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A call leaves and answers the same, whether it is reported alone or in a batch: every outcome,
 * from every start, in every table that has rows of a lead.
 */
@QuarkusTest
class SameBothWaysTest extends OnPostgres {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern NUMBER = Pattern.compile("\\+\\d{7,15}");

  /** What tells two leads apart that are alike. */
  private static final Set<String> OWN =
      Set.of("sequence", "xid", "ordinal", "bucket_id", "report_digest", "digest");

  @Inject LogCall logCall;
  @Inject LogCalls logCalls;
  @Inject PromiseCallback promises;

  private AgentId agent;

  private enum Start {
    COLD,
    CLAIMED,
    PROMISED,
    MEETING,
    OWED_A_MESSAGE,
    SHARED_NUMBER
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Disposition.class)
  void aReportLeavesAndAnswersTheSameAloneAndInABatch(Disposition disposition) {
    List<String> differences = new ArrayList<>();
    for (Start start : Start.values()) {
      Map<String, Object> alone = world(start, disposition, false);
      Map<String, Object> batched = world(start, disposition, true);
      alone.forEach(
          (what, expected) -> {
            if (!expected.equals(batched.get(what))) {
              differences.add(
                  "%s from %s: %s is%n%s%nand not%n%s"
                      .formatted(disposition, start, what, batched.get(what), expected));
            }
          });
      assertThat(batched.keySet()).isEqualTo(alone.keySet());
    }
    assertThat(differences).isEmpty();
  }

  private Map<String, Object> world(Start start, Disposition disposition, boolean batch) {
    given.newTenant();
    clock.reset();
    agent = given.agent();
    CampaignId campaign = given.campaign();
    Optional<LeadId> other = Optional.of(given.lead(given.campaign()));
    LeadId lead = leadAt(start, campaign);
    ReportedCall report = report(start, lead, disposition);
    Map<String, Object> world = new LinkedHashMap<>();
    world.put(
        "answer", batch ? answer(inABatch(report, other.orElseThrow())) : answer(alone(report)));
    tables(lead).forEach(world::put);
    return world;
  }

  private Receipt alone(ReportedCall report) {
    try {
      return new Logged(logCall.log(report));
    } catch (WarmlineException e) {
      return new Refused(e);
    }
  }

  private Receipt inABatch(ReportedCall report, LeadId other) {
    return logCalls.log(List.of(plain(other), report)).get(1);
  }

  private ReportedCall plain(LeadId lead) {
    return report(Optional.of(lead), Disposition.BUSY, CallDetails.NONE);
  }

  private ReportedCall report(Start start, LeadId lead, Disposition disposition) {
    CallDetails details = desk.detailsFor(disposition);
    if (start != Start.CLAIMED) {
      return report(Optional.of(lead), disposition, details);
    }
    return new ReportedCall(
        desk.claim(agent, 10).stream()
            .filter(claim -> claim.lead().equals(lead))
            .map(claim -> claim.id())
            .findFirst(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        disposition,
        Optional.empty(),
        60,
        "Said so.",
        details);
  }

  private ReportedCall report(Optional<LeadId> lead, Disposition disposition, CallDetails details) {
    return new ReportedCall(
        Optional.empty(),
        lead,
        Optional.of(agent),
        Optional.empty(),
        disposition,
        Optional.empty(),
        60,
        "Said so.",
        details);
  }

  private LeadId leadAt(Start start, CampaignId campaign) {
    return switch (start) {
      case COLD, CLAIMED -> given.lead(campaign);
      case PROMISED -> {
        LeadId lead = given.lead(campaign);
        promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofHours(1))));
        clock.advance(Duration.ofHours(1));
        yield lead;
      }
      case MEETING -> after(given.lead(campaign), Disposition.APPOINTMENT_SET);
      case OWED_A_MESSAGE -> after(given.lead(campaign), Disposition.VOICEMAIL_LEFT);
      case SHARED_NUMBER -> {
        PhoneNumber number = Fixture.number();
        LeadId lead =
            given.newLead(campaign).externalId("1").numbers(number, Fixture.number()).create();
        given.newLead(campaign).externalId("2").numbers(number).create();
        yield lead;
      }
    };
  }

  private LeadId after(LeadId lead, Disposition disposition) {
    desk.log(lead, agent, disposition);
    clock.advance(Duration.ofDays(1));
    return lead;
  }

  private static String answer(Receipt outcome) {
    if (outcome instanceof Refused refused) {
      return bare(
          refused.why().code() + " " + refused.why().getMessage() + refused.why().violations());
    }
    LoggedCall logged = ((Logged) outcome).call();
    return bare(
        logged.leadStatus()
            + " "
            + logged.effects()
            + " "
            + logged.next()
            + " "
            + logged.callback().map(it -> it.window() + " " + it.status() + " " + it.resolution())
            + " "
            + logged.appointment().map(it -> it.meeting().slot() + " " + it.status())
            + " "
            + logged.call().late()
            + logged.call().notes()
            + logged.call().durationSeconds()
            + logged.call().breaches());
  }

  /** The rows of the lead, of every table that has some. */
  private Map<String, Object> tables(LeadId lead) {
    List<String> names =
        transaction.call(
            () ->
                sql.query(
                    """
                    select table_name from information_schema.columns
                    where table_schema = current_schema() and column_name = 'lead_id'
                      and cast(:tenant as uuid) is not null
                    order by table_name
                    """,
                    q -> q.mapTo(String.class).list()));
    assertThat(names).contains("call", "callback", "appointment", "event", "follow_up");
    Map<String, Object> tables = new TreeMap<>();
    names.forEach(name -> tables.put(name, rows(name, "lead_id", lead)));
    tables.put("lead", rows("lead", "id", lead));
    return tables;
  }

  private List<String> rows(String table, String column, LeadId lead) {
    return transaction
        .call(
            () ->
                sql.query(
                    "select to_jsonb(t) - cast(:own as text[]) from %s t where t.tenant_id = :tenant and t.%s = :lead"
                        .formatted(table, column),
                    q ->
                        q.bind("lead", lead.value())
                            .bindArray("own", String.class, OWN.toArray())
                            .mapTo(String.class)
                            .list()))
        .stream()
        .map(SameBothWaysTest::bare)
        .sorted()
        .toList();
  }

  private static String bare(String text) {
    return NUMBER.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("NUMBER");
  }
}
