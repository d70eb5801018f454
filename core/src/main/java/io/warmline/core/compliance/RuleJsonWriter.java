package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.compliance.CallingRule.Force;
import io.warmline.core.compliance.CallingRule.Identity;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Writes rules in the shape that {@link RuleJson} reads. */
public final class RuleJsonWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RuleJsonWriter() {}

  /** The rule; reading it gives an equal one. Fields that say nothing are left out. */
  public static ObjectNode write(CallingRule rule) {
    ObjectNode json = JSON.objectNode();
    identity(rule.identity(), json);
    times(rule.times(), json);
    demands(rule.demands(), json);
    keeping(rule.demands().keeping(), json);
    provenance(rule.provenance(), json);
    return json;
  }

  private static void identity(Identity identity, ObjectNode json) {
    json.put("id", identity.id().value()).put("version", identity.version());
    identity.reach().jurisdiction().ifPresent(place -> json.put("jurisdiction", place.code()));
    ArrayNode codes = array(json, "areaCodes", identity.reach().areaCodes().isEmpty());
    identity.reach().areaCodes().forEach(code -> codes.add(code.digits()));
    ArrayNode audience = json.putArray("audience");
    identity.reach().audiences().stream().sorted().forEach(one -> audience.add(one.name()));
    json.put("zoneMode", identity.reach().zoneMode().name());
    days(identity.validity(), json, "validFrom", "validTo");
    if (identity.force() == Force.RECOMMENDED) {
      json.put("recommended", true);
    }
  }

  private static void days(Validity days, ObjectNode json, String from, String to) {
    if (!days.from().equals(LocalDate.MIN)) {
      json.put(from, days.from().toString());
    }
    if (!days.to().equals(LocalDate.MAX)) {
      json.put(to, days.to().toString());
    }
  }

  private static void times(CallingTimes times, ObjectNode json) {
    times.windows().ifPresent(hours -> windows(hours, json.putObject("windows")));
    times.bannedOn().ifPresent(calendar -> holidays(calendar, json.putObject("holidays")));
    ArrayNode suspensions = array(json, "suspensions", times.suspensions().isEmpty());
    for (Suspension suspension : times.suspensions()) {
      ObjectNode one = suspensions.addObject();
      days(suspension.days(), one, "from", "to");
      one.put("reason", suspension.reason());
    }
    json.put("consentLiftsHours", times.consentLifts());
  }

  private static void holidays(HolidayCalendar calendar, ObjectNode json) {
    if (!calendar.name().isEmpty()) {
      json.put("calendar", calendar.name());
    }
    ArrayNode days = array(json, "days", calendar.added().isEmpty());
    for (OwnHoliday holiday : calendar.added()) {
      days.addObject()
          .put("name", holiday.text().name())
          .put("date", holiday.text().date())
          .put("observed", holiday.text().observed().name());
    }
    json.put("ban", true);
  }

  private static void windows(CallingHours hours, ObjectNode json) {
    for (DayOfWeek day : DayOfWeek.values()) {
      ArrayNode windows = array(json, Fields.nameOf(day), hours.on(day).isEmpty());
      hours
          .on(day)
          .forEach(
              window ->
                  windows
                      .addObject()
                      .put("from", window.from().toString())
                      .put("to", window.to().toString()));
    }
  }

  private static void demands(Demands demands, ObjectNode json) {
    json.put("consentRequired", demands.consent().name());
    if (demands.contractSuffices()) {
      json.put("contractSuffices", true);
    }
    ArrayNode caps = array(json, "caps", demands.caps().isEmpty());
    for (Cap cap : demands.caps()) {
      caps.addObject()
          .put("n", cap.n())
          .put("period", cap.period().toString())
          .put("scope", cap.scope().name());
    }
    ArrayNode cooldowns = array(json, "cooldowns", demands.cooldowns().isEmpty());
    for (Cooldown cooldown : demands.cooldowns()) {
      ObjectNode one = cooldowns.addObject().put("after", cooldown.after().name());
      cooldown.days().ifPresent(days -> one.put("days", days));
    }
  }

  private static void keeping(Keeping keeping, ObjectNode json) {
    keeping.registryMaxAgeDays().ifPresent(days -> json.put("registryMaxAgeDays", days));
    ArrayNode covers = array(json, "registryCovers", keeping.registryCovers().isEmpty());
    keeping.registryCovers().stream().sorted().forEach(one -> covers.add(one.name()));
    keeping.registryExempts().ifPresent(exempt -> exempts(exempt, json));
    keeping.recordYears().ifPresent(years -> json.put("recordYears", years));
    keeping
        .abandonment()
        .ifPresent(
            abandonment ->
                json.putObject("abandonment")
                    .put("max", abandonment.max())
                    .put("window", abandonment.window().toString()));
  }

  private static void exempts(RegistryExemptions exempt, ObjectNode json) {
    ObjectNode written = json.putObject("registryExempts").put("consent", exempt.consent().name());
    exempt.purchaseMonths().ifPresent(months -> written.put("purchaseMonths", months));
    exempt.inquiryMonths().ifPresent(months -> written.put("inquiryMonths", months));
    written.put("customers", exempt.customers());
  }

  private static void provenance(Provenance provenance, ObjectNode json) {
    json.put("status", provenance.status().code());
    ArrayNode sources = array(json, "sources", provenance.sources().isEmpty());
    provenance
        .sources()
        .forEach(
            source ->
                sources
                    .addObject()
                    .put("citation", source.citation())
                    .put("checkedOn", source.checkedOn().toString()));
    provenance
        .signOff()
        .ifPresent(
            signOff ->
                json.putObject("signOff")
                    .put("by", signOff.by())
                    .put("on", signOff.on().toString()));
    coverage(provenance.coverage(), json);
    if (!provenance.notes().isEmpty()) {
      json.put("notes", provenance.notes());
    }
  }

  private static void coverage(RuleCoverage coverage, ObjectNode json) {
    if (!coverage.equals(RuleCoverage.UNSAID)) {
      json.putObject("coverage")
          .put("business", coverage.business())
          .put("customers", coverage.customers())
          .put("inquiries", coverage.inquiries())
          .put("registers", coverage.registers())
          .put("disclosure", coverage.disclosure())
          .put("verified", coverage.verified());
    }
  }

  /** An array in the object, unless it would be empty. */
  private static ArrayNode array(ObjectNode json, String name, boolean empty) {
    return empty ? JSON.arrayNode() : json.putArray(name);
  }
}
