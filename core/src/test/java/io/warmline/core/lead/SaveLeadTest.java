package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.LeadId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known about a prospect is read back as it was stated. */
@QuarkusTest
class SaveLeadTest extends OnPostgres {

  private static final LeadProfile FULL =
      new LeadProfile(
          "Dr",
          "Grace",
          "Hopper",
          "Navy",
          "Rear admiral",
          "grace@abc.example",
          "https://abc.example",
          new LeadProfile.Address("1 Main St", "Arlington", "Arlington", "VA", "22201", "US"),
          ZoneId.of("America/New_York"),
          new LeadConsent(
              ConsentKind.WRITTEN, Instant.parse("2026-11-02T09:30:00Z"), "Form 2026-1102"),
          "en",
          700,
          "likes COBOL",
          Map.of("ship", "Hopper"),
          LocalDate.of(2027, 3, 31),
          null,
          null,
          new Tags(List.of("Fair 2026", "solar")));

  @Inject SaveLead saveLead;

  @Test
  void everythingThatIsKnownIsKept() {
    LeadId lead = saveLead.create(given.campaign(), facts(FULL)).id();

    assertThat(read(lead).profile()).isEqualTo(FULL);
  }

  @Test
  void whereNothingIsKnownNothingIsMadeUp() {
    LeadId lead = saveLead.create(given.campaign(), facts(LeadProfile.UNKNOWN)).id();

    assertThat(read(lead).profile()).isEqualTo(LeadProfile.UNKNOWN);
  }

  @Test
  void aChangeReplacesAllThatWasKnown() {
    LeadId lead = saveLead.create(given.campaign(), facts(FULL)).id();

    saveLead.change(lead, Optional.empty(), l -> facts(LeadProfile.UNKNOWN));

    assertThat(read(lead).profile()).isEqualTo(LeadProfile.UNKNOWN);
  }

  @Test
  void readingALeadDoesNotChangeItsVersion() {
    LeadId unknown = saveLead.create(given.campaign(), facts(LeadProfile.UNKNOWN)).id();
    LeadId full = saveLead.create(given.campaign(), facts(FULL)).id();

    int unknownBefore = read(unknown).version();
    int fullBefore = read(full).version();

    assertThat(read(unknown).version()).isEqualTo(unknownBefore);
    assertThat(read(full).version()).isEqualTo(fullBefore);
  }

  private static LeadFacts facts(LeadProfile profile) {
    return new LeadFacts(Optional.empty(), profile, List.of(Fixture.number()));
  }
}
