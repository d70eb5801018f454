package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.Interpretation.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that may ring in several zones, Monday to Friday 9:00 to 20:00 in all of them. */
class CandidateTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-18T15:15:00Z");

  @ParameterizedTest(name = "{0} in {1}: {2} by the clock of {3}, {4}")
  @CsvSource({
    // legal on both clocks as the first zone has it
    "tomorrow at 3, America/New_York America/Los_Angeles, 2026-11-19T15:00, America/New_York,"
        + " ZONE_UNCERTAIN",
    // 10:00 in New York is 7:00 in Los Angeles; 10:00 in Los Angeles is 13:00 in New York
    "tomorrow at 10 am, America/New_York America/Los_Angeles, 2026-11-19T13:00,"
        + " America/Los_Angeles, ZONE_UNCERTAIN",
    // legal on neither: the next time that is legal on both
    "tomorrow at 8:15 am, America/New_York America/Los_Angeles, 2026-11-19T12:00, America/New_York,"
        + " OUTSIDE_CALLING_HOURS ZONE_UNCERTAIN",
    // clocks that agree leave no doubt
    "tomorrow at 3, America/Detroit America/New_York, 2026-11-19T15:00, America/Detroit, ''",
    // a day is the same day everywhere, in the hours that are common
    "tomorrow, America/New_York America/Los_Angeles, 2026-11-19T12:00, America/New_York, ''"
  })
  void theReadingThatIsLegalOnAllClocksCountsAndElseTheFirst(
      String words, String zones, LocalDateTime dueInNewYork, ZoneId chosen, String warnings) {
    List<ZoneId> candidates = List.of(zones.split(" ", -1)).stream().map(ZoneId::of).toList();
    Prospect prospect =
        new Prospect(
            LeadId.next(),
            CampaignId.next(),
            Optional.empty(),
            candidates,
            Set.copyOf(candidates),
            Customs.DEFAULT,
            year -> Map.of(),
            Optional.empty(),
            Optional.empty());
    LegalFitting fitting =
        new LegalFitting(i -> CallingHours.DEFAULT.openingAt(candidates, i), NOW);
    Understanding understanding = new Understanding(prospect, NOW, fitting, Set.of());

    AgreedTime agreed =
        Candidate.best(
            candidates.stream()
                .map(
                    zone ->
                        understanding.candidate(
                            (Resolved) understanding.interpret(words, zone), zone))
                .toList(),
            CallbackResolution.WORDS,
            Duration.ofMinutes(15));

    assertThat(agreed.window().dueAt()).isEqualTo(dueInNewYork.atZone(NEW_YORK).toInstant());
    assertThat(agreed.reading().intent().orElseThrow().zone()).isEqualTo(chosen);
    assertThat(agreed.reading().remarks().warnings())
        .extracting(Reading.Warning::code)
        .containsExactlyElementsOf(
            warnings.isEmpty() ? List.of() : List.of(warnings.split(" ", -1)));
    assertThat(agreed.reading().needsConfirmation()).isEqualTo(!warnings.isEmpty());
  }
}
