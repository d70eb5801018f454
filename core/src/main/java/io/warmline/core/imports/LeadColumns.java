package io.warmline.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of an exported lead list. */
final class LeadColumns {

  static final String ID = "id";
  static final String STATUS = "status";

  /** What Warmline knows and no import takes. */
  static final Set<String> OURS =
      Set.of(
          ID,
          STATUS,
          "calls",
          "lastCallAt",
          "lastOutcome",
          "promisedFrom",
          "promisedUntil",
          "meetingAt",
          "verdict");

  /** What the person agreed to and has to do with whoever is called for, behind all else. */
  private static final List<RowFact> FACTS =
      List.of(
          RowFact.CONSENT,
          RowFact.CONSENT_GIVEN_AT,
          RowFact.CONSENT_EXPIRES_AT,
          RowFact.CONSENT_WITHDRAWN_AT,
          RowFact.CONSENT_SCOPE,
          RowFact.CONSENT_SOURCE,
          RowFact.CONSENT_EVIDENCE,
          RowFact.CUSTOMER_SINCE,
          RowFact.CUSTOMER_UNTIL,
          RowFact.LAST_PURCHASE_ON,
          RowFact.LAST_INQUIRY_AT);

  /** What came of the lead, behind the numbers. */
  private static final List<String> HISTORY =
      List.of(
          "calls",
          "lastCallAt",
          "lastOutcome",
          "promisedFrom",
          "promisedUntil",
          "meetingAt",
          "verdict",
          RowFact.REVISIT_ON.key());

  /** The fields between the two and the numbers, in the order in which they are written. */
  static final List<LeadField> FIELDS =
      LeadField.COLUMNS.stream().filter(field -> field != LeadField.EXTERNAL_ID).toList();

  static final int PHONES = 5;

  private static final List<String> START = start();

  private LeadColumns() {}

  private static List<String> start() {
    List<String> names = new ArrayList<>(List.of(ID, LeadField.EXTERNAL_ID.key(), STATUS));
    FIELDS.forEach(field -> names.add(field.key()));
    for (int phone = 1; phone <= PHONES; phone++) {
      names.add("phone" + phone);
    }
    return List.copyOf(names);
  }

  /** The header of a list whose leads have these custom fields. */
  static List<String> header(List<String> customNames) {
    List<String> names = new ArrayList<>(START);
    names.addAll(HISTORY);
    LeadField.PHONES.forEach(phone -> names.add(RowFact.type(phone).key()));
    FACTS.forEach(fact -> names.add(fact.key()));
    customNames.forEach(name -> names.add(ColumnTarget.CUSTOM_PREFIX + name));
    return names;
  }

  /** The cells of a lead, custom fields excepted. */
  static List<String> cells(ExportedLead lead) {
    List<String> cells = new ArrayList<>();
    cells.add(lead.id().toString());
    cells.add(FormulaGuard.guarded(lead.value(LeadField.EXTERNAL_ID)));
    cells.add(lead.status().name());
    FIELDS.forEach(field -> cells.add(FormulaGuard.guarded(lead.value(field))));
    for (int phone = 0; phone < PHONES; phone++) {
      cells.add(lead.number(phone));
    }
    ExportedLead.History history = lead.history();
    cells.add(String.valueOf(history.calls()));
    cells.add(ExportColumns.time(history.lastCallAt()));
    cells.add(history.lastOutcome().orElse(""));
    cells.add(ExportColumns.time(history.promisedFrom()));
    cells.add(ExportColumns.time(history.promisedUntil()));
    cells.add(ExportColumns.time(history.meetingAt()));
    cells.add(history.verdict());
    cells.add(history.revisitOn().map(Object::toString).orElse(""));
    for (int phone = 0; phone < PHONES; phone++) {
      cells.add(lead.type(phone));
    }
    FACTS.forEach(fact -> cells.add(FormulaGuard.guarded(lead.fact(fact))));
    return cells;
  }

  /** Whether a file with this header is such a list. */
  static boolean isHeader(List<String> header) {
    return header.size() >= START.size() && header.subList(0, START.size()).equals(START);
  }
}
