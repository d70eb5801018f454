package io.warmline.core.quality;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What was said of the calls to a lead goes with it: it may tell of the person. */
@ApplicationScoped
class ReviewsOfLead implements LeadData {

  private final Reviews reviews;

  ReviewsOfLead(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    reviews.forget(lead);
  }
}
