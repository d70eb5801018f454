package io.warmline.core.quality;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ReviewId;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says of calls how good they were, corrects that, and takes it back. */
@ApplicationScoped
public class ReviewCall {

  private static final int MOST = 20;

  private final TenantTransaction transaction;
  private final Calls calls;
  private final LeadBook leads;
  private final Agents agents;
  private final Reviews reviews;
  private final Clock clock;

  ReviewCall(
      TenantTransaction transaction,
      Calls calls,
      LeadBook leads,
      Agents agents,
      Reviews reviews,
      Clock clock) {
    this.transaction = transaction;
    this.calls = calls;
    this.leads = leads;
    this.agents = agents;
    this.reviews = reviews;
    this.clock = clock;
  }

  /**
   * What was said of a call, oldest first.
   *
   * @throws NotFound if there is no such call
   */
  public List<Review> of(CallId id) {
    return transaction.call(() -> reviews.of(calls.get(id).id()));
  }

  /**
   * What was said in one review.
   *
   * @throws NotFound if the call has no such review
   */
  public Review get(CallId call, ReviewId id) {
    return transaction.call(() -> reviews.get(calls.get(call).id(), id));
  }

  /**
   * Says something of a call.
   *
   * @throws NotFound if there is no such call, or no such agent as its reviewer
   * @throws WarmlineException LEAD_ERASED, CALL_DETAILS_GONE if nothing is to be kept of the call
   *     any more; TOO_MANY_REVIEWS if that much was said of it
   */
  public Review add(CallId id, Verdict verdict) {
    return transaction.call(
        () -> {
          Call call = kept(id);
          requireReviewer(verdict);
          if (reviews.of(id).size() >= MOST) {
            throw new WarmlineException(
                ProblemCode.TOO_MANY_REVIEWS,
                "The call has " + MOST + " reviews. Correct one of them, or delete one.");
          }
          Instant now = clock.instant();
          Review review =
              new Review(
                  ReviewId.next(),
                  0,
                  id,
                  call.lead(),
                  call.campaign(),
                  call.agent(),
                  verdict,
                  now,
                  now);
          reviews.add(review);
          return review;
        });
  }

  /**
   * Says it anew.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if the call has no such review, or there is no such agent as its reviewer
   * @throws WarmlineException VERSION_MISMATCH if somebody else has corrected it since
   */
  public Review correct(CallId call, ReviewId id, Optional<Integer> version, Verdict verdict) {
    return transaction.call(
        () -> {
          kept(call);
          Versions.require(reviews.lock(call, id).version(), version);
          requireReviewer(verdict);
          reviews.correct(id, verdict, clock.instant());
          return reviews.get(call, id);
        });
  }

  /**
   * Takes it back.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if the call has no such review
   * @throws WarmlineException VERSION_MISMATCH if somebody else has corrected it since
   */
  public void remove(CallId call, ReviewId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Versions.require(reviews.lock(call, id).version(), version);
          reviews.remove(id);
        });
  }

  /** The lead is taken, so that nothing is said while it is erased. */
  private Call kept(CallId id) {
    Call call = calls.get(id);
    leads.take(call.lead()).requireNotErased();
    calls.requireDetails(id);
    return call;
  }

  private void requireReviewer(Verdict verdict) {
    verdict.reviewer().ifPresent(agents::requireKnown);
  }
}
