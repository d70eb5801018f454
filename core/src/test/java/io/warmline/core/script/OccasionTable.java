package io.warmline.core.script;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.End;
import io.warmline.core.script.Background.Ended;
import io.warmline.core.script.Background.House;
import io.warmline.core.script.Background.Inquiry;
import io.warmline.core.script.Background.Mail;
import io.warmline.core.script.Background.Others;
import io.warmline.core.script.Background.Over;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Promise;
import io.warmline.core.script.Background.Said;
import io.warmline.core.script.Background.Talks;
import io.warmline.core.script.Background.Touches;
import io.warmline.core.script.Background.Visit;
import io.warmline.core.script.Background.Ways;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every way in which a lead can come back: what the table of occasions is made of. */
final class OccasionTable {

  /** A Tuesday, 9:30 in New York. */
  static final Instant NOW = Instant.parse("2026-12-15T14:30:00Z");

  static final Instant FIRST_TALK = NOW.minus(Duration.ofDays(29));
  static final Instant LAST_TALK = NOW.minus(Duration.ofDays(8));

  private static final List<TaskKind> TASKS = List.of(TaskKind.values());

  private static final List<LeadStatus> STATUSES =
      List.of(LeadStatus.COLD, LeadStatus.WARM, LeadStatus.CUSTOMER, LeadStatus.LAPSED);

  /** Everything that the table is made of. */
  static Stream<Background> all(Deliverable deliverable, String country) {
    List<Past> pasts = new ArrayList<>();
    for (LeadStatus status : STATUSES) {
      others()
          .forEach(
              others ->
                  sent()
                      .forEach(
                          sent ->
                              promises(false)
                                  .forEach(
                                      promise ->
                                          pasts.add(
                                              new Past(
                                                  status,
                                                  Optional.empty(),
                                                  others,
                                                  promise,
                                                  sent,
                                                  Ended.NOTHING,
                                                  3)))));
      for (Talks talks : talks()) {
        Past past = past(status, talks);
        sent().forEach(sent -> pasts.add(with(past, sent)));
        promises(true).forEach(promise -> pasts.add(with(past, promise)));
        ended().forEach(last -> pasts.add(with(past, last)));
        ended().forEach(last -> pasts.add(with(with(past, last), promises(true).get(2))));
      }
    }
    House house = house(deliverable, country);
    return pasts.stream().flatMap(past -> tasks().stream().map(task -> known(house, past, task)));
  }

  static List<Talks> talks() {
    return List.of(
        talks(Disposition.CALLBACK_REQUESTED, false),
        talks(Disposition.WARM_INTERESTED, false),
        talks(Disposition.NOT_INTERESTED, false),
        talks(Disposition.ALREADY_CUSTOMER, true));
  }

  static Talks talks(Disposition outcome, boolean complained) {
    return new Talks(FIRST_TALK, Objective.SECURE_MEETING, LAST_TALK, outcome, complained);
  }

  static List<Optional<TaskKind>> tasks() {
    return Stream.concat(Stream.of(Optional.<TaskKind>empty()), TASKS.stream().map(Optional::of))
        .toList();
  }

  static List<Others> others() {
    Optional<ProspectName> peters = Optional.of(new ProspectName("Mr.", "Jim", "Peters"));
    return List.of(
        Others.NONE,
        new Others(LAST_TALK, null, null, Optional.empty()),
        new Others(null, LAST_TALK, null, Optional.empty()),
        new Others(null, null, LAST_TALK, Optional.empty()),
        new Others(null, null, null, peters),
        new Others(null, null, null, Optional.of(new ProspectName("", "", ""))));
  }

  static List<Touches> sent() {
    return List.of(
        Touches.NONE,
        new Touches(Visit.LINK, Optional.empty(), Optional.of(new Mail(LAST_TALK, false))),
        new Touches(null, Optional.of(new Inquiry(Inquiry.Way.FORM, NOW)), Optional.empty()),
        new Touches(null, Optional.empty(), Optional.of(new Mail(LAST_TALK, true))));
  }

  static List<Promise> promises(boolean talked) {
    Said said = said("Our contract with Acme expires in September, call me then");
    Promise kept = new Promise(false, Optional.of(said), 0);
    Promise open = new Promise(true, Optional.empty(), 1);
    return talked ? List.of(Promise.NONE, kept, open) : List.of(Promise.NONE, open);
  }

  static Said said(String words) {
    return new Said(words, List.of(), FIRST_TALK);
  }

  static List<Ended> ended() {
    List<Ended> ended = new ArrayList<>(List.of(Ended.NOTHING));
    for (End how : End.values()) {
      ended.add(new Ended(Optional.of(over(how, "Ana")), Optional.empty()));
    }
    ended.add(new Ended(Optional.of(over(End.NO_SHOW, null)), Optional.empty()));
    ended.add(new Ended(Optional.empty(), Optional.of(ReturnReason.WRONG_PERSON)));
    ended.add(new Ended(Optional.empty(), Optional.of(ReturnReason.NOT_READY)));
    return ended;
  }

  static Over over(End how, String with) {
    return new Over(how, NOW.minus(Duration.ofDays(1)), with, true);
  }

  static House house(Deliverable deliverable, String country) {
    return new House(
        "Dave Miller",
        "ABC Company",
        new Ways(
            deliverable, deliverable.objective(), CallingHours.DEFAULT, country, Qualifying.NONE),
        Map.of(),
        Optional.empty());
  }

  static Background known(House house, Past past, Optional<TaskKind> task) {
    return new Background(person(Map.of(), null), house, past, Optional.empty(), task);
  }

  static Person person(Map<String, String> fields, LocalDate contractEnd) {
    return new Person(
        new ProspectName("Mr.", "Jim", "Peters"),
        ZoneId.of("America/New_York"),
        Hemisphere.NORTHERN,
        Set.of(),
        contractEnd,
        fields);
  }

  static Past past(LeadStatus status, Talks talks) {
    return new Past(
        status,
        Optional.ofNullable(talks),
        Others.NONE,
        Promise.NONE,
        Touches.NONE,
        Ended.NOTHING,
        2);
  }

  static Background of(Past past) {
    return known(house(Deliverable.APPOINTMENT, "US"), past, Optional.empty());
  }

  static Past with(Past past, Others others) {
    return new Past(
        past.status(), past.talks(), others, past.promise(), past.sent(), past.last(), 2);
  }

  static Past with(Past past, Touches sent) {
    return new Past(
        past.status(), past.talks(), past.others(), past.promise(), sent, past.last(), 2);
  }

  static Past with(Past past, Promise promise) {
    return new Past(
        past.status(), past.talks(), past.others(), promise, past.sent(), past.last(), 2);
  }

  static Past with(Past past, Ended last) {
    return new Past(
        past.status(), past.talks(), past.others(), past.promise(), past.sent(), last, 2);
  }

  private OccasionTable() {}
}
