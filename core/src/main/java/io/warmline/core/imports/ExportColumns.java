package io.warmline.core.imports;

import io.warmline.core.lead.LeadStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of exports for other systems: what each is called there, what stands in it, and what
 * an import makes of it, so that the same lead comes back.
 *
 * @see <a
 *     href="https://knowledge.hubspot.com/properties/hubspots-default-contact-properties">HubSpot:
 *     default contact properties</a>
 * @see <a
 *     href="https://help.salesforce.com/s/articleView?id=sales.data_import_wizard_map_fields.htm">Salesforce:
 *     fields of the import wizard</a>
 * @see <a
 *     href="https://support.pipedrive.com/en/article/importing-data-into-pipedrive-with-spreadsheets">Pipedrive:
 *     importing with spreadsheets</a>
 */
final class ExportColumns {

  /** Where the lead stands, in Warmline's words, which an import takes and does not keep. */
  static final String STATUS = "Warmline Status";

  /** What Salesforce puts where it requires something and has nothing. */
  static final String NOT_PROVIDED = "[not provided]";

  /**
   * A column.
   *
   * @param target what an import makes of it
   */
  record Column(String header, ColumnTarget target, Function<ExportedLead, String> value) {}

  private static final List<Column> HUBSPOT = hubspot();
  private static final List<Column> SALESFORCE = salesforce();
  private static final List<Column> PIPEDRIVE = pipedrive();

  private ExportColumns() {}

  /** The columns of a preset, custom fields excepted; none for Warmline's own. */
  static List<Column> of(ExportPreset preset) {
    return switch (preset) {
      case WARMLINE -> List.of();
      case HUBSPOT -> HUBSPOT;
      case SALESFORCE -> SALESFORCE;
      case PIPEDRIVE -> PIPEDRIVE;
    };
  }

  /** The columns that a file with these headers has from such an export. */
  static List<Column> in(List<String> headers) {
    Set<String> names = new HashSet<>(headers);
    return Stream.of(HUBSPOT, SALESFORCE, PIPEDRIVE)
        .filter(columns -> names.containsAll(headers(columns)))
        .findFirst()
        .orElse(List.of());
  }

  static List<String> headers(List<Column> columns) {
    return columns.stream().map(Column::header).toList();
  }

  private static List<Column> hubspot() {
    List<Column> columns = new ArrayList<>();
    columns.add(field("First Name", LeadField.FIRST_NAME));
    columns.add(field("Last Name", LeadField.LAST_NAME));
    columns.add(field("Email", LeadField.EMAIL));
    columns.add(phone("Phone Number", 0));
    columns.add(phone("Mobile Phone Number", 1));
    columns.add(field("Job Title", LeadField.JOB_TITLE));
    columns.add(field("Company Name", LeadField.COMPANY));
    columns.add(field("Website URL", LeadField.WEBSITE));
    columns.add(field("Street Address", LeadField.STREET));
    columns.add(field("City", LeadField.CITY));
    columns.add(field("State/Region", LeadField.REGION));
    columns.add(field("Postal Code", LeadField.POSTAL_CODE));
    columns.add(country("Country/Region"));
    columns.add(
        new Column(
            "Time Zone",
            new ColumnTarget.Field(LeadField.TIME_ZONE),
            lead ->
                lead.value(LeadField.TIME_ZONE).toLowerCase(Locale.ROOT).replace("/", "_slash_")));
    columns.add(field("Preferred language", LeadField.LANGUAGE));
    columns.add(field("Salutation", LeadField.TITLE));
    columns.add(shown("Lead Status", lead -> hubspotStatus(lead.status())));
    columns.add(shown("Lifecycle Stage", lead -> lifecycle(lead.status())));
    columns.addAll(common());
    columns.add(field("Message", LeadField.NOTES));
    return List.copyOf(columns);
  }

  private static String hubspotStatus(LeadStatus status) {
    return switch (status) {
      case COLD -> "New";
      case ATTEMPTING, EXHAUSTED -> "Attempted to contact";
      case CONTACTED, CUSTOMER, LAPSED -> "Connected";
      case CALLBACK_PENDING, WARM -> "In progress";
      case QUALIFIED, HANDED_OFF, APPOINTMENT_SET -> "Open deal";
      case NURTURE -> "Bad timing";
      case DISQUALIFIED, DO_NOT_CALL -> "Unqualified";
    };
  }

  private static String lifecycle(LeadStatus status) {
    return switch (status) {
      case CUSTOMER -> "Customer";
      case LAPSED -> "Other";
      case QUALIFIED, HANDED_OFF -> "Sales Qualified Lead";
      case APPOINTMENT_SET -> "Opportunity";
      case COLD,
          ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          NURTURE,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          "Lead";
    };
  }

  private static List<Column> salesforce() {
    List<Column> columns = new ArrayList<>();
    columns.add(field("Salutation", LeadField.TITLE));
    columns.add(field("First Name", LeadField.FIRST_NAME));
    columns.add(required("Last Name", LeadField.LAST_NAME));
    columns.add(field("Title", LeadField.JOB_TITLE));
    columns.add(required("Company", LeadField.COMPANY));
    columns.add(field("Email", LeadField.EMAIL));
    columns.add(phone("Phone", 0));
    columns.add(phone("Mobile", 1));
    columns.add(field("Street", LeadField.STREET));
    columns.add(field("City", LeadField.CITY));
    columns.add(field("State/Province", LeadField.REGION));
    columns.add(field("Zip/Postal Code", LeadField.POSTAL_CODE));
    columns.add(country("Country"));
    columns.add(field("Website", LeadField.WEBSITE));
    columns.add(shown("Lead Status", lead -> salesforceStatus(lead.status())));
    columns.add(shown("Rating", lead -> rating(lead.status())));
    columns.add(
        new Column(
            "Do Not Call",
            new ColumnTarget.Fact(RowFact.DO_NOT_CALL),
            lead -> lead.status() == LeadStatus.DO_NOT_CALL ? "1" : "0"));
    columns.add(field("Description", LeadField.NOTES));
    columns.add(field("Time Zone", LeadField.TIME_ZONE));
    columns.add(field("Language", LeadField.LANGUAGE));
    columns.addAll(common());
    return List.copyOf(columns);
  }

  private static String salesforceStatus(LeadStatus status) {
    return switch (status) {
      case COLD -> "Open - Not Contacted";
      case DISQUALIFIED, LAPSED, DO_NOT_CALL -> "Closed - Not Converted";
      case ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          WARM,
          QUALIFIED,
          HANDED_OFF,
          APPOINTMENT_SET,
          NURTURE,
          CUSTOMER,
          EXHAUSTED ->
          "Working - Contacted";
    };
  }

  private static String rating(LeadStatus status) {
    return switch (status) {
      case QUALIFIED, HANDED_OFF, APPOINTMENT_SET -> "Hot";
      case WARM, CALLBACK_PENDING, CUSTOMER -> "Warm";
      case COLD, ATTEMPTING, CONTACTED, NURTURE, LAPSED, DISQUALIFIED, EXHAUSTED, DO_NOT_CALL ->
          "Cold";
    };
  }

  private static List<Column> pipedrive() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        shown(
            "Person - Name",
            lead ->
                joined(" ", lead.value(LeadField.FIRST_NAME), lead.value(LeadField.LAST_NAME))));
    columns.add(field("Person - First name", LeadField.FIRST_NAME));
    columns.add(field("Person - Last name", LeadField.LAST_NAME));
    columns.add(field("Person - Email - Work", LeadField.EMAIL));
    columns.add(phone("Person - Phone - Work", 0));
    columns.add(phone("Person - Phone - Mobile", 1));
    columns.add(field("Person - Job title", LeadField.JOB_TITLE));
    columns.add(shown("Person - Label", lead -> rating(lead.status()) + " lead"));
    columns.add(field("Organization - Name", LeadField.COMPANY));
    columns.add(
        shown(
            "Organization - Address",
            lead ->
                joined(
                    ", ",
                    lead.value(LeadField.STREET),
                    lead.value(LeadField.CITY),
                    lead.value(LeadField.REGION),
                    lead.value(LeadField.POSTAL_CODE),
                    lead.countryName())));
    columns.add(field("Note", LeadField.NOTES));
    columns.add(field("Salutation", LeadField.TITLE));
    columns.add(field("Website", LeadField.WEBSITE));
    columns.add(field("Street", LeadField.STREET));
    columns.add(field("City", LeadField.CITY));
    columns.add(field("State", LeadField.REGION));
    columns.add(field("Postal Code", LeadField.POSTAL_CODE));
    columns.add(field("Country", LeadField.COUNTRY));
    columns.add(field("Time Zone", LeadField.TIME_ZONE));
    columns.add(field("Language", LeadField.LANGUAGE));
    columns.addAll(common());
    return List.copyOf(columns);
  }

  /** What the other systems have no place for, and what came of the lead here. */
  private static List<Column> common() {
    List<Column> columns = new ArrayList<>(ofEach());
    for (int i = 0; i < LeadField.PHONES.size(); i++) {
      int position = i;
      columns.add(
          new Column(
              "Phone %d Type".formatted(position + 1),
              new ColumnTarget.Fact(RowFact.type(LeadField.PHONES.get(position))),
              lead -> lead.type(position)));
    }
    return columns;
  }

  private static List<Column> ofEach() {
    return List.of(
        field("County", LeadField.COUNTY),
        phone("Phone 3", 2),
        phone("Phone 4", 3),
        phone("Phone 5", 4),
        field("Lead Score", LeadField.SCORE),
        field("Contract End Date", LeadField.CONTRACT_END),
        field("Tags", LeadField.TAGS),
        field("Stated Country", LeadField.STATED_COUNTRY),
        field("Stated Region", LeadField.STATED_REGION),
        field("Stated Postal Code", LeadField.STATED_POSTAL_CODE),
        field("External ID", LeadField.EXTERNAL_ID),
        new Column(
            "Revisit Date",
            new ColumnTarget.Fact(RowFact.REVISIT_ON),
            lead -> lead.history().revisitOn().map(Object::toString).orElse("")),
        fact("Consent", RowFact.CONSENT),
        fact("Consent Date", RowFact.CONSENT_GIVEN_AT),
        fact("Consent Expires", RowFact.CONSENT_EXPIRES_AT),
        fact("Consent Withdrawn", RowFact.CONSENT_WITHDRAWN_AT),
        fact("Consent Scope", RowFact.CONSENT_SCOPE),
        fact("Consent Source", RowFact.CONSENT_SOURCE),
        fact("Consent Evidence", RowFact.CONSENT_EVIDENCE),
        fact("Customer Since", RowFact.CUSTOMER_SINCE),
        fact("Customer Until", RowFact.CUSTOMER_UNTIL),
        fact("Last Purchase", RowFact.LAST_PURCHASE_ON),
        fact("Last Inquiry", RowFact.LAST_INQUIRY_AT),
        new Column(STATUS, new ColumnTarget.Fact(RowFact.STATUS), lead -> lead.status().name()),
        shown("Warmline ID", lead -> lead.id().toString()),
        shown("Calls", lead -> String.valueOf(lead.history().calls())),
        shown("Last Call", lead -> time(lead.history().lastCallAt())),
        shown("Last Outcome", lead -> lead.history().lastOutcome().orElse("")),
        shown("Promised From", lead -> time(lead.history().promisedFrom())),
        shown("Promised Until", lead -> time(lead.history().promisedUntil())),
        shown("Meeting", lead -> time(lead.history().meetingAt())),
        shown("Verdict", lead -> lead.history().verdict()));
  }

  static String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }

  private static Column field(String header, LeadField field) {
    return new Column(header, new ColumnTarget.Field(field), lead -> lead.value(field));
  }

  private static Column fact(String header, RowFact fact) {
    return new Column(header, new ColumnTarget.Fact(fact), lead -> lead.fact(fact));
  }

  private static Column required(String header, LeadField field) {
    return new Column(
        header,
        new ColumnTarget.Field(field),
        lead -> lead.value(field).isEmpty() ? NOT_PROVIDED : lead.value(field));
  }

  private static Column country(String header) {
    return new Column(header, new ColumnTarget.Field(LeadField.COUNTRY), ExportedLead::countryName);
  }

  private static Column phone(String header, int position) {
    return new Column(
        header,
        new ColumnTarget.Field(LeadField.PHONES.get(position)),
        lead -> lead.number(position));
  }

  /** Of Warmline's side, or said elsewhere in the file: an import leaves it out. */
  private static Column shown(String header, Function<ExportedLead, String> value) {
    return new Column(header, new ColumnTarget.Ignored(), value);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }
}
