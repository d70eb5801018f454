package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.OnPostgres;
import io.warmline.core.TestClock;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What follows from a call, by its disposition. The clock shows 13:00 in New York, where the
 * prospects are.
 */
@QuarkusTest
class LogCallTest extends OnPostgres {

  @Inject Callbacks callbacks;
  @Inject PromiseCallback promiseCallback;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaignAndAnAgent() {
    campaign = given.campaign();
    agent = given.agent();
  }

  @ParameterizedTest(name = "{0}: {1}, then {2} at {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_ANSWER            | ATTEMPTING       | RETRY    | 2026-11-19T22:00:00Z | 1
          BUSY                 | ATTEMPTING       | RETRY    | 2026-11-18T18:30:00Z | 1
          VOICEMAIL_NO_MESSAGE | ATTEMPTING       | RETRY    | 2026-11-19T18:00:00Z | 1
          VOICEMAIL_LEFT       | ATTEMPTING       | RETRY    | 2026-11-20T18:00:00Z | 1
          FAX_OR_MODEM         | DISQUALIFIED     | NONE     |                      | 1
          DISCONNECTED         | DISQUALIFIED     | NONE     |                      | 1
          INVALID_NUMBER       | DISQUALIFIED     | NONE     |                      | 1
          TECHNICAL_FAILURE    | COLD             | RETRY    | 2026-11-18T18:15:00Z | 0
          ABANDONED_BY_US      | CONTACTED        | RETRY    | 2026-11-21T18:00:00Z | 1
          HUNG_UP              | CONTACTED        | RETRY    | 2026-11-25T18:00:00Z | 1
          WRONG_NUMBER         | DISQUALIFIED     | NONE     |                      | 1
          GATEKEEPER           | CONTACTED        | RETRY    | 2026-11-19T22:00:00Z | 1
          LEFT_LIVE_MESSAGE    | CONTACTED        | RETRY    | 2026-11-20T18:00:00Z | 1
          REFERRED_TO_OTHER    | DISQUALIFIED     | NONE     |                      | 1
          LANGUAGE_BARRIER     | CONTACTED        | RETRY    | 2026-11-18T22:00:00Z | 1
          CALLBACK_REQUESTED   | CALLBACK_PENDING | CALLBACK | 2026-11-28T18:00:00Z | 1
          NOT_NOW_NURTURE      | NURTURE          | NURTURE  | 2026-11-28T05:00:00Z | 1
          NOT_INTERESTED       | CONTACTED        | RETRY    | 2027-02-16T18:00:00Z | 1
          NOT_QUALIFIED        | DISQUALIFIED     | NONE     |                      | 1
          ALREADY_CUSTOMER     | CUSTOMER         | NONE     |                      | 1
          SALE                 | CUSTOMER         | NONE     |                      | 1
          DO_NOT_CALL          | DO_NOT_CALL      | NONE     |                      | 1
          DECEASED_OR_CLOSED   | DISQUALIFIED     | NONE     |                      | 1
          """)
  void everyDispositionOfAFirstCallHasItsConsequence(
      Disposition disposition, LeadStatus status, NextAction next, Instant at, int attempts) {
    LeadId lead = given.lead(campaign);
    Claim claim = desk.claim(agent);

    LoggedCall logged = desk.log(claim, disposition);

    assertThat(logged.leadStatus()).isEqualTo(status);
    assertThat(logged.next().action()).isEqualTo(next);
    assertThat(logged.next().at().orElse(null)).isEqualTo(at);
    assertThat(logged.call().late()).isFalse();
    assertThat(read(lead).attempts()).isEqualTo(attempts);
    assertThat(read(lead).status()).isEqualTo(status);
  }

  /**
   * The callback was due at 18:00 and claimed then; the campaign's grace is a quarter of an hour.
   */
  @ParameterizedTest(name = "{0} leaves the callback {1}, due at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_ANSWER            | SCHEDULED | 2026-11-19T22:00:00Z | CALLBACK_PENDING
          BUSY                 | SCHEDULED | 2026-11-18T18:30:00Z | CALLBACK_PENDING
          VOICEMAIL_NO_MESSAGE | SCHEDULED | 2026-11-19T18:00:00Z | CALLBACK_PENDING
          VOICEMAIL_LEFT       | SCHEDULED | 2026-11-20T18:00:00Z | CALLBACK_PENDING
          FAX_OR_MODEM         | CANCELLED | 2026-11-18T18:00:00Z | DISQUALIFIED
          DISCONNECTED         | CANCELLED | 2026-11-18T18:00:00Z | DISQUALIFIED
          INVALID_NUMBER       | CANCELLED | 2026-11-18T18:00:00Z | DISQUALIFIED
          TECHNICAL_FAILURE    | SCHEDULED | 2026-11-18T18:15:00Z | CALLBACK_PENDING
          ABANDONED_BY_US      | SCHEDULED | 2026-11-21T18:00:00Z | CALLBACK_PENDING
          HUNG_UP              | KEPT      | 2026-11-18T18:00:00Z | CONTACTED
          WRONG_NUMBER         | CANCELLED | 2026-11-18T18:00:00Z | DISQUALIFIED
          GATEKEEPER           | SCHEDULED | 2026-11-19T22:00:00Z | CALLBACK_PENDING
          LEFT_LIVE_MESSAGE    | SCHEDULED | 2026-11-20T18:00:00Z | CALLBACK_PENDING
          REFERRED_TO_OTHER    | KEPT      | 2026-11-18T18:00:00Z | DISQUALIFIED
          LANGUAGE_BARRIER     | DUE       | 2026-11-18T18:00:00Z | CALLBACK_PENDING
          CALLBACK_REQUESTED   | SCHEDULED | 2026-11-28T18:00:00Z | CALLBACK_PENDING
          NOT_NOW_NURTURE      | KEPT      | 2026-11-18T18:00:00Z | NURTURE
          NOT_INTERESTED       | KEPT      | 2026-11-18T18:00:00Z | CONTACTED
          NOT_QUALIFIED        | KEPT      | 2026-11-18T18:00:00Z | DISQUALIFIED
          ALREADY_CUSTOMER     | KEPT      | 2026-11-18T18:00:00Z | CUSTOMER
          SALE                 | KEPT      | 2026-11-18T18:00:00Z | CUSTOMER
          DO_NOT_CALL          | CANCELLED | 2026-11-18T18:00:00Z | DO_NOT_CALL
          DECEASED_OR_CLOSED   | CANCELLED | 2026-11-18T18:00:00Z | DISQUALIFIED
          """)
  void everyDispositionDecidesWhatBecomesOfADueCallback(
      Disposition disposition, CallbackStatus status, Instant dueAt, LeadStatus leadStatus) {
    LeadId lead = given.lead(campaign);
    clock.set(TestClock.START.minus(Duration.ofHours(1)));
    CallbackId callback = promiseCallback.promise(lead, Desk.at(TestClock.START)).id();
    clock.reset();
    Claim claim = desk.claim(agent);

    LoggedCall logged = desk.log(claim, disposition);

    assertThat(claim.callback()).contains(callback);
    var after = transaction.call(() -> callbacks.get(callback));
    assertThat(after.status()).isEqualTo(status);
    assertThat(after.window().dueAt()).isEqualTo(dueAt);
    assertThat(logged.leadStatus()).isEqualTo(leadStatus);
  }
}
