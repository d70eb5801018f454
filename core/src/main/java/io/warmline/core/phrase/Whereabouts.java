package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the prospect says to be: "I'm in London this week, call at noon". Whose noon is meant is
 * asked, unless it is the same in both places.
 */
final class Whereabouts {

  private static final Warning ELSEWHERE =
      new Warning(
          WarningCode.UNCERTAIN_DATE,
          "Another place was named, with another clock: ask by whose clock the hour is.");

  /** Places of which nobody says "by the time of". Each line: a zone, then the places. */
  private static final Map<String, ZoneId> PLACES = new HashMap<>();

  static {
    for (String line :
        """
        America/New_York manhattan brooklyn philadelphia philly pittsburgh atlanta miami orlando tampa charlotte detroit cleveland ohio michigan pennsylvania virginia maryland carolina massachusetts connecticut
        America/Chicago dallas houston austin milwaukee minneapolis minnesota wisconsin illinois iowa missouri nashville memphis louisiana alabama oklahoma
        America/Denver colorado utah montana wyoming albuquerque
        America/Los_Angeles la seattle portland vegas nevada oregon oakland sacramento
        America/Vancouver vancouver
        America/Toronto ontario montreal ottawa
        America/Mexico_City mexico
        America/Sao_Paulo brazil brasil
        America/Bogota colombia bogota medellin
        America/Lima peru lima
        America/Santiago chile santiago
        America/Caracas venezuela caracas
        America/Argentina/Buenos_Aires argentina
        Europe/London londres inglaterra england scotland wales britain manchester birmingham leeds glasgow edinburgh bristol liverpool cardiff
        Europe/Dublin ireland cork galway limerick
        Europe/Paris europe europa francia espana alemania italia france spain madrid barcelona germany munich frankfurt hamburg italy rome milan amsterdam holland netherlands belgium brussels switzerland zurich geneva austria vienna sweden stockholm norway oslo denmark copenhagen poland warsaw
        Europe/Lisbon portugal lisbon lisboa
        Atlantic/Canary canarias tenerife
        Europe/Athens greece athens cyprus
        Africa/Johannesburg johannesburg
        Asia/Kolkata chennai hyderabad pune bengaluru calcutta
        Asia/Shanghai china beijing shanghai
        Asia/Tokyo japan japon osaka
        Asia/Bangkok thailand bangkok vietnam
        Asia/Manila manila philippines
        Australia/Sydney victoria tasmania hobart
        Australia/Darwin darwin
        Australia/Brisbane cairns
        Pacific/Auckland wellington
        """
            .lines()
            .toList()) {
      String[] places = line.split(" ");
      for (int i = 1; i < places.length; i++) {
        PLACES.put(places[i], ZoneId.of(places[0]));
      }
    }
  }

  private static final Set<String> AT =
      Set.of("in", "at", "from", "over", "to", "through", "via", "for", "across", "around", "on");

  /** "Two hours ahead", "three hours behind you". */
  private static final Set<String> APART = Set.of("ahead", "behind", "earlier", "difference");

  private Whereabouts() {}

  /** The same, with a question where the hour may be that of another clock. */
  static Resolved doubted(
      Resolved call, List<Token> tokens, BitSet answer, ZonedDateTime spokenAt) {
    boolean hour = call.precision().compareTo(Precision.PART_OF_DAY) <= 0;
    boolean counted = answer.stream().mapToObj(tokens::get).anyMatch(token -> token.is(Kind.UNIT));
    boolean elsewhere =
        IntStream.range(0, tokens.size())
            .filter(i -> !answer.get(i))
            .anyMatch(i -> isElsewhere(tokens, i, spokenAt) || isApart(tokens, i));
    return hour && !counted && elsewhere ? call.doubted(ELSEWHERE) : call;
  }

  private static boolean isElsewhere(List<Token> tokens, int i, ZonedDateTime spokenAt) {
    boolean the = i > 0 && tokens.get(i - 1).text().equals("the");
    int before = the ? i - 2 : i - 1;
    return before >= 0
        && AT.contains(tokens.get(before).text())
        && zone(tokens.get(i).text().replace("_", ""), spokenAt.getZone())
            .map(spokenAt::withZoneSameInstant)
            .filter(there -> !there.getOffset().equals(spokenAt.getOffset()))
            .isPresent();
  }

  private static Optional<ZoneId> zone(String place, ZoneId here) {
    return Optional.ofNullable(PLACES.get(place))
        .or(() -> Zones.isName(place) ? Zones.zone(place, here) : Optional.empty());
  }

  private static boolean isApart(List<Token> tokens, int i) {
    return i > 0 && tokens.get(i - 1).text().equals("hour") && APART.contains(tokens.get(i).text());
  }
}
