package io.warmline.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.MarkFollowUpSent;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.signal.Receipt.Fate;
import io.warmline.core.signal.SignalReport.Who;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Signals that others report, in batches. */
@QuarkusTest
class IntakeTest extends Prospecting {

  private static final Logger LOG = Logger.getLogger(IntakeTest.class);

  @Inject RemoveLead removeLead;
  @Inject MoveLead moveLead;
  @Inject MarkFollowUpSent markFollowUpSent;

  @Test
  void aLeadIsKnownByItsIdItsExternalIdItsAddressAndItsNumber() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).externalId("crm-7").numbers(number).create();

    List<Receipt> receipts =
        recordSignals.record(
            List.of(
                click(Who.lead(lead)),
                click(new Who(null, campaign, "crm-7", null, null)),
                click(new Who(null, campaign, null, null, number)),
                click(new Who(null, campaign, "crm-8", null, null)),
                click(new Who(null, given.campaign(), "crm-7", null, null))));

    assertThat(receipts)
        .extracting(Receipt::fate)
        .containsExactly(
            Fate.RECORDED, Fate.COLLAPSED, Fate.COLLAPSED, Fate.UNKNOWN_LEAD, Fate.UNKNOWN_LEAD);
    assertThat(receipts.subList(0, 3)).allMatch(r -> r.lead().equals(Optional.of(lead)));
  }

  @Test
  void aNumberThatTwoLeadsHaveNamesNeither() {
    PhoneNumber number = Fixture.number();
    given.newLead(campaign).externalId("a").numbers(number).create();
    given.newLead(campaign).externalId("b").numbers(number).create();

    Receipt receipt = tell(click(new Who(null, campaign, null, null, number)));

    assertThat(receipt.reason()).contains(SignalReason.AMBIGUOUS_LEAD);
  }

  @Test
  void theSameEventIsRecordedOnce() {
    LeadId lead = given.lead(campaign);

    List<Receipt> twice = recordSignals.record(List.of(named(lead, "e-1"), named(lead, "e-1")));
    Receipt again = tell(named(lead, "e-1"));

    assertThat(twice).extracting(Receipt::fate).containsExactly(Fate.RECORDED, Fate.IGNORED);
    assertThat(again.reason()).contains(SignalReason.DUPLICATE);
    assertThat(transaction.call(() -> touches.of(lead))).hasSize(1);
  }

  @Test
  void ofOneBatchTheMostUrgentOpensTheTaskAndTheRestCollapses() {
    LeadId lead = given.lead(campaign);
    Instant now = clock.instant();

    List<Receipt> receipts =
        recordSignals.record(
            List.of(
                report(lead, SignalType.MICROSITE_VISIT, now.minusSeconds(300)),
                report(lead, SignalType.LINK_CLICK, now.minusSeconds(30)),
                report(lead, SignalType.LINK_CLICK, now.minusSeconds(60))));

    assertThat(receipts)
        .extracting(Receipt::fate)
        .containsExactly(Fate.COLLAPSED, Fate.COLLAPSED, Fate.RECORDED);
    assertThat(openTasks(lead))
        .singleElement()
        .satisfies(task -> assertThat(task.dueAt()).isEqualTo(now.minusSeconds(60)));
  }

  @Test
  void whatIsSaidToHappenTomorrowIsIgnored() {
    LeadId lead = given.lead(campaign);

    Receipt receipt = tell(report(lead, SignalType.LINK_CLICK, in(Duration.ofDays(1))));

    assertThat(receipt.reason()).contains(SignalReason.IN_THE_FUTURE);
    assertThat(receipt.signal()).isEmpty();
  }

  @Test
  void aScannerThatAnEmailPlatformReportsIsOnRecordAndDoesNotCount() {
    LeadId lead = given.lead(campaign);

    Receipt receipt =
        tell(
            new SignalReport(
                Who.lead(lead),
                SignalType.LINK_CLICK,
                Optional.empty(),
                null,
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                null));

    assertThat(receipt.reason()).contains(SignalReason.SCANNER);
    assertThat(receipt.signal()).isPresent();
    assertThat(openTasks(lead)).isEmpty();
    assertThat(transaction.call(() -> touches.of(lead))).isEmpty();
  }

  @Test
  void aClickWithinSecondsOfTheSendingIsAScanners() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    markFollowUpSent.sent(followUpsOf(lead).get(0).id(), Optional.empty(), Set.of());
    Instant sent = clock.instant();
    clock.advance(Duration.ofMinutes(1));

    Receipt soon = tell(report(lead, SignalType.LINK_CLICK, sent.plusMillis(4999)));
    Receipt later = tell(report(lead, SignalType.LINK_CLICK, sent.plusSeconds(5)));

    assertThat(soon.reason()).contains(SignalReason.TOO_SOON);
    assertThat(later.fate()).isEqualTo(Fate.RECORDED);
  }

  @Test
  void whoIsErasedLeavesNoTraceOfWhatWasClicked() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    String token = link(lead);
    follow(token);

    removeLead.erase(lead, "Asked");

    assertThat(followTrackedLink.follow(token, new Scanners.Visit("GET", BROWSER))).isEmpty();
    assertThat(click(lead).reason()).contains(SignalReason.LEAD_ERASED);
    assertThat(followUpsOf(lead).get(0).status()).isEqualTo(FollowUp.Status.CANCELLED);
    int telling =
        transaction.call(
            () ->
                sql.query(
                    "select count(*) from signal where tenant_id = :tenant and (url is not null or"
                        + " user_agent is not null)",
                    q -> q.mapTo(Integer.class).one()));
    assertThat(telling).isZero();
  }

  @Test
  void whoAsksNotToBeCalledIsOwedNothingAnyMore() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);

    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    assertThat(followUpsOf(lead).get(0).status()).isEqualTo(FollowUp.Status.CANCELLED);
    assertThat(events(EventType.FOLLOW_UP_CANCELLED)).hasSize(1);
  }

  @Test
  void aLeadIsOwedOneMessageAtMostForTheLatestCall() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    clock.advance(Duration.ofDays(2));

    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED);

    assertThat(followUpsOf(lead))
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.occasion()).isEqualTo(FollowUp.Occasion.CONVERSATION);
              assertThat(owed.callBackAt()).isEmpty();
            });
  }

  @Test
  void whatIsOwedGoesWithItsLead() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    CampaignId other = given.campaign();

    moveLead.move(lead, other);

    assertThat(followUpsOf(lead).get(0).campaign()).isEqualTo(other);
  }

  /** Rough, for the record: what a batch takes on a developer's machine. No limit is asserted. */
  @Test
  void aBatchOfFiveHundredClicksOfAsManyLeadsIsTakenInAFewStatements() {
    List<LeadId> leads = given.leads(campaign, 500);
    List<SignalReport> clicks =
        IntStream.range(0, 500).mapToObj(i -> named(leads.get(i), "c-" + i)).toList();
    List<SignalReport> opens =
        leads.stream().map(lead -> report(lead, SignalType.MAIL_OPENED)).toList();

    long begin = System.nanoTime();
    List<Receipt> receipts = recordSignals.record(clicks);
    long middle = System.nanoTime();
    recordSignals.record(opens);
    long end = System.nanoTime();

    LOG.infof(
        "500 first clicks: %d ms; 500 opened mails: %d ms",
        (middle - begin) / 1_000_000, (end - middle) / 1_000_000);
    assertThat(receipts).allMatch(receipt -> receipt.fate() == Fate.RECORDED);
    assertThat(events(EventType.SIGNAL_RECEIVED)).hasSize(500);
  }

  private static SignalReport click(Who who) {
    return new SignalReport(who, SignalType.LINK_CLICK, Optional.empty(), null, null, null);
  }

  private static SignalReport named(LeadId lead, String eventId) {
    return new SignalReport(
        Who.lead(lead), SignalType.LINK_CLICK, Optional.empty(), null, null, eventId);
  }
}
