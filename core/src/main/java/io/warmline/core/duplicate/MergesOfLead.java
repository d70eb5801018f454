package io.warmline.core.duplicate;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;

/** A person who is forgotten is forgotten in all leads that were merged into the one. */
@ApplicationScoped
class MergesOfLead implements LeadData {

  private final Mergers mergers;
  private final Instance<LeadData> kept;

  MergesOfLead(Mergers mergers, Instance<LeadData> kept) {
    this.mergers = mergers;
    this.kept = kept;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return !mergers.mergedInto(lead).isEmpty();
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    List<LeadId> merged = mergers.mergedInto(lead);
    mergers.forget(lead);
    merged.forEach(other -> kept.forEach(one -> one.forget(other, now)));
  }
}
