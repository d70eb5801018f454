package io.warmline.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.RemoveLead;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What supervisors say of calls. */
@QuarkusTest
class ReviewCallTest extends OnPostgres {

  @Inject ReviewCall reviewCall;
  @Inject Reviews reviews;
  @Inject RemoveLead removeLead;

  AgentId agent;
  AgentId supervisor;
  LeadId lead;
  CallId call;

  @BeforeEach
  void aCall() {
    agent = given.agent();
    supervisor = given.agentNamed("Sue Perry");
    lead = given.lead(given.campaign());
    call = desk.log(lead, agent, Disposition.NOT_INTERESTED).call().id();
  }

  private Verdict verdict(String note, Criterion... criteria) {
    return new Verdict(Optional.of(supervisor), List.of(criteria), Optional.ofNullable(note));
  }

  @Test
  void aSupervisorScoresACallAndCorrectsTheReview() {
    Review said =
        reviewCall.add(
            call, verdict("Slower.", new Criterion("Opening", 70), new Criterion("Time", 85)));
    clock.advance(Duration.ofHours(1));

    Review corrected =
        reviewCall.correct(
            call,
            said.id(),
            Optional.of(said.version()),
            verdict(null, new Criterion("Opening", 90)));

    assertThat(said.agent()).isEqualTo(agent);
    assertThat(said.verdict().score()).hasValue(77.5);
    assertThat(corrected.verdict().score()).hasValue(90);
    assertThat(corrected.verdict().note()).isEmpty();
    assertThat(corrected.createdAt()).isEqualTo(said.createdAt());
    assertThat(corrected.updatedAt()).isEqualTo(clock.instant());
    assertThat(reviewCall.of(call)).containsExactly(corrected);
  }

  @Test
  void aReviewIsTakenBack() {
    Review said = reviewCall.add(call, verdict("Slower."));

    reviewCall.remove(call, said.id(), Optional.empty());

    assertThat(reviewCall.of(call)).isEmpty();
    assertThatThrownBy(() -> reviewCall.remove(call, said.id(), Optional.empty()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatWasCorrectedSinceItWasReadIsNeitherCorrectedNorTakenBack() {
    Review said = reviewCall.add(call, verdict("Slower."));
    Optional<Integer> seen = Optional.of(said.version());

    Review corrected = reviewCall.correct(call, said.id(), seen, verdict("Faster."));

    assertThat(corrected.version()).isEqualTo(said.version() + 1);
    stale(() -> reviewCall.correct(call, said.id(), seen, verdict("As before.")));
    stale(() -> reviewCall.remove(call, said.id(), seen));
    assertThat(reviewCall.get(call, said.id())).isEqualTo(corrected);
  }

  /** The lead is taken by whoever corrects; whoever takes a review back locks its row alone. */
  @Test
  void ofCorrectionsAtOnceOneIsMade() {
    Review said = reviewCall.add(call, verdict("Slower."));
    TenantId tenant = given.tenant();
    Callable<Boolean> correction = () -> given.as(tenant, () -> isCorrected(said));
    Callable<Boolean> removal = () -> given.as(tenant, () -> isRemoved(said));
    List<Callable<Boolean>> all = new ArrayList<>(Collections.nCopies(7, correction));
    all.add(removal);

    assertThat(Race.of(all)).containsOnlyOnce(true);
  }

  private boolean isCorrected(Review seen) {
    try {
      reviewCall.correct(call, seen.id(), Optional.of(seen.version()), verdict("Faster."));
      return true;
    } catch (WarmlineException e) {
      return false;
    }
  }

  private boolean isRemoved(Review seen) {
    try {
      reviewCall.remove(call, seen.id(), Optional.of(seen.version()));
      return true;
    } catch (WarmlineException e) {
      return false;
    }
  }

  private static void stale(ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.VERSION_MISMATCH));
  }

  @Test
  void aReviewIsOfItsCallAlone() {
    Review said = reviewCall.add(call, verdict("Slower."));
    CallId other =
        desk.log(given.lead(given.campaign()), agent, Disposition.NOT_INTERESTED).call().id();

    assertThatThrownBy(() -> reviewCall.remove(other, said.id(), Optional.empty()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> reviewCall.correct(other, said.id(), Optional.empty(), verdict("Faster.")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatSaysNothingOrTooMuchIsRefused() {
    List<List<Criterion>> wrong =
        List.of(
            List.of(new Criterion("Opening", 101)),
            List.of(new Criterion("Opening", -1)),
            List.of(new Criterion(" ", 50)),
            List.of(new Criterion("Opening", 50), new Criterion("opening ", 60)),
            Collections.nCopies(21, new Criterion("Opening", 50)));

    assertThat(wrong)
        .allSatisfy(
            criteria ->
                assertThatThrownBy(() -> verdict(null, criteria.toArray(Criterion[]::new)))
                    .isInstanceOf(InvalidValue.class));
    assertThatThrownBy(() -> verdict("  ")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> verdict("x".repeat(4001))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aReviewerWhomNobodyKnowsIsRefused() {
    Verdict strange = new Verdict(Optional.of(AgentId.next()), List.of(), Optional.of("Slower."));

    assertThatThrownBy(() -> reviewCall.add(call, strange)).isInstanceOf(NotFound.class);
  }

  @Test
  void aCallHasTwentyReviewsAtTheMost() {
    IntStream.range(0, 20).forEach(i -> reviewCall.add(call, verdict("Note " + i)));

    assertThatThrownBy(() -> reviewCall.add(call, verdict("One more.")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REVIEWS));
  }

  @Test
  void anErasedLeadTakesItsReviewsWithIt() {
    reviewCall.add(call, verdict("He was rude."));

    removeLead.erase(lead, "asked to");

    assertThat(reviewCall.of(call)).isEmpty();
    assertThatThrownBy(() -> reviewCall.add(call, verdict("Slower.")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.LEAD_ERASED));
  }

  @Test
  void notesAreForgottenWithOldCallsAndScoresAreNot() {
    reviewCall.add(call, verdict("He was rude.", new Criterion("Opening", 70)));
    reviewCall.add(call, verdict("A note alone."));

    int forgotten =
        transaction.call(() -> reviews.forgetNotes(clock.instant().plusSeconds(1), 100));

    assertThat(forgotten).isEqualTo(2);
    assertThat(reviewCall.of(call))
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.verdict().note()).isEmpty();
              assertThat(left.verdict().score()).hasValue(70);
            });
  }
}
