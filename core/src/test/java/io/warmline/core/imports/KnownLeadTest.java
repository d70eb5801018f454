package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.ZoneSource;
import io.warmline.core.queue.HouseGround;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownLeadTest {

  private static final PhoneNumber MIAMI = new PhoneNumber("+13052345678");

  @Test
  void anImportDoesNotForgetWhereTheProspectSaidToBe() {
    KnownLead lead =
        KnownLead.stored(
            new UUID(0, 1),
            3,
            new KnownLead.Known(
                Map.of(
                    LeadField.COUNTRY,
                    "US",
                    LeadField.REGION,
                    "FL",
                    LeadField.STATED_COUNTRY,
                    "US",
                    LeadField.STATED_REGION,
                    "CO"),
                Map.of(),
                List.of(MIAMI),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Relationship.NONE,
                LeadStatus.COLD,
                Optional.empty()));

    var place =
        lead.termsOf(MIAMI, new HouseGround(Set.of(), Set.of()), ZoneId.of("UTC"), Instant.EPOCH)
            .place();

    assertThat(place.source()).isEqualTo(ZoneSource.STATED_PLACE);
    assertThat(place.zones())
        .as("the law of the number goes by its own clock")
        .contains(ZoneId.of("America/Denver"), ZoneId.of("America/New_York"));
  }
}
