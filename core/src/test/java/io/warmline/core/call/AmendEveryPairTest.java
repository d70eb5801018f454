package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a call was logged as, and whatever it really was: corrected, it leaves what logging it
 * rightly would have left. With {@code -Dwarmline.all-pairs=true} all 870 pairs are tried.
 */
@QuarkusTest
class AmendEveryPairTest extends OnPostgres {

  @Inject AmendCall amendCall;
  @Inject PromiseCallback promises;
  @Inject TaskBook tasks;
  @Inject QueueEntries queue;

  /** Where a lead stands before the call. */
  private enum Start {
    COLD,
    PROMISED,
    MEETING,
    WANTED_BY_A_PROGRAMME,
    OFFERED,
    OWED_A_MESSAGE,
    LAST_ATTEMPT,
    CUSTOMER_TO_CHECK,
    TWO_NUMBERS,
    SHARED_NUMBER
  }

  /**
   * What of a lead's world a call can change, in an order of its own and without the ids, versions
   * and times of writing in which two leads differ.
   */
  private static final Map<String, String> WORLD = new LinkedHashMap<>();

  static {
    WORLD.put(
        "lead",
        """
        select status, attempts, hang_ups, last_attempt_at, next_attempt_at, contacted_at, qualification, language,
               stated_country, stated_region
        from lead where tenant_id = :tenant and id = :lead
        """);
    WORLD.put(
        "numbers",
        """
        select position, uncallable_reason from lead_phone where tenant_id = :tenant and lead_id = :lead order by position
        """);
    WORLD.put(
        "promises",
        """
        select status, due_at, latest_at, resolution, words, agent_id, deferrals, jsonb_array_length(history) as moves,
               overdue_at, kept_by_call_id is not null as kept
        from callback
        where tenant_id = :tenant and lead_id = :lead and cancel_reason is distinct from 'CALL_CORRECTED'
        order by created_at, status
        """);
    WORLD.put(
        "tasks",
        """
        select kind, due_at, latest_at, expires_at from task
        where tenant_id = :tenant and lead_id = :lead and status in ('WAITING', 'DUE') order by tier
        """);
    WORLD.put(
        "meetings",
        """
        select starts_at, ends_at, status, confirmation_dialled_at, confirmation_reached_at, confirmed_at, lead_status_before
        from appointment where tenant_id = :tenant and lead_id = :lead and not voided
        order by starts_at, status
        """);
    WORLD.put(
        "offers",
        """
        select kind, reason, revisit_on from handoff
        where tenant_id = :tenant and lead_id = :lead and status = 'OFFERED' order by id
        """);
    WORLD.put(
        "debts",
        """
        select occasion, call_back_at from follow_up where tenant_id = :tenant and lead_id = :lead and status = 'OWED'
        """);
    WORLD.put(
        "referrals", "select count(*) from lead where tenant_id = :tenant and referred_by = :lead");
    WORLD.put(
        "queue",
        """
        select state, tier, due_at, not_before, blocked_by, callback_id is not null as promised, task_id is not null as wanted
        from queue_entry where tenant_id = :tenant and lead_id = :lead
        """);
    WORLD.put(
        "call",
        """
        select disposition, rang, reason, attained, check_in, qualification, ask_made, callback_id is not null as promised,
               kept_callback_id is not null as kept, referred_lead_id is not null as referred, handoff_id is not null as offered
        from call where tenant_id = :tenant and lead_id = :lead order by id desc limit 1
        """);
    WORLD.put(
        "siblings",
        """
        select o.position, o.uncallable_reason, l.status, q.state, q.blocked_by,
               (select count(*) from callback cb where cb.tenant_id = :tenant and cb.lead_id = l.id
                  and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')) as promises
        from lead_phone p
        join lead_phone o on o.tenant_id = p.tenant_id and o.e164 = p.e164 and o.lead_id <> p.lead_id
        join lead l on l.tenant_id = o.tenant_id and l.id = o.lead_id
        join queue_entry q on q.tenant_id = l.tenant_id and q.lead_id = l.id
        where p.tenant_id = :tenant and p.lead_id = :lead order by o.lead_id
        """);
  }

  AgentId agent;

  static Stream<Disposition> wrong() {
    return Stream.of(Disposition.values()).filter(d -> d != Disposition.DO_NOT_CALL);
  }

  @ParameterizedTest(name = "{0}, corrected")
  @MethodSource("wrong")
  void aCorrectedCallLeavesWhatTheRightOneWouldHaveLeft(Disposition wrong) {
    List<String> differences = new ArrayList<>();
    for (Disposition right : Disposition.values()) {
      if (right != wrong && isTried(wrong, right)) {
        Start start = Start.values()[(wrong.ordinal() + right.ordinal()) % Start.values().length];
        compare(wrong, right, start, differences);
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * All of them take minutes: every fourth is tried unless all are asked for. Each outcome is among
   * them as the wrong one and as the right one, from every start.
   */
  private static boolean isTried(Disposition wrong, Disposition right) {
    return Boolean.getBoolean("warmline.all-pairs")
        || (3 * wrong.ordinal() + right.ordinal()) % 4 == 0;
  }

  @ParameterizedTest(name = "from {0}")
  @EnumSource(Start.class)
  void fromEveryStartACallThatChangesMuchIsTakenBackWhole(Start start) {
    List<String> differences = new ArrayList<>();
    for (Disposition wrong :
        List.of(
            Disposition.SALE,
            Disposition.DISCONNECTED,
            Disposition.CALLBACK_REQUESTED,
            Disposition.APPOINTMENT_SET,
            Disposition.LANGUAGE_BARRIER,
            Disposition.VOICEMAIL_LEFT)) {
      compare(wrong, Disposition.NO_ANSWER, start, differences);
      compare(wrong, Disposition.TECHNICAL_FAILURE, start, differences);
    }
    assertThat(differences).isEmpty();
  }

  private void compare(
      Disposition wrong, Disposition right, Start start, List<String> differences) {
    given.newTenant();
    agent = given.agent();
    Map<String, Object> corrected = worldAfter(start, lead -> amended(lead, wrong, right));
    Map<String, Object> rightly = worldAfter(start, lead -> logged(lead, right));
    if (corrected.containsKey("not logged")) {
      return;
    }
    rightly.forEach(
        (what, expected) -> {
          if (!expected.equals(corrected.get(what))) {
            differences.add(
                "%s -> %s from %s: %s is %s, not %s"
                    .formatted(wrong, right, start, what, corrected.get(what), expected));
          }
        });
  }

  private interface Work {
    String on(LeadId lead);
  }

  private Map<String, Object> worldAfter(Start start, Work work) {
    clock.reset();
    LeadId lead = leadAt(start);
    String refusal = work.on(lead);
    Map<String, Object> world = new LinkedHashMap<>();
    if (refusal.equals("not logged")) {
      world.put(refusal, true);
      return world;
    }
    world.put("refusal", refusal);
    if (refusal.isEmpty()) {
      WORLD.forEach((what, query) -> world.put(what, rows(query, lead)));
    }
    return world;
  }

  private String amended(LeadId lead, Disposition wrong, Disposition right) {
    CallId call;
    try {
      call = desk.log(lead, agent, wrong, details(wrong)).call().id();
    } catch (WarmlineException e) {
      return "not logged";
    }
    return outcome(
        () ->
            amendCall.amend(
                call,
                Optional.empty(),
                new AmendCall.Correction(Optional.of(right), null, null, details(right))));
  }

  private String logged(LeadId lead, Disposition right) {
    return outcome(() -> desk.log(lead, agent, right, details(right)));
  }

  private static String outcome(Runnable work) {
    try {
      work.run();
      return "";
    } catch (WarmlineException e) {
      return e.code().name();
    }
  }

  private CallDetails details(Disposition disposition) {
    if (disposition != Disposition.APPOINTMENT_SET
        && disposition != Disposition.APPOINTMENT_RESCHEDULED) {
      return desk.detailsFor(disposition);
    }
    Duration ahead = Duration.ofDays(disposition == Disposition.APPOINTMENT_SET ? 10 : 12);
    return Desk.meeting(meetingAt(clock.instant().plus(ahead)));
  }

  private static MeetingDetails meetingAt(Instant start) {
    return new MeetingDetails(
        new MeetingWish(Optional.of(start), Optional.empty(), MeetingArrangements.NONE, true),
        Optional.empty(),
        Optional.empty());
  }

  private LeadId leadAt(Start start) {
    return switch (start) {
      case COLD -> given.lead(given.campaign());
      case PROMISED -> promised(given.lead(given.campaign()));
      case MEETING -> {
        LeadId lead = given.lead(given.campaign());
        desk.log(
            lead,
            agent,
            Disposition.APPOINTMENT_SET,
            Desk.meeting(meetingAt(clock.instant().plus(Duration.ofDays(5)))));
        clock.advance(Duration.ofMinutes(1));
        yield lead;
      }
      case WANTED_BY_A_PROGRAMME -> {
        CampaignId campaign = given.campaign();
        yield wanted(given.lead(campaign), campaign, TaskKind.REHEAT);
      }
      case OFFERED -> {
        LeadId lead = given.lead(delivering(Deliverable.WARM_LEAD));
        desk.log(lead, agent, Disposition.QUALIFIED);
        clock.advance(Duration.ofHours(5));
        yield lead;
      }
      case OWED_A_MESSAGE -> {
        LeadId lead = given.lead(given.campaign());
        desk.log(lead, agent, Disposition.VOICEMAIL_LEFT);
        clock.advance(Duration.ofDays(3));
        yield lead;
      }
      case LAST_ATTEMPT -> {
        LeadId lead = given.lead(given.campaign());
        for (int i = 0; i < 6; i++) {
          desk.log(lead, agent, Disposition.BUSY);
          clock.advance(Duration.ofDays(1));
        }
        yield lead;
      }
      case CUSTOMER_TO_CHECK -> {
        CampaignId campaign = given.campaign();
        LeadId lead = given.lead(campaign);
        desk.log(lead, agent, Disposition.SALE);
        clock.advance(Duration.ofDays(1));
        yield wanted(lead, campaign, TaskKind.CUSTOMER_CHECK_IN);
      }
      case TWO_NUMBERS ->
          given.newLead(given.campaign()).numbers(Fixture.number(), Fixture.number()).create();
      case SHARED_NUMBER -> {
        PhoneNumber number = Fixture.number();
        CampaignId campaign = given.campaign();
        LeadId lead =
            given.newLead(campaign).externalId("1").numbers(number, Fixture.number()).create();
        promised(given.newLead(campaign).externalId("2").numbers(number).create());
        yield lead;
      }
    };
  }

  private LeadId promised(LeadId lead) {
    promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));
    return lead;
  }

  private LeadId wanted(LeadId lead, CampaignId campaign, TaskKind kind) {
    transaction.run(
        () -> {
          tasks.open(
              Task.Order.of(lead, campaign, kind, "Not heard of for long", null, clock.instant()),
              clock.instant());
          queue.refresh(List.of(lead.value()), clock.instant());
        });
    return lead;
  }

  private CampaignId delivering(Deliverable deliverable) {
    return given.campaign(terms -> Fixture.with(terms, Approach.of(deliverable)));
  }

  private List<Map<String, Object>> rows(String query, LeadId lead) {
    return transaction
        .call(() -> sql.query(query, q -> q.bind("lead", lead.value()).mapToMap().list()))
        .stream()
        .map(AmendEveryPairTest::comparable)
        .toList();
  }

  private static Map<String, Object> comparable(Map<String, Object> row) {
    Map<String, Object> texts = new LinkedHashMap<>();
    row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
    return texts;
  }
}
