package io.warmline.core.evidence;

import io.warmline.core.NotFound;
import io.warmline.core.id.CallId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.retention.Retentions;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells why calls were legal when they were made, by what was kept with them. */
@ApplicationScoped
public class ExplainCall {

  private final TenantTransaction transaction;
  private final KeptCalls calls;
  private final Retentions retentions;

  ExplainCall(TenantTransaction transaction, KeptCalls calls, Retentions retentions) {
    this.retentions = retentions;
    this.transaction = transaction;
    this.calls = calls;
  }

  /**
   * @throws NotFound if the tenant has no such call
   */
  public CallExplanation of(CallId call) {
    return transaction.call(
        () -> calls.byId(call).stream().findFirst().orElseThrow(() -> new NotFound("call", call)));
  }

  /**
   * Calls to a number.
   *
   * @param keptSince calls that began before have lost their numbers, so that none of them is here;
   *     empty: none has
   */
  public record ToNumber(
      List<CallExplanation> calls, boolean complete, Optional<Instant> keptSince) {}

  /**
   * The calls to a number, newest first. Those of erased leads are not among them, because nobody
   * knows any more whom they reached.
   *
   * @param most how many at most
   */
  public ToNumber to(PhoneNumber number, int most) {
    return transaction.call(
        () -> {
          List<CallExplanation> found = calls.to(number, most + 1);
          boolean complete = found.size() <= most;
          return new ToNumber(
              complete ? found : found.subList(0, most),
              complete,
              retentions.get().callDetailsSince());
        });
  }
}
