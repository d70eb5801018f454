package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Faults;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingRule.Force;
import io.warmline.core.compliance.CallingRule.Identity;
import io.warmline.core.phone.AreaCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules as data: the shape of the rule files, which is also that of the rules that a house makes
 * for itself. {@link RuleJsonWriter} writes it.
 */
public final class RuleJson {

  private static final int MOST_DAYS = 3660;
  private static final int MOST_VERSIONS = 10_000;
  private static final int MOST_CALLS = 1000;
  private static final int MOST_YEARS = 100;
  private static final int MOST_MONTHS = 120;

  private static final String NO_COUNTRY = Jurisdiction.NOWHERE.code();

  private RuleJson() {}

  /**
   * Reads a rule that a house made for itself. Needed is {@code id}; without {@code jurisdiction}
   * the rule holds everywhere, without {@code audience} for all. {@code status} may only be {@code
   * H}. A window may run past midnight: it is then read as two, one on each day.
   *
   * @throws InvalidValue for all faults found, with pointers that begin at the rule; also if the id
   *     is that of a rule which Warmline brings along
   */
  public static CallingRule readHouseRule(JsonNode rule) {
    Faults faults = new Faults();
    Optional<CallingRule> read = readHouseRule(rule, faults);
    faults.refuse();
    return read.orElseThrow();
  }

  /**
   * As {@link #readHouseRule(JsonNode)}; a fault is kept, and what is left without that value is
   * read, so that the faults behind it are found.
   *
   * @return what is left; empty if that is no rule
   */
  public static Optional<CallingRule> readHouseRule(JsonNode rule, Faults faults) {
    JsonNode left = rule;
    Optional<CallingRule> read = Optional.empty();
    boolean copied = false;
    boolean goesOn = true;
    while (read.isEmpty() && goesOn) {
      try {
        read =
            Optional.of(
                Fields.read(left, "", fields -> rule(fields, Optional.of(RuleStatus.HOUSE))));
      } catch (InvalidValue e) {
        WarmlineException.Violation fault = e.violations().get(0);
        if (!isConsequence(fault, faults)) {
          faults.addAll(e.violations());
        }
        left = copied ? left : rule.deepCopy();
        copied = true;
        goesOn = Fields.leaveOut(left, fault.pointer());
      }
    }
    read.ifPresent(found -> faults.check(() -> requireHouse(found)));
    return read;
  }

  /** What is missing only because it, or what would stand for it, was left out is no fault. */
  private static boolean isConsequence(WarmlineException.Violation fault, Faults faults) {
    String place = fault.pointer();
    return faults.isWithin(place)
        || (fault.code().equals("REQUIRED")
            && faults.isWithin(place.substring(0, Math.max(place.lastIndexOf('/'), 0)))
            && place.lastIndexOf('/') > 0);
  }

  private static void requireHouse(CallingRule rule) {
    if (CallingRules.isReserved(rule.id())) {
      throw new InvalidValue("/id", "RESERVED", "is the id of a rule that Warmline brings along");
    }
    if (!rule.identity().reach().areaCodes().isEmpty()
        && rule.jurisdiction()
            .filter(Jurisdiction::isCountry)
            .filter(place -> !place.equals(Jurisdiction.NOWHERE))
            .isEmpty()) {
      throw new InvalidValue(
          "/jurisdiction",
          "NO_COUNTRY",
          "must be the country of the area codes, such as US: a code is not told apart by state");
    }
  }

  /**
   * Reads a rule of law, which needs a jurisdiction, an audience, a status and a source.
   *
   * @throws InvalidValue for the first fault found
   */
  static CallingRule readPreset(JsonNode rule) {
    return Fields.read(rule, "", fields -> rule(fields, Optional.empty()));
  }

  private static CallingRule rule(Fields fields, Optional<RuleStatus> only) {
    Provenance provenance = provenance(fields, only);
    Identity identity = identity(fields, only.isPresent());
    return new CallingRule(identity, times(fields), demands(fields), provenance);
  }

  private static Provenance provenance(Fields fields, Optional<RuleStatus> only) {
    RuleStatus status =
        fields
            .find("status", RuleJson::status)
            .or(() -> only)
            .orElseThrow(() -> InvalidValue.required(fields.at("status"), "is missing"));
    if (only.isPresent() == (status != RuleStatus.HOUSE)) {
      throw new InvalidValue(
          fields.at("status"), "NOT_ALLOWED", "H is the status of house rules, and of no others");
    }
    List<Source> sources = fields.objects("sources", RuleJson::source);
    if (sources.isEmpty() && only.isEmpty()) {
      throw InvalidValue.required(fields.at("sources"), "a law has at least one source");
    }
    return new Provenance(
        status,
        sources,
        fields.find("notes", Function.identity()).orElse(""),
        fields.findObject("coverage", RuleJson::coverage).orElse(RuleCoverage.UNSAID),
        fields.findObject("signOff", RuleJson::signOff));
  }

  private static SignOff signOff(Fields fields) {
    return new SignOff(fields.get("by", Function.identity()), fields.get("on", LocalDate::parse));
  }

  private static RuleCoverage coverage(Fields fields) {
    Function<String, String> text = name -> fields.find(name, Function.identity()).orElse("");
    return new RuleCoverage(
        text.apply("business"),
        text.apply("customers"),
        text.apply("inquiries"),
        text.apply("registers"),
        text.apply("disclosure"),
        text.apply("verified"));
  }

  private static RuleStatus status(String code) {
    return Arrays.stream(RuleStatus.values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be P, S, NV or H"));
  }

  private static Source source(Fields source) {
    return new Source(
        source.get("citation", Function.identity()), source.get("checkedOn", LocalDate::parse));
  }

  private static Identity identity(Fields fields, boolean house) {
    Optional<Jurisdiction> jurisdiction = fields.find("jurisdiction", Jurisdiction::new);
    Set<Audience> audiences =
        new HashSet<>(fields.values("audience", name -> Fields.one(Audience.class, name)));
    if (house && audiences.isEmpty()) {
      audiences.addAll(List.of(Audience.values()));
    }
    if (!house && (jurisdiction.isEmpty() || audiences.isEmpty())) {
      throw InvalidValue.required(
          fields.at(jurisdiction.isEmpty() ? "jurisdiction" : "audience"), "a law needs it");
    }
    ZoneMode zones = fields.findOne("zoneMode", ZoneMode.class).orElse(ZoneMode.PROSPECT);
    return new Identity(
        fields.get("id", RuleId::new),
        fields.findInt("version", 1, MOST_VERSIONS).orElse(1),
        new RuleReach(
            jurisdiction, house ? areaCodes(fields, jurisdiction) : List.of(), audiences, zones),
        validity(fields, "validFrom", "validTo"),
        force(fields, house));
  }

  private static List<AreaCode> areaCodes(Fields fields, Optional<Jurisdiction> jurisdiction) {
    String country = jurisdiction.map(place -> place.country().code()).orElse(NO_COUNTRY);
    return fields.values("areaCodes", digits -> new AreaCode(country, digits));
  }

  private static Force force(Fields fields, boolean house) {
    if (!fields.isTrue("recommended")) {
      return Force.BINDING;
    }
    if (house) {
      throw new InvalidValue(
          fields.at("recommended"), "NOT_ALLOWED", "a house rule always binds its house");
    }
    return Force.RECOMMENDED;
  }

  private static Validity validity(Fields fields, String from, String to) {
    LocalDate first = fields.find(from, LocalDate::parse).orElse(LocalDate.MIN);
    LocalDate last = fields.find(to, LocalDate::parse).orElse(LocalDate.MAX);
    if (last.isBefore(first)) {
      throw new InvalidValue(fields.at(to), "ENDS_TOO_EARLY", "must not be before " + from);
    }
    return new Validity(first, last);
  }

  private static CallingTimes times(Fields fields) {
    return new CallingTimes(
        fields.findObject("windows", WeekJson::read),
        fields.findObject("holidays", RuleJson::holidays).flatMap(Function.identity()),
        fields.objects("suspensions", RuleJson::suspension),
        fields.isTrue("consentLiftsHours"));
  }

  /** The calendar, if calls are banned on its days. */
  private static Optional<HolidayCalendar> holidays(Fields fields) {
    List<OwnHoliday> days = fields.objects("days", RuleJson::ownHoliday);
    HolidayCalendar calendar =
        days.isEmpty()
            ? fields.get("calendar", HolidayCalendar::named)
            : fields
                .find("calendar", HolidayCalendar::named)
                .orElseGet(HolidayCalendar::ofNoPlace)
                .and(days);
    return fields.isTrue("ban") ? Optional.of(calendar) : Optional.empty();
  }

  private static OwnHoliday ownHoliday(Fields fields) {
    String name = fields.get("name", Function.identity());
    OwnHoliday.Observed observed =
        fields
            .findOne("observed", OwnHoliday.Observed.class)
            .orElse(OwnHoliday.Observed.ON_THE_DAY);
    return fields.get("date", text -> OwnHoliday.parse(name, text, observed));
  }

  private static Suspension suspension(Fields fields) {
    return new Suspension(
        validity(fields, "from", "to"), fields.get("reason", Function.identity()));
  }

  private static Demands demands(Fields fields) {
    return new Demands(
        fields.findOne("consentRequired", ConsentKind.class).orElse(ConsentKind.NONE),
        fields.isTrue("contractSuffices"),
        fields.objects("caps", RuleJson::cap),
        fields.objects("cooldowns", RuleJson::cooldown),
        new Keeping(
            fields.findInt("registryMaxAgeDays", 1, MOST_DAYS),
            Set.copyOf(fields.values("registryCovers", name -> Fields.one(Audience.class, name))),
            fields.findObject("registryExempts", RuleJson::exemptions),
            fields.findInt("recordYears", 1, MOST_YEARS),
            fields.findObject("abandonment", RuleJson::abandonment)));
  }

  private static RegistryExemptions exemptions(Fields fields) {
    return new RegistryExemptions(
        fields.findOne("consent", ConsentKind.class).orElse(ConsentKind.WRITTEN),
        fields.findInt("purchaseMonths", 1, MOST_MONTHS),
        fields.findInt("inquiryMonths", 1, MOST_MONTHS),
        fields.isTrue("customers"));
  }

  private static Cap cap(Fields fields) {
    int n =
        fields
            .findInt("n", 1, MOST_CALLS)
            .orElseThrow(() -> InvalidValue.required(fields.at("n"), "is missing"));
    Duration period = fields.get("period", Duration::parse);
    CapScope scope = fields.findOne("scope", CapScope.class).orElse(CapScope.SELLER);
    return fields.checked(cap -> new Cap(n, period, scope));
  }

  private static Cooldown cooldown(Fields fields) {
    return new Cooldown(
        fields.get("after", name -> Fields.one(Cooldown.After.class, name)),
        fields.findInt("days", 1, MOST_DAYS));
  }

  private static Abandonment abandonment(Fields fields) {
    double max =
        fields
            .findNumber("max")
            .orElseThrow(() -> InvalidValue.required(fields.at("max"), "is missing"));
    Duration window = fields.get("window", Duration::parse);
    return fields.checked(abandonment -> new Abandonment(max, window));
  }
}
