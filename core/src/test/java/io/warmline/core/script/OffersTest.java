package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.MeetingCalendar;
import io.warmline.core.script.Background.Person;
import io.warmline.core.talktrack.ProspectName;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffersTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-12-15T09:30, 2026-12-17T10:00",
    "2026-12-15T12:00, 2026-12-17T14:00",
    "2026-12-15T17:00, 2026-12-17T17:00",
    "2026-12-17T09:30, 2026-12-21T10:00",
    "2026-12-19T09:30, 2026-12-22T10:00",
    "2026-11-24T09:30, 2026-11-27T10:00"
  })
  void aProposedTimeIsTheSecondBusinessDayAtTheSamePartOfTheDay(
      LocalDateTime now, LocalDateTime expected) {
    Optional<Offer> offer = offers(now).find(Optional.empty(), CallingHours.DEFAULT);

    assertThat(offer).contains(new Offer(expected.atZone(ZONE).toInstant(), Offer.Source.PROPOSED));
  }

  @Test
  void aProposedTimeIsWithinTheCampaignsHours() {
    CallingHours fridays = CallingHoursText.parse("FRIDAY 09:00-12:00");

    assertThat(
            offers(LocalDateTime.parse("2026-12-15T09:30"))
                .find(Optional.empty(), fridays)
                .map(Offer::at))
        .contains(LocalDateTime.parse("2026-12-18T10:00").atZone(ZONE).toInstant());
    assertThat(offers(LocalDateTime.parse("2026-12-15T13:30")).find(Optional.empty(), fridays))
        .isEmpty();
  }

  @Test
  void aClientWithoutAFreeSlotIsOfferedAtNoTime() {
    MeetingCalendar full =
        new MeetingCalendar(
            CallingHoursText.parse("THURSDAY 14:00-14:20"),
            ZONE,
            Duration.ofMinutes(30),
            List.of());

    assertThat(
            offers(LocalDateTime.parse("2026-12-15T09:30"))
                .find(Optional.of(full), CallingHours.DEFAULT))
        .isEmpty();
  }

  private static Offers offers(LocalDateTime now) {
    return new Offers(
        new Person(
            new ProspectName("", "", ""),
            ZONE,
            Hemisphere.NORTHERN,
            Set.of(new Jurisdiction("US-NY")),
            null,
            Map.of()),
        now.atZone(ZONE).toInstant());
  }
}
