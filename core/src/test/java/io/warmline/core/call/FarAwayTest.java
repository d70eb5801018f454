package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slip of the pen loses nobody for a century, wherever the date is told. */
@QuarkusTest
class FarAwayTest extends OnPostgres {

  private static final LocalDate CENTURY = LocalDate.of(2126, 1, 4);

  @Inject PromiseCallback promises;

  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    lead = given.newLead(given.campaign()).contractEnd(LocalDate.of(2150, 6, 30)).create();
  }

  private static void tooFar(ThrowingCallable what, String at) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).code()).isEqualTo("TOO_FAR");
              assertThat(e.violations().get(0).pointer()).isEqualTo(at);
            });
  }

  @Test
  void aReturnThatACallAgreesOn() {
    tooFar(
        () -> desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, Desk.revisit(CENTURY)),
        "/revisitOn");
  }

  @Test
  void aCallbackOfACall() {
    tooFar(
        () ->
            desk.log(
                lead,
                agent,
                Disposition.CALLBACK_REQUESTED,
                Desk.callback(clock.instant().plus(Duration.ofDays(36_500)))),
        "/callback/dueAt");
  }

  @Test
  void aPromiseByItself() {
    tooFar(
        () -> promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(3_660)))),
        "/dueAt");
  }
}
