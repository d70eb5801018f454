package io.warmline.core.talktrack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Calls that tests make. */
final class Situations {

  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** A Tuesday, 9:30 in New York. */
  static final Instant NOW = at(2026, 12, 15, 9, 30);

  private Situations() {}

  /** That of the target: asked for "in a month", first talk 29 days ago. */
  static CallFacts callback() {
    Instant firstTalk = NOW.minus(Duration.ofDays(29));
    return CallFacts.at(NOW, ZONE)
        .prospect(new ProspectName("Mr.", "Jim", "Peters"))
        .caller("Dave Miller", "ABC Company")
        .firstTalk(firstTalk)
        .suggestion("in a month", firstTalk)
        .objective(ObjectivePhrase.SECURE_MEETING)
        .offer(at(2026, 12, 17, 14, 0));
  }

  /** One in which every fact is known. */
  static CallFacts everything() {
    return callback()
        .appointment(at(2026, 12, 3, 14, 0), "Ana", "at your office")
        .trigger("when our contract with Acme is coming up in March")
        .contract("Acme", LocalDate.of(2027, 3, 31))
        .mailSent(NOW.minus(Duration.ofDays(2)))
        .with(Fact.PAGE_VISITED, "your page")
        .with(Fact.PAST_PURCHASE, "two delivery vans")
        .with(Fact.REASON, "the new van takes your old racks")
        .with(Fact.NEED, "room for ten more desks")
        .with(Fact.ADDED_VALUE, "Ana will bring the floor plans")
        .with(Fact.LATER_TALK, "last week")
        .with(Fact.CALLBACK_NUMBER, "212 456 7890");
  }

  private static Instant at(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute).atZone(ZONE).toInstant();
  }
}
