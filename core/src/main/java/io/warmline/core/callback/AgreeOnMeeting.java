package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.CallbackPhrases;
import io.warmline.core.phrase.Confidence;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.PhraseReading;
import io.warmline.core.phrase.Precision;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a meeting starts that was agreed in words. Of a callback the words may be vague; two people
 * who meet have to mean the same minute, so what leaves any choice is refused, and asked about.
 */
@ApplicationScoped
public class AgreeOnMeeting {

  private final TenantTransaction transaction;
  private final Prospects prospects;
  private final Clock clock;

  AgreeOnMeeting(TenantTransaction transaction, Prospects prospects, Clock clock) {
    this.transaction = transaction;
    this.prospects = prospects;
    this.clock = clock;
  }

  /**
   * The minute that the words name by the prospect's own clock.
   *
   * @param spokenAt empty: now
   * @param pointer where the words stand in the request, for refusals
   * @throws InvalidValue MEETING_TIME_UNCLEAR if they name no day and time of day, or could mean
   *     another
   * @throws NotFound if there is no such lead
   */
  public Instant startOf(LeadId lead, String words, Optional<Instant> spokenAt, String pointer) {
    return transaction.call(
        () -> {
          Prospect prospect = prospects.get(lead);
          Set<Instant> meant = new HashSet<>();
          for (ZoneId zone : prospect.zones()) {
            PhraseReading reading =
                CallbackPhrases.read(
                    words,
                    Understanding.context(prospect, spokenAt.orElseGet(clock::instant), zone));
            meant.add(only(reading, pointer));
          }
          if (meant.size() > 1) {
            throw unclear(pointer, "the prospect may be in several zones: " + prospect.zones());
          }
          return meant.iterator().next();
        });
  }

  private static Instant only(PhraseReading reading, String pointer) {
    if (reading.interpretation() instanceof Unresolved unresolved) {
      throw unclear(pointer, unresolved.reason().sentence());
    }
    Resolved resolved = (Resolved) reading.interpretation();
    boolean oneMinute =
        resolved.precision() == Precision.EXACT_TIME
            && resolved.firstDate().equals(resolved.lastDate());
    if (!oneMinute) {
      throw unclear(pointer, "they name no single day and time of day");
    }
    if (resolved.confidence() != Confidence.HIGH || resolved.needsConfirmation()) {
      throw unclear(pointer, resolved.explanation());
    }
    if (!reading.notUnderstood().isEmpty()) {
      throw unclear(pointer, "some of them were not understood");
    }
    return resolved.preferred();
  }

  private static InvalidValue unclear(String pointer, String why) {
    return new InvalidValue(
        pointer,
        "MEETING_TIME_UNCLEAR",
        "must leave no choice of day and time, such as \"Wednesday next week at 2 pm\", and "
            + why
            + "; ask the prospect, or give startsAt");
  }
}
