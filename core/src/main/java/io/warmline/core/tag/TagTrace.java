package io.warmline.core.tag;

import io.warmline.core.id.LeadId;
import io.warmline.core.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** A tag may name a person: it goes with the last lead that has it, if that is erased. */
@ApplicationScoped
class TagTrace implements Trace {

  private final KnownTags tags;

  TagTrace(KnownTags tags) {
    this.tags = tags;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    tags.forget(lead);
  }
}
