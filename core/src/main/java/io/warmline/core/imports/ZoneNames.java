package io.warmline.core.imports;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.warmline.core.WarmlineException;
import io.warmline.core.time.ProspectZones;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Time zones as lead lists write them: names of the IANA database with those it keeps for old
 * programs, names of North America in words and letters, and those of Windows and HubSpot.
 */
final class ZoneNames {

  private static final Set<String> NORTH_AMERICA = Set.of("US", "CA", "PR", "VI");
  private static final Set<String> WITHOUT_SUMMER_TIME = Set.of("az", "ariz", "arizona", "usaz");

  /** {@code (GMT-05:00) Eastern Time}. */
  private static final Pattern OFFSET =
      Pattern.compile("\\(?(?:GMT|UTC)\\s*[+-]?\\d{0,2}:?\\d{0,2}\\)\\s*");

  /** Names that mean one thing everywhere, folded. */
  private static final Map<String, String> NAMES =
      table(
          """
          UTC                 utc gmt etcutc etcgmt zulu universal etcuniversal etczulu uct etcuct greenwich gmt0
          America/New_York    useastern easternstandardtime easterntimeuscanada easterntimeusandcanada
          America/Chicago     uscentral centralstandardtime centraltimeuscanada centraltimeusandcanada
          America/Denver      usmountain mountainstandardtime mountaintimeuscanada mountaintimeusandcanada
          America/Los_Angeles uspacific pacificstandardtime pacifictimeuscanada pacifictimeusandcanada
          America/Phoenix     usarizona usmountainstandardtime arizona
          America/Anchorage   usalaska alaskanstandardtime alaska akst akdt
          Pacific/Honolulu    ushawaii hawaiianstandardtime hawaii hst
          America/Detroit     usmichigan
          America/Indiana/Indianapolis useastindiana indianaeast
          America/Indiana/Knox usindianastarke
          America/Adak        usaleutian
          America/Halifax     canadaatlantic atlanticstandardtime atlantictimecanada
          America/Toronto     canadaeastern
          America/Winnipeg    canadacentral
          America/Edmonton    canadamountain
          America/Vancouver   canadapacific
          America/Regina      canadasaskatchewan canadacentralstandardtime saskatchewan
          America/St_Johns    canadanewfoundland newfoundlandstandardtime newfoundland
          America/Whitehorse  canadayukon
          Europe/London       gb gbeire gmtstandardtime
          Europe/Dublin       eire
          Europe/Berlin       weuropestandardtime cet met cest mez mesz centraleuropeantime mitteleuropaischezeit
          Europe/Paris        romancestandardtime
          Europe/Warsaw       poland centraleuropeanstandardtime
          Europe/Lisbon       portugal
          Europe/Istanbul     turkey turkeystandardtime
          Asia/Tokyo          japan jst tokyostandardtime
          Asia/Seoul          rok koreastandardtime
          Asia/Shanghai       prc chinastandardtime
          Asia/Hong_Kong      hongkong
          Asia/Singapore      singapore singaporestandardtime
          Asia/Jerusalem      israel israelstandardtime
          Asia/Kolkata        indiastandardtime
          Australia/Sydney    australiansw australiaact aest aedt auseasternstandardtime
          Australia/Brisbane  australiaqueensland
          Australia/Melbourne australiavictoria
          Pacific/Auckland    nz nzst nzdt newzealandstandardtime
          """);

  /** Names that are of North America only in North America, folded. */
  private static final Map<String, String> THERE =
      table(
          """
          America/New_York    eastern easterntime easterndaylighttime est edt et est5edt
          America/Chicago     central centraltime centraldaylighttime cst cdt ct cst6cdt
          America/Denver      mountain mountaintime mountaindaylighttime mst mdt mt mst7mdt
          America/Los_Angeles pacific pacifictime pacificdaylighttime pst pdt pt pst8pdt
          America/Anchorage   akst akdt
          America/Halifax     atlantic atlantictime ast adt at
          """);

  private static final Map<String, String> IN_SMALL_LETTERS =
      ZoneId.getAvailableZoneIds().stream()
          .collect(toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

  private ZoneNames() {}

  private static Map<String, String> table(String rows) {
    Map<String, String> names = new HashMap<>();
    rows.lines()
        .forEach(
            row -> {
              String zone = row.substring(0, row.indexOf(' '));
              HeaderSynonyms.words(row.substring(zone.length()))
                  .forEach(name -> names.put(name, zone));
            });
    return Map.copyOf(names);
  }

  /**
   * The zone that this text surely means.
   *
   * @param country ISO 3166-1 alpha-2 code of where the person is
   * @param region as the row has it; empty if it has none
   */
  static Optional<String> idOf(String text, String country, String region) {
    String name = text.replace("_slash_", "/").strip();
    return known(name)
        .or(() -> Optional.ofNullable(NAMES.get(words(name))))
        .or(() -> hubspot(name))
        .or(() -> there(words(name), country, region));
  }

  private static String words(String name) {
    return HeaderNames.folded(OFFSET.matcher(name).replaceFirst(""));
  }

  private static Optional<String> known(String name) {
    try {
      return Optional.of(ProspectZones.parse(name).getId());
    } catch (WarmlineException unknown) {
      return Optional.empty();
    }
  }

  /** {@code america/new_york}, with small letters only. */
  private static Optional<String> hubspot(String name) {
    return name.contains("/")
        ? Optional.ofNullable(IN_SMALL_LETTERS.get(name.toLowerCase(Locale.ROOT)))
            .flatMap(ZoneNames::known)
        : Optional.empty();
  }

  private static Optional<String> there(String words, String country, String region) {
    if (!NORTH_AMERICA.contains(country)) {
      return Optional.empty();
    }
    return Optional.ofNullable(THERE.get(words))
        .map(
            zone ->
                zone.equals("America/Denver")
                        && WITHOUT_SUMMER_TIME.contains(HeaderNames.folded(region))
                    ? "America/Phoenix"
                    : zone);
  }
}
