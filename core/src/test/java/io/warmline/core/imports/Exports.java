package io.warmline.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Exports of ten systems after their documented headers, of people who do not exist, with the dirt
 * that lists come with.
 */
final class Exports {

  static final Map<LeadSource, List<String>> HEADERS =
      Map.of(
          LeadSource.SALESFORCE,
          names(
              """
              Salutation|First Name|Last Name|Title|Company / Account|Email|Phone|Mobile|Street|City|State/Province
              Zip/Postal Code|Country|Lead Source|Lead Status|Rating|Do Not Call|Email Opt Out|Lead Owner|Lead ID|Description
              """),
          LeadSource.HUBSPOT,
          names(
              """
              Record ID|First Name|Last Name|Email|Phone Number|Mobile Phone Number|Job Title|Company Name
              Company Domain Name|Contact owner|Lead Status|Lifecycle Stage|Marketing contact status|Create Date|City
              State/Region|Postal Code|Country/Region|Time Zone|Preferred language|Legal basis for processing contact's data
              Consent Date
              """),
          LeadSource.CLOSE,
          names(
              """
              id|display_name|status_label|primary_contact_name|primary_contact_title|primary_contact_primary_phone
              primary_contact_primary_email|url|description|html_url|primary_address_city|Extension
              """),
          LeadSource.OUTREACH,
          names(
              """
              First Name|Last Name|Title|Company|Email|Work Phone|Mobile Phone|Home Phone|Other Phone|VoIP Phone
              Opted Out|Stage|Owner|Tags|City|State|Zip|Country|Time Zone|Engaged Score
              """),
          LeadSource.SALESLOFT,
          names(
              """
              First Name|Last Name|Email Address|Title|Company|Phone|Phone Extension|Mobile Phone|Home Phone|Work City
              Work State|Work Country|Person Stage|Do Not Contact|Owner|Last Contacted|Locale|CRM ID
              """),
          LeadSource.APOLLO,
          names(
              """
              First Name|Last Name|Title|Company|Company Name for Emails|Email|Email Status|Seniority|Departments
              Contact Owner|Work Direct Phone|Home Phone|Mobile Phone|Corporate Phone|Other Phone|Stage|Lists
              # Employees|Industry|Person Linkedin Url|Website|City|State|Country|Do Not Call
              """),
          LeadSource.ZOOMINFO,
          names(
              """
              ZoomInfo Contact ID|Last Name|First Name|Salutation|Job Title|Management Level|Direct Phone Number
              Mobile phone|Email Address|Person Street|Person City|Person State|Person Zip Code|Country
              ZoomInfo Company ID|Company Name|Website|Company HQ Phone|Mobile Do Not Call|Direct Phone Do Not Call
              """),
          LeadSource.PIPEDRIVE,
          names(
              """
              Person - ID|Person - Name|Person - Phone - Work|Person - Phone - Mobile|Person - Email - Work
              Person - Organization|Person - Owner|Person - Label|Person - Open deals|Contract End Date
              """),
          LeadSource.ZOHO,
          names(
              """
              Record Id|Lead Owner|Company|First Name|Last Name|Designation|Email|Phone|Fax|Mobile|Website|Lead Source
              Lead Status|Industry|No. of Employees|Annual Revenue|Rating|Email Opt Out|Skype ID|Secondary Email|Twitter
              Street|City|State|Zip Code|Country|Description
              """),
          LeadSource.VICIDIAL,
          names(
              """
              lead_id|entry_date|modify_date|status|user|vendor_lead_code|source_id|list_id|gmt_offset_now
              called_since_last_reset|phone_code|phone_number|title|first_name|middle_initial|last_name|address1|city
              state|province|postal_code|country_code|gender|alt_phone|email|security_phrase|comments|called_count|rank|owner
              """));

  private static final List<String> PHONES =
      List.of(
          "212-736-5%03d",
          "+1 212 736 5%03d",
          "(212) 736-5%03d x12",
          "2127365%03d.0",
          "212 736 5%03d (work)",
          "1-212-736-5%03d",
          "212.736.5%03d Home",
          "212-736-5%03d / 212-737-5%1$03d",
          "1.21255E+10",
          "12",
          "n/a",
          "ask Joe");
  private static final List<String> DATES =
      List.of("2027-12-31", "31/12/2027", "12/31/2027", "46752", "03/04/2027", "soon", "-");
  private static final List<String> ZONES =
      List.of("Eastern", "US/Eastern", "us_slash_eastern", "Lunar", "America/Chicago", "NULL");
  private static final List<String> LANGUAGES = List.of("English", "en-US", "Deutsch", "Klingon");
  private static final List<String> STATUSES =
      List.of("New", "Warm", "DNC", "Nurture", "Customer", "Closed - Converted", "NI", "Attempted");
  private static final List<String> CONSENTS =
      List.of("Freely given consent from contact", "Not applicable", "yes", "hm", "");
  private static final List<String> TITLES = List.of("Head of IT", "Dr.", "Mrs", "CEO", "#N/A");
  private static final List<String> COUNTRIES = List.of("US", "USA", "United States", "", "1");

  private Exports() {}

  private static List<String> names(String lines) {
    return lines.strip().lines().flatMap(line -> List.of(line.split("\\|", -1)).stream()).toList();
  }

  /** The rows of an export of this system, its header first. */
  static List<List<String>> rows(LeadSource source, int rows) {
    List<List<String>> all = new ArrayList<>();
    List<String> header = HEADERS.get(source);
    all.add(header);
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < header.size(); column++) {
        cells.add(cell(header.get(column).toLowerCase(Locale.ROOT), row, column));
      }
      all.add(cells);
    }
    return all;
  }

  static String csv(LeadSource source, int rows) {
    return rows(source, rows).stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String cell(String name, int row, int column) {
    if (name.contains("do not") || name.contains("opted out") || name.contains("opt out")) {
      return of(List.of("No", "0", "", "No", "Yes", "maybe", "FALSE"), row);
    }
    if (name.equals("phone_code")) {
      return of(List.of("1", "1", "1", "44", "9"), row);
    }
    if (name.contains("extension")) {
      return of(List.of("", "x12", "123", "front desk"), row);
    }
    if (name.contains("phone") || name.equals("mobile")) {
      return of(PHONES, row + column).formatted(row);
    }
    if (name.contains("first") || name.equals("person - name") || name.contains("contact_name")) {
      return of(List.of("Ann", "Bob Jr Ray", "Dr. Cid Orr", "Null"), row) + " " + row;
    }
    return named(name, row, column);
  }

  private static String named(String name, int row, int column) {
    if (name.contains("email") && !name.contains("status")) {
      return of(List.of("p%d@firm.example", "nobody", "", "<p%d@firm.example>"), row)
          .formatted(row);
    }
    if (name.contains("zone")) {
      return of(ZONES, row);
    }
    if (name.contains("language") || name.equals("locale")) {
      return of(LANGUAGES, row);
    }
    if (name.contains("consent date")) {
      return of(List.of("2026-01-05", "05/01/2026", ""), row);
    }
    if (name.contains("date")) {
      return of(DATES, row);
    }
    if (name.contains("legal basis")) {
      return of(CONSENTS, row);
    }
    if (name.contains("status") || name.contains("stage") || name.contains("label")) {
      return of(STATUSES, row);
    }
    if (name.contains("title") || name.equals("designation")) {
      return of(TITLES, row);
    }
    if (name.contains("country")) {
      return of(COUNTRIES, row);
    }
    if (name.contains("score") || name.equals("rank")) {
      return of(List.of("70", "70.0", "-1", "high"), row);
    }
    if (name.endsWith("id") || name.contains("vendor_lead_code")) {
      return "id-" + row;
    }
    return of(List.of("", "NULL", "%s %d"), row + column).formatted(name, row);
  }

  private static String of(List<String> values, int index) {
    return values.get(index % values.size());
  }
}
