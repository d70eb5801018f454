package io.warmline.core.script;

import static io.warmline.core.script.OccasionTable.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.House;
import io.warmline.core.script.Background.Person;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.LintCode;
import io.warmline.core.talktrack.Linter;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.talktrack.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of occasions, with the facts that are missing or odd in the lists of users. */
class OddFactsTest {

  /** What no native speaker would say, whatever stands in the fields. */
  private static final Pattern NONSENSE =
      Pattern.compile(
          "[{}<>|@]|\\.\\.|\\?\\.|!\\.| [.,;?!]|[,;][.,;?!]|  |\\b(?:n/a|null|tbd|unknown|asap)\\b"
              + "|(?i:\\b(\\w+) \\1\\b)|\\bfrom \\.|[A-Z]{5,}|\\p{IsHan}{3,}"
              + "|\\bneed (?:we|they|is|to to|nothing|yes|no)\\b|[\u202a-\u202e\u200b]");

  private static final int LONGEST = 700;

  private static final String LONG =
      "a machine that can do everything that the three old ones did together ".repeat(12);

  private static final List<ProspectName> NAMES =
      List.of(
          new ProspectName("", "", ""),
          new ProspectName("Mr.", "", ""),
          new ProspectName("", "Jim", ""),
          new ProspectName("", "", "Peters"),
          new ProspectName("MR", "JIM", "PETERS"),
          new ProspectName("", "J.", "Peters"),
          new ProspectName("", "Front desk", ""),
          new ProspectName("", "Jim & Anna", "Peters"),
          new ProspectName("Mr. & Mrs.", "", "Peters"),
          new ProspectName("Purchasing Manager", "n/a", "n/a"),
          new ProspectName("", "Acme Copiers Inc. 555-0142", ""),
          new ProspectName("Mr.", "\u202eJim\u202c", "Peters\u200b"),
          new ProspectName("", "\u738b\u5c0f", ""),
          new ProspectName("", LONG, LONG));

  private static final List<String> TEXTS =
      List.of(
          "",
          "A backup.",
          "NEW PRINTERS AND TONER",
          "n/a",
          "ASAP!!",
          "?",
          "they need a backup...",
          "we need need",
          "is to to",
          "\u9700\u8981\u65b0\u7684\u6253\u5370\u673a",
          "{{need}} <b>now</b>",
          LONG);

  private static final List<String> FIELDS =
      List.of("need", "reason", "pastPurchase", "currentVendor", "addedValue");

  /** One for each occasion that has words of its own. */
  private static Collection<Background> occasions(Deliverable deliverable, String country) {
    Map<String, Background> occasions = new LinkedHashMap<>();
    OccasionTable.all(deliverable, country)
        .forEach(known -> occasions.putIfAbsent(CallOpenings.of(known, NOW) + words(known), known));
    return occasions.values();
  }

  private static String words(Background known) {
    return Draft.of(known, Optional.empty(), Map.of(), NOW).render().track().text();
  }

  private static List<Person> people() {
    List<Person> people = new ArrayList<>();
    NAMES.forEach(name -> people.add(person(name, Map.of(), null)));
    ProspectName peters = new ProspectName("Mr.", "Jim", "Peters");
    for (String field : FIELDS) {
      TEXTS.stream()
          .filter(text -> !field.equals("currentVendor") || !text.startsWith("NEW"))
          .map(text -> person(peters, Map.of(field, text), LocalDate.of(2027, 3, 31)))
          .forEach(people::add);
    }
    people.add(person(peters, Map.of("callbackNumber", "+1 (212) 456-7890"), null));
    return people;
  }

  private static Person person(ProspectName name, Map<String, String> fields, LocalDate end) {
    return new Person(
        name, ZoneId.of("America/New_York"), Hemisphere.NORTHERN, Set.of(), end, fields);
  }

  private static Background with(Background known, Person person, String company) {
    House house = known.house();
    House named =
        new House(house.agent(), company, house.campaign(), house.scripts(), house.calendar());
    return new Background(person, named, known.past(), known.appointment(), known.task());
  }

  @ParameterizedTest
  @CsvSource({"APPOINTMENT, US", "WARM_LEAD, IN", "CHECK_IN, AU", "APPOINTMENT, GB"})
  void everyOccasionIsSaidAsANativeSpeakerWouldSayIt(Deliverable deliverable, String country) {
    Set<String> looked = new HashSet<>();
    for (Background known : occasions(deliverable, country)) {
      for (Person person : people()) {
        Background odd = with(known, person, "Acme Inc.");
        Words words = Draft.of(odd, Optional.empty(), Map.of(), NOW).render();
        check(words.track().kind(), words.track().text(), looked);
      }
    }
    assertThat(looked).hasSizeGreaterThan(100);
  }

  private static void check(CallKind kind, String text, Set<String> looked) {
    if (!looked.add(kind + text)) {
      return;
    }
    assertThat(NONSENSE.matcher(text).find()).as(text).isFalse();
    assertThat(text).hasSizeLessThan(LONGEST);
    assertThat(Linter.lint(kind, Scope.LINE, text)).as(text).isEmpty();
    if (kind != CallKind.BUSY_REPLY) {
      assertThat(Linter.lint(kind, Scope.OPENER, text))
          .as(text)
          .extracting("code")
          .doesNotContain(LintCode.MISSING_WHO, LintCode.MISSING_REASON_TODAY);
    }
  }

  /** What an agent asks for by its kind, whether or not it fits what is on record. */
  @Test
  void everyKindThatIsAskedForIsSaidAsWell() {
    Set<String> looked = new HashSet<>();
    for (Background known : occasions(Deliverable.APPOINTMENT, "US")) {
      for (CallKind kind : CallKind.values()) {
        Stream.of(
                people().get(0), people().get(4), person(NAMES.get(2), Map.of("need", LONG), null))
            .map(person -> with(known, person, "Acme Inc."))
            .map(odd -> Draft.of(odd, Optional.of(kind), Map.of(), NOW).render())
            .forEach(words -> check(words.track().kind(), words.track().text(), looked));
      }
    }
  }

  @Test
  void aMeetingIsConfirmedWithWhatIsKnownOfIt() {
    Background known = occasions(Deliverable.APPOINTMENT, "US").iterator().next();
    Set<String> looked = new HashSet<>();
    for (String with : new String[] {null, "ANA", "Ana R.", ""}) {
      for (String place : new String[] {null, "", "at your office", "Main St. 12", "Zoom", LONG}) {
        for (String need : new String[] {null, "A backup.", "n/a", LONG}) {
          Booked booked =
              new Booked(Instant.parse("2026-12-17T19:00:00Z"), with, place, false, need);
          for (Person person : people().subList(0, NAMES.size())) {
            Background odd =
                new Background(
                    person, known.house(), known.past(), Optional.of(booked), Optional.empty());
            Draft draft = Draft.of(odd, Optional.of(CallKind.QUALITY_CONFIRMATION), Map.of(), NOW);
            check(CallKind.QUALITY_CONFIRMATION, draft.render().track().text(), looked);
          }
        }
      }
    }
  }
}
