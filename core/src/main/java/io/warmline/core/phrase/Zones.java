package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import io.warmline.core.phrase.WorkingTime.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Times by another clock than the prospect's: "2pm Eastern", "ten o'clock New York time". */
final class Zones {

  /** Each line: a zone, then the names under which people know it. */
  private static final Map<String, ZoneId> BY_NAME = new HashMap<>();

  /** The same letters in Europe, Israel and India. */
  private static final Map<String, ZoneId> IRISH_OR_INDIAN =
      Map.of(
          "Europe/Dublin", ZoneId.of("Europe/Dublin"),
          "Asia/Jerusalem", ZoneId.of("Asia/Jerusalem"));

  private static final Set<String> BRITISH_ISLES = Set.of("Europe/London", "Europe/Dublin");

  private static final String AUSTRALIA = "Australia/";

  static {
    for (String line :
        """
        America/New_York eastern est edt et
        America/Chicago central cst cdt ct
        America/Denver mountain mst mdt mt
        America/Los_Angeles pacific pst pdt pt
        America/Phoenix arizona phoenix
        America/Anchorage alaska akst akdt
        Pacific/Honolulu hawaii hst
        America/Halifax atlantic ast adt
        America/Toronto toronto
        UTC utc gmt zulu
        Europe/London bst uk london british
        Europe/Dublin dublin irish
        Europe/Paris cet cest paris french
        Europe/Berlin berlin german
        Europe/Helsinki eet eest
        Asia/Kolkata ist indian india mumbai delhi bangalore kolkata
        Asia/Dubai dubai gst
        Asia/Singapore singapore sgt
        Asia/Hong_Kong hkt
        Asia/Tokyo tokyo jst
        Australia/Sydney aest aedt sydney melbourne canberra
        Australia/Brisbane brisbane queensland
        Australia/Adelaide acst acdt adelaide
        Australia/Perth awst perth
        Pacific/Auckland auckland nzst nzdt
        """
            .lines()
            .toList()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        BY_NAME.put(words[i], ZoneId.of(words[0]));
      }
    }
    BY_NAME.put("newyork", ZoneId.of("America/New_York"));
    BY_NAME.put("california", ZoneId.of("America/Los_Angeles"));
    BY_NAME.put("chicago", ZoneId.of("America/Chicago"));
    BY_NAME.put("texas", ZoneId.of("America/Chicago"));
    BY_NAME.put("denver", ZoneId.of("America/Denver"));
    BY_NAME.put("florida", ZoneId.of("America/New_York"));
    BY_NAME.put("boston", ZoneId.of("America/New_York"));
    BY_NAME.put("eastcoast", ZoneId.of("America/New_York"));
    BY_NAME.put("westcoast", ZoneId.of("America/Los_Angeles"));
  }

  private Zones() {}

  static boolean isName(String word) {
    return BY_NAME.containsKey(word);
  }

  /** Names that are no other words and need no "time" behind them. */
  static boolean isShort(String word) {
    return isName(word)
        && word.matches("[a-z]{1,4}t|utc|eastern|central|mountain|pacific|atlantic");
  }

  static Stream<Rule> all() {
    return Stream.of(
            rule(
                m -> new Item.Zone(here -> zone(m.text(Kind.ZONE), here)),
                "ZONE standard|daylight? time?"),
            rule(m -> new Item.Zone(here -> zone(m.text(Kind.PLACE), here)), "PLACE time"),
            rule(
                m -> new Item.Zone(here -> Optional.of(here)),
                "my time",
                "our time",
                "local time",
                "time here"),
            rule(
                m -> new Item.Zone(here -> Optional.empty()), "your time", "time zone", "timezone"))
        .flatMap(s -> s);
  }

  /** Whose clock a name means to people here. */
  static Optional<ZoneId> zone(String name, ZoneId here) {
    String place = here.getId();
    if (name.equals("ist")) {
      return Optional.of(IRISH_OR_INDIAN.getOrDefault(place, ZoneId.of("Asia/Kolkata")));
    }
    if (place.startsWith(AUSTRALIA) && (name.equals("est") || name.equals("eastern"))) {
      return Optional.of(ZoneId.of("Australia/Sydney"));
    }
    if (place.startsWith("Asia/") && (name.equals("cst") || name.equals("bst"))) {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The zone by whose clock the phrase names a time, taken out of its pieces; empty if none is
   * named. Zones beside no time, and a second one, are left unused.
   */
  static Optional<ZoneId> takeFrom(Pieces pieces, ZonedDateTime spokenAt) {
    ZoneId here = spokenAt.getZone();
    Optional<ZoneId> found = Optional.empty();
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (pieces.at(i) instanceof Item.Zone zone) {
        Optional<ZoneId> named = zone.zone().apply(here);
        boolean agrees = named.isPresent() && (found.isEmpty() || found.equals(named));
        if (agrees && besideTime(pieces, i) && !isOutOfSeason(pieces, i, spokenAt)) {
          found = named;
          pieces.used().or(pieces.wordsAt(i));
        } else {
          pieces.unused().or(pieces.wordsAt(i));
        }
        hourBefore(pieces, i);
        pieces.remove(i);
      }
    }
    return found.filter(zone -> !zone.equals(here));
  }

  /** In the British Isles people say "GMT" in summer and "BST" in winter, and mean either. */
  private static boolean isOutOfSeason(Pieces pieces, int zone, ZonedDateTime spokenAt) {
    boolean there = BRITISH_ISLES.contains(spokenAt.getZone().getId());
    boolean standard = spokenAt.getOffset().getTotalSeconds() == 0;
    return there && (pieces.says(zone, "gmt") ? !standard : pieces.says(zone, "bst") && standard);
  }

  /** "9 Eastern": the number is an hour. */
  private static void hourBefore(Pieces pieces, int zone) {
    if (pieces.at(zone - 1) instanceof BareNumber number) {
      pieces.set(zone - 1, new Time(Times.point(Clock.open(number.value(), 0))));
    }
  }

  private static boolean besideTime(Pieces pieces, int i) {
    Item before = pieces.at(i - 1);
    Item after = pieces.at(i + 1);
    return isTime(before)
        || isTime(after)
        || (before instanceof Date && isTime(pieces.at(i - 2)))
        || ((after == Mark.AT || after instanceof Bound) && isTime(pieces.at(i + 2)));
  }

  private static boolean isTime(Item item) {
    return item instanceof Time || item instanceof BareNumber;
  }

  /** Whether it is a time of day, for days are those of the prospect. */
  static boolean isOfTheClock(Interpretation answer) {
    return answer instanceof Resolved resolved
        && resolved.precision().compareTo(Precision.PART_OF_DAY) <= 0;
  }

  /** The same time by the prospect's own clock, within the hours that are legal there. */
  static Interpretation here(Interpretation there, PhraseContext elsewhere, PhraseContext here) {
    if (!(there instanceof Resolved resolved)) {
      return there;
    }
    ZoneId from = elsewhere.spokenAt().getZone();
    ZoneId to = here.spokenAt().getZone();
    Window said = resolved.window();
    ZonedDateTime begins =
        said.firstDate().atTime(said.from()).atZone(from).withZoneSameInstant(to);
    ZonedDateTime ends = said.firstDate().atTime(said.to()).atZone(from).withZoneSameInstant(to);
    ZonedDateTime lastDay =
        said.lastDate().atTime(said.from()).atZone(from).withZoneSameInstant(to);
    boolean sameDay = ends.toLocalDate().equals(begins.toLocalDate());
    LocalTime until = sameDay ? ends.toLocalTime() : LocalTime.of(23, 59);
    return within(
        resolved, begins.toLocalDate(), lastDay.toLocalDate(), begins.toLocalTime(), until, here);
  }

  private static Resolved within(
      Resolved said,
      LocalDate firstThere,
      LocalDate lastThere,
      LocalTime from,
      LocalTime to,
      PhraseContext here) {
    ZonedDateTime now = here.spokenAt();
    boolean past = firstThere.isBefore(now.toLocalDate());
    LocalDate first = past ? now.toLocalDate() : firstThere;
    LocalDate last = lastThere.isBefore(first) ? first : lastThere;
    Hours legal = here.workingTime().legal();
    boolean begun = first.equals(now.toLocalDate()) && from.isBefore(now.toLocalTime());
    LocalTime begin = legal.clip(begun ? now.toLocalTime() : from);
    LocalTime end = legal.clip(to).isBefore(begin) ? begin : legal.clip(to);
    Window window = new Window(first, last, begin, end);
    String words = Explanation.of(window, said.precision(), true, now.toLocalDate());
    Sense sense =
        new Sense(said.precision(), said.anchor(), said.confidence(), words, said.sense().leeway());
    Resolved moved = new Resolved(window, moments(window, now), sense, said.doubts());
    boolean changed = past || (window.isPoint() && !begin.equals(from));
    return changed ? moved.doubted(OUTSIDE) : moved;
  }

  private static Moments moments(Window window, ZonedDateTime now) {
    LocalClock clock = new LocalClock(now);
    Instant begins = clock.instant(window.firstDate(), window.from());
    Instant earliest = begins.isBefore(now.toInstant()) ? now.toInstant() : begins;
    Instant ends = clock.instant(window.lastDate(), window.to());
    return new Moments(earliest, earliest, ends.isBefore(earliest) ? earliest : ends);
  }

  private static final Warning OUTSIDE =
      new Warning(
          WarningCode.OUTSIDE_CALLING_HOURS,
          "Calls are not legal at that time; the nearest legal one was taken.");
}
