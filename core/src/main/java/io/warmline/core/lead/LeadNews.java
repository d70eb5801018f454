package io.warmline.core.lead;

import io.warmline.core.event.Events;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadBook.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told of leads. Counters and dates are not: the calls that move them are. */
@ApplicationScoped
class LeadNews {

  private final Events events;

  LeadNews(Events events) {
    this.events = events;
  }

  void created(Lead lead, Instant now) {
    events.record(new LeadEvent.Created(lead.id(), lead.campaign()), now);
  }

  void deleted(Lead lead, Instant now) {
    events.record(new LeadEvent.Deleted(lead.id(), lead.campaign()), now);
  }

  void of(List<Change> changes, Because because, Instant now) {
    events.recordAll(
        changes.stream().flatMap(change -> of(change, because).stream()).toList(), now);
  }

  private static List<LeadEvent> of(Change change, Because because) {
    Lead before = change.before();
    Lead after = change.after();
    LeadId id = after.id();
    if (after.isErased() && !before.isErased()) {
      return List.of(new LeadEvent.Erased(id, because.reason()));
    }
    List<LeadEvent> news = new ArrayList<>();
    if (!before.campaign().equals(after.campaign())) {
      news.add(new LeadEvent.Moved(id, before.campaign(), after.campaign()));
    } else if (!isDescribedAs(before, after)) {
      news.add(new LeadEvent.Updated(id, after.campaign()));
    }
    if (before.status() != after.status()) {
      news.add(
          new LeadEvent.StatusChanged(
              id, before.status(), after.status(), because.by(), because.reason()));
    }
    return news;
  }

  /**
   * Whether the same is known about the person, and the numbers are answered at the same places.
   */
  private static boolean isDescribedAs(Lead before, Lead after) {
    return before.externalId().equals(after.externalId())
        && before.profile().equals(after.profile())
        && before.numbers().equals(after.numbers())
        && places(before).equals(places(after));
  }

  private static List<Object> places(Lead lead) {
    return lead.phones().stream().<Object>map(LeadPhone::place).toList();
  }
}
