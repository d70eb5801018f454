package io.warmline.core.duplicate;

import io.warmline.core.id.LeadId;
import io.warmline.core.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;

/** A person who is forgotten is forgotten in all leads that were merged into the one. */
@ApplicationScoped
class MergeTrace implements Trace {

  private final Mergers mergers;
  private final Instance<Trace> traces;

  MergeTrace(Mergers mergers, Instance<Trace> traces) {
    this.mergers = mergers;
    this.traces = traces;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return !mergers.mergedInto(lead).isEmpty();
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    List<LeadId> merged = mergers.mergedInto(lead);
    mergers.forget(lead);
    merged.forEach(other -> traces.forEach(trace -> trace.forget(other, now)));
  }
}
