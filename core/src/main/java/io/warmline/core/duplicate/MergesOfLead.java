package io.warmline.core.duplicate;

import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person who is forgotten is forgotten in all leads that were merged into the one. */
@ApplicationScoped
class MergesOfLead implements LeadData {

  private final Mergers mergers;
  private final LeadBook book;
  private final Instance<LeadData> kept;

  MergesOfLead(Mergers mergers, LeadBook book, Instance<LeadData> kept) {
    this.mergers = mergers;
    this.book = book;
    this.kept = kept;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return !mergers.mergedInto(lead).isEmpty();
  }

  @Override
  public List<LeadId> madeOneWith(LeadId lead) {
    LeadId stays = lead;
    Optional<Merger> end = mergers.endOf(stays);
    while (end.isPresent()) {
      stays = end.get().lead();
      end = mergers.endOf(stays);
    }
    List<LeadId> all = new ArrayList<>(List.of(stays));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(mergers.mergedInto(all.get(i)));
    }
    return all;
  }

  /** What was known of the others is in the images of their mergers, and nowhere else. */
  @Override
  public void forget(LeadId lead, Instant now) {
    List<LeadId> merged = mergers.mergedInto(lead);
    mergers.imagesInto(lead).forEach(image -> book.rememberErased(image, now));
    mergers.forget(lead);
    merged.forEach(other -> kept.forEach(one -> one.forget(other, now)));
  }
}
