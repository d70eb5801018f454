package io.warmline.core.compliance;

import io.warmline.core.compliance.CallingHours.Window;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.time.ZoneData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule has against a call at a moment in one zone, in words for people. */
final class Objection {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final int MOST_NAMED = 5;

  private final CallingRule rule;
  private final Consent consent;
  private final OffsetDateTime there;
  private final ZoneId zone;

  private Objection(CallingRule rule, Consent consent, OffsetDateTime there, ZoneId zone) {
    this.rule = rule;
    this.consent = consent;
    this.there = there;
    this.zone = zone;
  }

  static Optional<Blocker> to(CallingRule rule, Consent consent, Instant now, ZoneId zone) {
    OffsetDateTime there = ZoneData.at(now, zone);
    List<Window> open = rule.on(there.toLocalDate(), consent);
    LocalTime time = there.toLocalTime();
    if (open.stream().anyMatch(window -> window.contains(time))) {
      return Optional.empty();
    }
    Objection objection = new Objection(rule, consent, there, zone);
    return Optional.of(
        objection
            .nothingKnown()
            .or(objection::consentMissing)
            .or(objection::suspended)
            .or(objection::holiday)
            .orElseGet(() -> objection.outside(open)));
  }

  private Optional<Blocker> nothingKnown() {
    return MissingLaw.isMissing(rule)
        ? Optional.of(
            new Blocker(rule, Blocker.Kind.NO_RULE, rule.times().suspensions().get(0).reason()))
        : Optional.empty();
  }

  private Optional<Blocker> consentMissing() {
    ConsentKind required = rule.demands().consent();
    return rule.demands().areMetBy(consent)
        ? Optional.empty()
        : Optional.of(
            blocker(
                Blocker.Kind.CONSENT,
                "asks for "
                    + lower(required)
                    + " consent, and the prospect's is "
                    + lower(consent.kind())));
  }

  private Optional<Blocker> suspended() {
    return rule.times()
        .suspensionOn(there.toLocalDate())
        .map(
            suspension ->
                blocker(
                    Blocker.Kind.SUSPENSION,
                    "allows no calls on " + there.toLocalDate() + ": " + suspension.reason()));
  }

  private Optional<Blocker> holiday() {
    LocalDate day = there.toLocalDate();
    return rule.times()
        .holidayOn(day)
        .map(
            name ->
                blocker(
                    Blocker.Kind.HOLIDAY,
                    "allows no calls on holidays, and " + day + " is " + name));
  }

  private Blocker outside(List<Window> open) {
    String day = there.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s";
    String hours =
        open.stream()
            .map(window -> HOUR.format(window.from()) + "-" + end(window))
            .collect(Collectors.joining(" and "));
    return blocker(
        Blocker.Kind.HOURS,
        hours.isEmpty()
            ? "allows no calls on " + day
            : "allows calls on "
                + day
                + " at "
                + hours
                + ", and it is "
                + HOUR.format(there)
                + " in "
                + zone.getId());
  }

  private static String end(Window window) {
    return window.toEndOfDay() ? "24:00" : HOUR.format(window.to());
  }

  private Blocker blocker(Blocker.Kind kind, String what) {
    return new Blocker(
        rule, kind, "Rule " + rule.id() + " (" + rule.citation() + ")" + area() + " " + what + ".");
  }

  private String area() {
    List<AreaCode> codes = rule.identity().reach().areaCodes();
    if (codes.isEmpty()) {
      return "";
    }
    String named =
        codes.stream().limit(MOST_NAMED).map(AreaCode::digits).collect(Collectors.joining(", "));
    String more =
        codes.size() > MOST_NAMED ? " and " + (codes.size() - MOST_NAMED) + " others" : "";
    return ", for area code" + (codes.size() == 1 ? " " : "s ") + named + more + ",";
  }

  private static String lower(ConsentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
