package io.warmline.core.callrecord;

import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CallId;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps where the recordings of calls are. The recordings themselves are kept elsewhere. */
@ApplicationScoped
public class KeepRecording {

  private final TenantTransaction transaction;
  private final Calls calls;
  private final CallBook book;
  private final LeadBook leads;

  KeepRecording(TenantTransaction transaction, Calls calls, CallBook book, LeadBook leads) {
    this.transaction = transaction;
    this.calls = calls;
    this.book = book;
    this.leads = leads;
  }

  /**
   * Where the recording of a call is.
   *
   * @throws NotFound if there is no such call, or no recording of it is known
   */
  public RecordingUrl of(CallId id) {
    return transaction.call(
        () -> Optional.ofNullable(calls.get(id).recording()).orElseThrow(() -> unknown(id)));
  }

  /**
   * Notes where it is, in place of what was noted before.
   *
   * @throws NotFound if there is no such call
   * @throws WarmlineException LEAD_ERASED, CALL_DETAILS_GONE if nothing of what was said in the
   *     call is to be kept any more
   */
  public void set(CallId id, RecordingUrl url) {
    transaction.run(() -> note(id, url));
  }

  /**
   * Forgets where it is.
   *
   * @throws NotFound if there is no such call, or no recording of it is known
   */
  public void remove(CallId id) {
    transaction.run(
        () -> {
          if (calls.get(id).recording() == null) {
            throw unknown(id);
          }
          book.record(id, null);
        });
  }

  private static NotFound unknown(CallId id) {
    return new NotFound("recording of the call", id);
  }

  /** The lead is taken, so that nothing is noted while it is erased. */
  private void note(CallId id, RecordingUrl url) {
    leads.take(calls.get(id).lead()).requireNotErased();
    calls.requireDetails(id);
    book.record(id, url);
  }
}
