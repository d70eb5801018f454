package io.warmline.core.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.EventType;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.retention.RetentionRules;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeysTest extends OnPostgres {

  @Inject IdempotencyKeys keys;

  @RepeatedTest(5)
  void aKeyUsedByEightThreadsAtOnceTakesEffectOnce() {
    TenantId tenant = given.tenant();
    CampaignId campaign = given.campaign();
    Callable<StoredAnswer> request = () -> given.as(tenant, () -> untilAnswered(campaign));

    List<StoredAnswer> answers = Race.of(Collections.nCopies(8, request));

    assertThat(answers).containsOnly(answers.get(0));
    assertThat(events(EventType.LEAD_CREATED)).hasSize(1);
  }

  /** As a client does: 409 is asked again. */
  private StoredAnswer untilAnswered(CampaignId campaign) {
    while (true) {
      try {
        return transaction.call(() -> answer("key", "a", campaign));
      } catch (WarmlineException e) {
        if (e.code() != ProblemCode.IDEMPOTENCY_KEY_IN_USE) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private StoredAnswer answer(String key, String fingerprint, CampaignId campaign) {
    Optional<StoredAnswer> before = keys.begin(key, fingerprint);
    if (before.isPresent()) {
      return before.get();
    }
    LeadId lead = given.lead(campaign);
    StoredAnswer answer = new StoredAnswer(201, Map.of("Location", "/v1/leads/" + lead), "{}");
    keys.keep(key, fingerprint, answer, clock.instant());
    return answer;
  }

  @Test
  void aKeyOfAnotherRequestIsRefused() {
    CampaignId campaign = given.campaign();
    transaction.run(() -> answer("key", "a", campaign));

    assertThatThrownBy(() -> transaction.run(() -> answer("key", "b", campaign)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void aKeyWhoseRequestFailedIsFree() {
    CampaignId campaign = given.campaign();
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      answer("key", "a", campaign);
                      throw new IllegalStateException("the server stumbles");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(transaction.call(() -> keys.begin("key", "b"))).isEmpty();
    assertThat(events(EventType.LEAD_CREATED)).isEmpty();
  }

  @Test
  void aKeyIsTheTenantsOwn() {
    transaction.run(() -> answer("key", "a", given.campaign()));
    given.newTenant();

    assertThat(transaction.call(() -> keys.begin("key", "b"))).isEmpty();
  }

  @Test
  void anAnswerIsKeptForThirtyDays() {
    CampaignId campaign = given.campaign();
    transaction.run(() -> answer("key", "a", campaign));

    clock.advance(RetentionRules.USUAL.ofAnswers());
    int early =
        transaction.call(
            () -> keys.forgetBefore(clock.instant().minus(RetentionRules.USUAL.ofAnswers())));
    clock.advance(Duration.ofNanos(1000));
    int late =
        transaction.call(
            () -> keys.forgetBefore(clock.instant().minus(RetentionRules.USUAL.ofAnswers())));

    assertThat(early).isZero();
    assertThat(late).isEqualTo(1);
  }
}
