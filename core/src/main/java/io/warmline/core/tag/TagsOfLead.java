package io.warmline.core.tag;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** A tag may name a person: it goes with the last lead that has it, if that is erased. */
@ApplicationScoped
class TagsOfLead implements LeadData {

  private final KnownTags tags;

  TagsOfLead(KnownTags tags) {
    this.tags = tags;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    tags.forget(lead);
  }
}
