package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.core.InvalidValue;
import io.warmline.core.callback.AgreeOnMeeting;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The start of a meeting where it was sent in words. */
@ApplicationScoped
class MeetingWords {

  private final AgreeOnMeeting agree;

  MeetingWords(AgreeOnMeeting agree) {
    this.agree = agree;
  }

  /**
   * When it starts.
   *
   * @param startsAt null: words say it, or nothing does
   * @param spokenAt empty: now
   * @param within where both stand in the request
   * @return null if nothing says it
   * @throws InvalidValue if both do, or the words leave a choice
   */
  @Nullable OffsetDateTime start(
      @Nullable OffsetDateTime startsAt,
      @Nullable String words,
      Supplier<LeadId> lead,
      Optional<Instant> spokenAt,
      String within) {
    if (words == null) {
      return startsAt;
    }
    if (startsAt != null) {
      throw new InvalidValue(
          within + "/words", "ONE_TIME_ONLY", "give one of startsAt and words, not both");
    }
    return utc(agree.startOf(lead.get(), words, spokenAt, within + "/words"));
  }
}
