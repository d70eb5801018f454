package io.warmline.sdk;

import io.warmline.sdk.model.LeadSource;
import java.util.UUID;

/** Which leads of a campaign are exported. Immutable: every method gives a new one. */
public final class LeadSegment {
  private final Query query;

  private LeadSegment(Query query) {
    this.query = query;
  }

  /** All of them. */
  public static LeadSegment all() {
    return new LeadSegment(Query.NONE);
  }

  /** Only leads with this tag, in any case. */
  public LeadSegment tag(String tag) {
    return new LeadSegment(query.with("tag", tag));
  }

  /** Only leads that this import made. */
  public LeadSegment importId(UUID importId) {
    return new LeadSegment(query.with("importId", importId));
  }

  /** Only leads from a list that this system wrote. */
  public LeadSegment source(LeadSource source) {
    return new LeadSegment(query.with("source", source.name()));
  }

  /** Only leads that this saved filter finds now. */
  public LeadSegment savedFilterId(UUID savedFilterId) {
    return new LeadSegment(query.with("savedFilterId", savedFilterId));
  }

  Query query() {
    return query;
  }
}
