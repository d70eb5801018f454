package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.OnPostgres;
import io.warmline.core.call.LogCall;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.script.RenderTalkTrack.Wishes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A prospect hears the words that hold now, on the day on which they were said, or none. */
@QuarkusTest
class WordsThatHoldTest extends OnPostgres {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String PLAIN = "call you back";

  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject RenderTalkTrack renderTalkTrack;
  @Inject MergeLeads mergeLeads;
  @Inject LogCall logCall;

  private AgentId agent;
  private CampaignId campaign;
  private LeadId lead;

  @BeforeEach
  void aLeadInNewYork() {
    clock.set(newYork("2026-11-18T10:15"));
    agent = given.agentNamed("Dave Miller");
    campaign = given.campaign();
    lead = given.newLead(campaign).zone("America/New_York").create();
  }

  private static Instant newYork(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  private static Wish wish(String at, String words) {
    return new Wish(
        Optional.ofNullable(at).map(WordsThatHoldTest::newYork),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(words),
        Optional.empty());
  }

  private void says(String words) {
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(wish(null, words)));
  }

  private Callback open() {
    return transaction.call(() -> callbacks.openOf(lead)).orElseThrow();
  }

  private void isMoved(String at, String words) {
    promises.change(open().id(), Optional.empty(), wish(at, words));
  }

  /** The opener of the call that is due. */
  private String opener() {
    clock.set(open().window().dueAt());
    return renderTalkTrack
        .of(lead, Optional.of(agent), new Wishes(Optional.empty(), Map.of(), Optional.empty()))
        .track()
        .text();
  }

  @Test
  void wordsOfAnotherTimeAreNotRepeatedAndStayOnRecord() {
    says("call me tomorrow at three");

    isMoved("2026-12-02T11:00", "call me tomorrow at three");

    assertThat(open().words()).isEqualTo("call me tomorrow at three");
    assertThat(opener()).contains(PLAIN).doesNotContain("three");
  }

  @Test
  void wordsThatStillFitAre() {
    says("call me in a month");

    isMoved("2026-12-21T10:15", "call me in a month");

    assertThat(opener()).contains("in a month");
  }

  @Test
  void aFewMinutesAreTheSameTime() {
    says("call me tomorrow at three");

    isMoved("2026-11-19T15:10", "call me tomorrow at three");

    assertThat(opener()).contains("at three");
  }

  @Test
  void wordsThatCameLaterWereSaidLater() {
    says("call me in a month");
    clock.set(newYork("2026-11-30T09:00"));

    isMoved(null, "call me on Friday at ten");

    assertThat(opener()).contains("on Friday").doesNotContain("in a month");
    assertThat(open().saidAt()).isEqualTo(newYork("2026-11-30T09:00"));
  }

  @Test
  void whoPutsItOffWithoutWordsIsNotRemindedOfThoseBefore() {
    says("call me tomorrow at three");
    clock.set(newYork("2026-11-19T15:00"));

    desk.log(
        lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(wish("2026-12-09T10:00", null)));

    assertThat(open().words()).isEqualTo("call me tomorrow at three");
    assertThat(opener()).contains(PLAIN).doesNotContain("three");
  }

  @Test
  void whoSaysTheSameAgainHasSaidItThen() {
    says("call me in two weeks");
    clock.set(newYork("2026-12-02T10:15"));

    says("call me in two weeks");

    assertThat(open().saidAt()).isEqualTo(newYork("2026-12-02T10:15"));
    assertThat(opener()).contains("in two weeks");
  }

  @Test
  void wordsThatAreTakenAwayAreNotRepeated() {
    says("call me in a month");

    isMoved("2026-12-18T10:15", null);

    assertThat(open().words()).isNull();
    assertThat(open().saidAt()).isNull();
    assertThat(opener()).contains(PLAIN);
  }

  @Test
  void whoIsMergedHasSaidItThen() {
    says("call me in a month");
    Instant said = open().saidAt();
    LeadId stays = given.newLead(campaign).zone("America/New_York").create();
    clock.set(newYork("2026-11-28T09:00"));

    mergeLeads.merge(stays, lead);

    assertThat(transaction.call(() -> callbacks.openOf(stays)).orElseThrow().saidAt())
        .isEqualTo(said);
  }

  @Test
  void whatIsLoggedLateWasSaidInTheCall() {
    clock.set(newYork("2026-11-18T18:00"));

    logCall.log(
        new ReportedCall(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            Optional.empty(),
            Disposition.CALLBACK_REQUESTED,
            Optional.of(newYork("2026-11-18T10:20")),
            null,
            null,
            Desk.callback(wish(null, "call me in a month"))));

    assertThat(open().saidAt()).isEqualTo(newYork("2026-11-18T10:20"));
  }
}
