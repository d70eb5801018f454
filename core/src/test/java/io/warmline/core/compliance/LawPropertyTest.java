package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The law against a second opinion: the same data, read as text for one minute after the other. All
 * times are whole minutes here, so that no minute is half open.
 */
class LawPropertyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofDays(4);
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> TIMES =
      List.of("00:00", "01:30", "02:15", "02:45", "08:00", "09:30", "13:00", "20:00", "23:30");
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "America/Denver",
          "America/St_Johns",
          "Europe/Paris",
          "Africa/Cairo",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Chatham");

  /** Christmas, Independence Day and the changes of clocks lie near. */
  private static final List<String> MOMENTS =
      List.of(
          "2026-03-08T07:00:00Z",
          "2026-03-29T01:00:00Z",
          "2026-04-04T15:00:00Z",
          "2026-07-03T12:00:00Z",
          "2026-10-03T15:30:00Z",
          "2026-10-25T01:00:00Z",
          "2026-11-01T06:00:00Z",
          "2026-12-25T12:00:00Z",
          "2027-03-14T07:00:00Z",
          "2027-11-07T06:00:00Z");

  @Property(tries = 400)
  void noMinuteIsAllowedThatARuleForbidsAndNoneForbiddenThatAllAllow(
      @ForAll("rules") List<JsonNode> rules,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("consents") Consent consent,
      @ForAll("instants") Instant now) {
    Law law =
        new Law(new RuleSet(rules.stream().map(RuleJson::readHouseRule).toList()), zones, consent);
    Optional<Opening> opening = law.openingAt(now);
    boolean open = naivelyAllowed(rules, zones, consent, now);

    assertThat(opening.filter(o -> o.contains(now)).isPresent()).isEqualTo(open);
    assertThat(law.verdictAt(now) instanceof CallingVerdict.Allowed).isEqualTo(open);
    assertClosed(rules, zones, consent, now, opening);
    opening.ifPresent(o -> assertWholeAndMaximal(rules, zones, consent, o));
  }

  /** Nothing is open before the opening. */
  private static void assertClosed(
      List<JsonNode> rules,
      Set<ZoneId> zones,
      Consent consent,
      Instant now,
      Optional<Opening> opening) {
    Instant end = now.plus(LOOK);
    Instant until = opening.map(Opening::opensAt).filter(opens -> opens.isBefore(end)).orElse(end);
    for (Instant t = now; t.isBefore(until); t = t.plus(MINUTE)) {
      assertThat(naivelyAllowed(rules, zones, consent, t)).as("before it opens, %s", t).isFalse();
    }
  }

  private static void assertWholeAndMaximal(
      List<JsonNode> rules, Set<ZoneId> zones, Consent consent, Opening opening) {
    Duration length = Duration.between(opening.opensAt(), opening.closesAt());
    Duration step = length.compareTo(LOOK) > 0 ? Duration.ofMinutes(17) : MINUTE;
    for (Instant t = opening.opensAt(); t.isBefore(opening.closesAt()); t = t.plus(step)) {
      assertThat(naivelyAllowed(rules, zones, consent, t)).as("open at %s", t).isTrue();
    }
    if (length.compareTo(Duration.ofDays(8)) < 0) {
      assertThat(naivelyAllowed(rules, zones, consent, opening.opensAt().minus(MINUTE))).isFalse();
      assertThat(naivelyAllowed(rules, zones, consent, opening.closesAt())).isFalse();
    }
  }

  private static boolean naivelyAllowed(
      List<JsonNode> rules, Set<ZoneId> zones, Consent consent, Instant instant) {
    return zones.stream()
        .map(instant::atZone)
        .allMatch(wall -> rules.stream().allMatch(rule -> allows(rule, consent, wall)));
  }

  /** Texts of dates and of times order as they do themselves. */
  private static boolean allows(JsonNode rule, Consent consent, ZonedDateTime wall) {
    String date = wall.toLocalDate().toString();
    if (date.compareTo(rule.path("validFrom").asText("0")) < 0
        || date.compareTo(rule.path("validTo").asText("9")) > 0) {
      return true;
    }
    if (rule.path("consentRequired").asText("NONE").equals("EXPRESS")
        && (consent.kind() == ConsentKind.NONE || consent.kind() == ConsentKind.IMPLIED)) {
      return false;
    }
    for (JsonNode suspension : rule.path("suspensions")) {
      if (date.compareTo(suspension.path("from").asText()) >= 0
          && date.compareTo(suspension.path("to").asText()) <= 0) {
        return false;
      }
    }
    if (rule.path("consentLiftsHours").asBoolean() && consent.toThatTime()) {
      return true;
    }
    return !(rule.has("holidays") && isAmericanHoliday(date)) && shows(rule, wall);
  }

  private static boolean isAmericanHoliday(String date) {
    return Set.of(
                "2026-07-03", "2026-07-04", "2026-10-12", "2026-11-11", "2026-12-25", "2026-06-19")
            .contains(date)
        || Set.of("2026-01-01", "2027-01-01", "2027-11-11", "2027-10-11").contains(date);
  }

  private static boolean shows(JsonNode rule, ZonedDateTime wall) {
    if (!rule.has("windows")) {
      return true;
    }
    String time = wall.toLocalTime().toString().substring(0, 5);
    String today = wall.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    String yesterday = wall.getDayOfWeek().minus(1).name().toLowerCase(Locale.ROOT);
    for (JsonNode window : rule.path("windows").path(today)) {
      String from = window.path("from").asText();
      String to = window.path("to").asText();
      boolean reachesMidnight = to.compareTo(from) <= 0;
      if (time.compareTo(from) >= 0 && (reachesMidnight || time.compareTo(to) < 0)) {
        return true;
      }
    }
    for (JsonNode window : rule.path("windows").path(yesterday)) {
      String to = window.path("to").asText();
      if (to.compareTo(window.path("from").asText()) < 0 && time.compareTo(to) < 0) {
        return true;
      }
    }
    return false;
  }

  @Provide
  Arbitrary<List<JsonNode>> rules() {
    return rule().list().ofMinSize(1).ofMaxSize(3).map(LawPropertyTest::named);
  }

  private static List<JsonNode> named(List<ObjectNode> rules) {
    List<JsonNode> named = new ArrayList<>();
    for (ObjectNode rule : rules) {
      named.add(rule.deepCopy().put("id", "rule-" + named.size()));
    }
    return named;
  }

  private static Arbitrary<ObjectNode> rule() {
    return Combinators.combine(week(), dates(), dates(), Arbitraries.integers().between(0, 63))
        .as(LawPropertyTest::rule);
  }

  private static ObjectNode rule(
      ObjectNode week, List<LocalDate> valid, List<LocalDate> suspended, int features) {
    ObjectNode rule = JSON.createObjectNode();
    if ((features & 7) != 0) {
      rule.set("windows", week);
    }
    if ((features & 8) != 0) {
      rule.putObject("holidays").put("calendar", "US").put("ban", true);
    }
    if ((features & 48) == 16) {
      rule.put("validFrom", valid.get(0).toString()).put("validTo", valid.get(1).toString());
    }
    if ((features & 48) == 32) {
      rule.putArray("suspensions")
          .addObject()
          .put("from", suspended.get(0).toString())
          .put("to", suspended.get(1).toString())
          .put("reason", "storm");
    }
    rule.put("consentRequired", (features & 63) == 63 ? "EXPRESS" : "NONE");
    return rule.put("consentLiftsHours", (features & 5) == 5);
  }

  private static Arbitrary<ObjectNode> week() {
    Arbitrary<List<String>> bounds =
        Arbitraries.of(TIMES).set().ofSize(4).map(times -> times.stream().sorted().toList());
    return Combinators.combine(
            bounds.list().ofSize(7), Arbitraries.integers().between(0, 3).list().ofSize(7))
        .as(LawPropertyTest::week);
  }

  /** Kind 0: closed; 1: two windows; 2: one until midnight; 3: one that runs past midnight. */
  private static ObjectNode week(List<List<String>> bounds, List<Integer> kinds) {
    ObjectNode week = JSON.createObjectNode();
    for (int day = 0; day < 7; day++) {
      List<String> times = bounds.get(day);
      boolean nightBefore = kinds.get((day + 6) % 7) == 3;
      var windows = week.putArray(DAYS.get(day));
      String first = nightBefore && times.get(0).compareTo("02:45") < 0 ? "02:45" : times.get(0);
      if (kinds.get(day) == 1 && first.compareTo(times.get(1)) < 0) {
        windows.addObject().put("from", first).put("to", times.get(1));
      }
      if (kinds.get(day) == 1 && (!nightBefore || times.get(2).compareTo("02:45") >= 0)) {
        windows.addObject().put("from", times.get(2)).put("to", times.get(3));
      }
      if (kinds.get(day) == 2) {
        windows.addObject().put("from", nightBefore ? "02:45" : times.get(3)).put("to", "00:00");
      }
      if (kinds.get(day) == 3) {
        windows.addObject().put("from", "20:00").put("to", day % 2 == 0 ? "02:15" : "01:30");
      }
    }
    if (kinds.stream().allMatch(kind -> kind == 0) || isClosed(week)) {
      week.putArray("monday").addObject().put("from", "09:30").put("to", "13:00");
    }
    return week;
  }

  private static boolean isClosed(ObjectNode week) {
    return DAYS.stream().allMatch(day -> week.path(day).isEmpty());
  }

  private static Arbitrary<List<LocalDate>> dates() {
    return Combinators.combine(
            Arbitraries.of(MOMENTS),
            Arbitraries.integers().between(-3, 3),
            Arbitraries.integers().between(0, 9))
        .as(
            (moment, offset, length) -> {
              LocalDate from = LocalDate.parse(moment.substring(0, 10)).plusDays(offset);
              return List.of(from, from.plusDays(length));
            });
  }

  @Provide
  Arbitrary<Set<ZoneId>> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of).set().ofMinSize(1).ofMaxSize(2);
  }

  @Provide
  Arbitrary<Consent> consents() {
    return Combinators.combine(Arbitraries.of(ConsentKind.class), Arbitraries.of(true, false))
        .as(Consent::new);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(Arbitraries.of(MOMENTS), Arbitraries.integers().between(-3600, 3600))
        .as((moment, minutes) -> Instant.parse(moment).plus(Duration.ofMinutes(minutes)));
  }
}
