package io.warmline.core.lead;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.event.Events.Happening;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadBook.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of leads. Counters and dates are not: the calls that move them are. */
@ApplicationScoped
class LeadNews {

  private static final String CAMPAIGN = "campaignId";
  private static final String REASON = "reason";

  private final Events events;

  LeadNews(Events events) {
    this.events = events;
  }

  void created(Lead lead, Instant now) {
    events.recordAll(
        List.of(happening(EventType.LEAD_CREATED, lead, Map.of(CAMPAIGN, lead.campaign()))), now);
  }

  void deleted(Lead lead, Instant now) {
    events.recordAll(
        List.of(happening(EventType.LEAD_DELETED, lead, Map.of(CAMPAIGN, lead.campaign()))), now);
  }

  void of(List<Change> changes, Because because, Instant now) {
    events.recordAll(
        changes.stream().flatMap(change -> of(change, because).stream()).toList(), now);
  }

  private static List<Happening> of(Change change, Because because) {
    Lead before = change.before();
    Lead after = change.after();
    if (after.isErased() && !before.isErased()) {
      return List.of(happening(EventType.LEAD_ERASED, after, of(REASON, because.reason())));
    }
    List<Happening> news = new ArrayList<>();
    if (!before.campaign().equals(after.campaign())) {
      news.add(
          happening(
              EventType.LEAD_MOVED,
              after,
              Map.of("from", before.campaign(), "to", after.campaign())));
    } else if (!isDescribedAs(before, after)) {
      news.add(happening(EventType.LEAD_UPDATED, after, Map.of(CAMPAIGN, after.campaign())));
    }
    if (before.status() != after.status()) {
      news.add(happening(EventType.LEAD_STATUS_CHANGED, after, statuses(change, because)));
    }
    return news;
  }

  private static Map<String, @Nullable Object> statuses(Change change, Because because) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("from", change.before().status());
    data.put("to", change.after().status());
    data.put("agentId", because.by());
    data.put(REASON, because.reason());
    return data;
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

  private static Map<String, @Nullable Object> of(String name, @Nullable Object value) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put(name, value);
    return data;
  }

  private static Happening happening(
      EventType type, Lead lead, Map<String, ? extends @Nullable Object> data) {
    return new Happening(type, lead.id().value(), new LinkedHashMap<>(data));
  }
}
