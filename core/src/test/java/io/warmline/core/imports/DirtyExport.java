package io.warmline.core.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A seeded export of a system after its documented headers, with the dirt that lists come with, and
 * with what each cell must leave behind. The people do not exist; the numbers are of those kept for
 * fiction (555-0100 to 555-0199).
 */
final class DirtyExport {

  /** What must be found of a cell: all of these texts in the lead, or a warning, or both. */
  record Cell(String text, List<String> leaves, boolean warned) {

    static Cell of(String text, String... leaves) {
      return new Cell(text, List.of(leaves), false);
    }

    static Cell warned(String text, String... leaves) {
      return new Cell(text, List.of(leaves), true);
    }
  }

  /** How a system writes its files. */
  private record Layout(char delimiter, String charset, String above, String columns) {}

  private static final Map<LeadSource, Layout> LAYOUTS =
      Map.of(
          LeadSource.SALESFORCE,
          new Layout(
              ',',
              "UTF-8",
              "All open leads\nAs of 2026-11-18;by Dee\n",
              """
              Salutation:form|First Name:first|Last Name:last|Title:job|Company / Account:company|Email:email
              Phone:phone|Mobile:phone|Street:street|City:city|State/Province:state|Zip/Postal Code:zip|Country:country
              Lead Source:any|Lead Status:status|Rating:any|Do Not Call:dnc|Email Opt Out:any|Lead Owner:any
              Description:notes|Time Zone:zone|Ref No:ref
              """),
          LeadSource.HUBSPOT,
          new Layout(
              ',',
              "UTF-8",
              "\uFEFF",
              """
              Record ID:id|First Name:first|Last Name:last|Email:email|Phone Number:phone|Mobile Phone Number:phone
              Job Title:job|Company Name:company|Company Domain Name:any|Contact owner:any|Lead Status:status
              Lifecycle Stage:status|Marketing contact status:any|Create Date:any|City:city|State/Region:state
              Postal Code:zip|Country/Region:country|Time Zone:zone|Preferred language:lang|Company Phone Number:phone
              Contract End Date:end|Ref No:ref
              """),
          LeadSource.CLOSE,
          new Layout(
              ';',
              "UTF-8",
              "",
              """
              id:id|display_name:company|status_label:status|primary_contact_name:full|primary_contact_title:job
              primary_contact_primary_phone:phone|primary_contact_other_phones:phone|primary_contact_primary_email:email
              url:any|description:notes|html_url:any|primary_address_address_1:street|primary_address_city:city
              primary_address_state:state|primary_address_zipcode:zip|primary_address_country:country|Extension:ext|Ref No:ref
              """),
          LeadSource.OUTREACH,
          new Layout(
              '\t',
              "UTF-16LE",
              "\uFEFF",
              """
              First Name:first|Last Name:last|Title:job|Company:company|Email:email|Work Phones:phone|Mobile Phones:phone
              Home Phone:phone|Other Phone:phone|VoIP Phone:phone|Opted Out:dnc|Stage:status|Owner:any|Tags:tags
              Address City:city|Address State:state|Address Zip:zip|Address Country:country|Time Zone:zone
              Engaged Score:any|Ref No:ref
              """),
          LeadSource.SALESLOFT,
          new Layout(
              ',',
              "UTF-8",
              "",
              """
              First Name:first|Last Name:last|Email Address:email|Title:job|Company:company|Phone:phone
              Phone Extension:ext|Mobile Phone:phone|Home Phone:phone|Work City:city|Work State:state|Work Country:country
              Person Stage:status|Do Not Contact:dnc|Owner:any|Last Contacted:any|Locale:lang|CRM ID:id|Ref No:ref
              """),
          LeadSource.APOLLO,
          new Layout(
              ',',
              "UTF-8",
              "",
              """
              First Name:first|Last Name:last|Title:job|Company:company|Company Name for Emails:any|Email:email
              Email Status:any|Seniority:any|Departments:any|Contact Owner:any|Work Direct Phone:phone|Home Phone:phone
              Mobile Phone:phone|Corporate Phone:phone|Other Phone:phone|Stage:status|Lists:any|Account Owner:any
              # Employees:any|Industry:any|Person Linkedin Url:any|City:city|State:state|Country:country
              Company Address:street|Company City:any|Company State:any|Company Phone:phone|Do Not Call:dnc|Ref No:ref
              """),
          LeadSource.ZOOMINFO,
          new Layout(
              ';',
              "windows-1252",
              "",
              """
              ZoomInfo Contact ID:id|Last Name:last|First Name:first|Salutation:form|Job Title:job|Management Level:any
              Direct Phone Number:phone1|Mobile phone:phone2|Email Address:email|Person Street:street|Person City:city
              Person State:state|Person Zip Code:zip|Country:country|ZoomInfo Company ID:any|Company Name:company
              Website:web|Company HQ Phone:phone|Mobile Do Not Call:dnc2|Direct Phone Do Not Call:dnc1|Ref No:ref
              """),
          LeadSource.PIPEDRIVE,
          new Layout(
              ',',
              "UTF-8",
              "",
              """
              Person - ID:id|Person - Name:full|Person - Phone - Work:phone|Person - Phone - Mobile:phone
              Person - Email - Work:email|Person - Organization:company|Person - Owner:any|Person - Label:status
              Person - Open deals:any|Contract End Date:end|Organization - Phone:phone|Ref No:ref
              """),
          LeadSource.ZOHO,
          new Layout(
              ',',
              "UTF-8",
              "",
              """
              Record Id:id|Lead Owner:any|Company:company|First Name:first|Last Name:last|Designation:job|Email:email
              Phone:phone|Fax:any|Mobile:phone|Website:web|Lead Source:any|Lead Status:status|Industry:any
              No. of Employees:any|Annual Revenue:any|Rating:any|Email Opt Out:any|Skype ID:any|Secondary Email:any
              Twitter:any|Street:street|City:city|State:state|Zip Code:zip|Country:country|Description:notes|Ref No:ref
              """
                      .strip()
                  + more(60)),
          LeadSource.VICIDIAL,
          new Layout(
              '|',
              "UTF-8",
              "",
              """
              lead_id:any|entry_date:any|status:status|user:any|full_name:any|vendor_lead_code:id|list_id:any
              gmt_offset_now:any|called_since_last_reset:any|phone_code:code|phone_number:phone|title:form|first_name:first
              middle_initial:any|last_name:last|address1:street|city:city|state:state|postal_code:zip|country_code:country
              alt_phone:phone|email:email|security_phrase:any|comments:notes|called_count:any|rank:score|owner:any|Ref No:ref
              """));

  private static final int[] AREAS = {212, 646, 312, 713, 206, 617, 404, 305, 602, 303, 415, 215};
  private static final List<String> NOTHING = List.of("", "", "NULL", "#N/A", "-", "n/a", " ");

  private final LeadSource source;
  private final Layout layout;
  private final List<String> names = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private final Random random;
  private int next;

  private DirtyExport(LeadSource source, long seed) {
    this.source = source;
    this.layout = LAYOUTS.get(source);
    this.random = new Random(seed);
    for (String column : layout.columns().strip().split("[|\\n]", -1)) {
      int colon = column.lastIndexOf(':');
      names.add(column.substring(0, colon));
      kinds.add(column.substring(colon + 1));
    }
  }

  static DirtyExport of(LeadSource source, int rows, long seed) {
    DirtyExport export = new DirtyExport(source, seed);
    for (int row = 0; row < rows; row++) {
      export.rows.add(export.row(row));
    }
    return export;
  }

  private static String more(int columns) {
    StringBuilder more = new StringBuilder();
    for (int column = 1; column <= columns; column++) {
      more.append("|Custom ").append(column).append(":any");
    }
    return more.toString();
  }

  List<String> names() {
    return names;
  }

  List<List<Cell>> rows() {
    return rows;
  }

  /** The line of the file on which a row stands, the first being row 0. */
  long line(int row) {
    return layout.above().lines().filter(line -> !line.equals("\uFEFF")).count() + 2 + row;
  }

  byte[] file() {
    List<List<String>> all = new ArrayList<>();
    all.add(names);
    rows.forEach(row -> all.add(row.stream().map(Cell::text).toList()));
    String text =
        all.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(layout.delimiter()))))
            .collect(Collectors.joining("\r\n", layout.above(), "\r\n"));
    return text.getBytes(java.nio.charset.Charset.forName(layout.charset()));
  }

  private List<Cell> row(int row) {
    Cell[] cells = new Cell[kinds.size()];
    Arrays.setAll(cells, column -> cell(kinds.get(column), row, column));
    for (int column = 0; column < cells.length; column++) {
      String kind = kinds.get(column);
      if (kind.startsWith("dnc") && kind.length() > 3) {
        cells[column] = refusalOf(cells[kinds.indexOf("phone" + kind.charAt(3))]);
      } else if (kind.equals("ext")) {
        cells[column] = extensionOf(cells[kinds.indexOf("phone")]);
      }
    }
    return List.of(cells);
  }

  private Cell cell(String kind, int row, int column) {
    return switch (kind) {
      case "ref" -> Cell.of("ref-" + row + "-", "ref-" + row + "-");
      case "phone", "phone1", "phone2" -> phone();
      case "code" -> Cell.of("1");
      case "form" -> any(Cell.of("Mr.", "Mr."), Cell.of("Dr", "Dr"), nothing());
      case "first" -> named(any("Ann", "José", "Zoë", "Bo"), row);
      case "last" -> named(any("Lee", "Müller", "O'Neil", "von Berg"), row);
      case "full" -> full(row);
      case "job" -> any(Cell.of("Head of IT", "Head of IT"), Cell.of("CFO", "CFO"), nothing());
      case "company" -> named(any("Firm Inc", "Kay & Söhne", "\"Quoted\" Ltd"), row);
      case "email" -> email(row);
      case "zip" -> any(Cell.of("10001", "10001"), Cell.warned("6108", "6108"), nothing());
      case "state" -> state();
      case "country" -> any(Cell.of("USA", "US"), Cell.of("United States", "US"), nothing());
      case "zone" -> zone();
      case "lang" -> any(Cell.of("English", "en"), Cell.warned("Klingon"), nothing());
      case "end" -> date();
      case "status" -> status();
      case "dnc" -> refusal();
      case "score" -> any(Cell.of("70.0", "70"), Cell.warned("high"), Cell.of("5", "5"));
      case "tags" ->
          any(
              Cell.of("Hot; Fair " + row, "hot", "fair " + row),
              Cell.of("VIP" + row, "vip" + row),
              nothing());
      case "id" -> Cell.of(source + "-" + row, source + "-" + row);
      default -> any(named(names.get(column), row), nothing());
    };
  }

  private static Cell named(String text, int row) {
    return Cell.of(text + " " + row, text + " " + row);
  }

  private Cell nothing() {
    return Cell.of(any(NOTHING.toArray(String[]::new)));
  }

  private Cell full(int row) {
    return any(
        Cell.of("Ann Berg" + row, "Ann", "Berg" + row),
        Cell.of("Berg" + row + ", Ann", "Ann", "Berg" + row),
        Cell.of("Dr. Cid van Orr" + row, "Dr.", "Cid", "van Orr" + row));
  }

  private Cell email(int row) {
    String address = "p" + row + "@firm.example";
    return any(
        Cell.of(address, address),
        Cell.of("<" + address + ">", address),
        Cell.warned("nobody"),
        nothing());
  }

  private Cell state() {
    return any(
        Cell.of("NY", "NY"),
        Cell.of("New York", "New York"),
        Cell.warned("New Yrok", "New Yrok"),
        nothing());
  }

  private Cell zone() {
    return any(
        Cell.of("Eastern", "America/New_York"),
        Cell.of("US/Central", "US/Central"),
        Cell.of("EST", "America/New_York"),
        Cell.warned("Lunar"),
        nothing());
  }

  private Cell date() {
    return any(
        Cell.of("31/12/2027", "2027-12-31"),
        Cell.of("12/31/2027", "2027-12-31"),
        Cell.of("Dec 31, 2027", "2027-12-31"),
        Cell.of("46752", "2027-12-31"),
        Cell.warned("03/04/2027"),
        Cell.warned("soon"));
  }

  private Cell status() {
    return any(
        Cell.of("New", "New"),
        Cell.of("Hot", "Hot"),
        Cell.of("Customer", "Customer"),
        Cell.of("DNC", "DNC", "refused"),
        Cell.warned("Blue moon", "Blue moon"));
  }

  private Cell refusal() {
    return any(
        Cell.of("No"),
        Cell.of("0"),
        Cell.of("FALSE"),
        Cell.of("Yes", "refused"),
        Cell.of("x", "refused"),
        Cell.of("2024-05-01", "refused"),
        Cell.warned("ask first", "refused"),
        nothing());
  }

  private Cell refusalOf(Cell phone) {
    return any(
        Cell.of("No"),
        phone.leaves().isEmpty()
            ? Cell.warned("Yes")
            : Cell.of(
                "Yes",
                phone.leaves().stream()
                    .map(number -> "no calls on " + number)
                    .toArray(String[]::new)));
  }

  private Cell extensionOf(Cell phone) {
    return phone.leaves().isEmpty()
        ? Cell.warned("44")
        : any(
            Cell.of("x44", "x44"), Cell.warned("front desk"), Cell.warned("44 ask for Bo", "x44"));
  }

  private Cell phone() {
    String one = digits();
    String plain = "+1" + one;
    String area = one.substring(0, 3);
    String line = one.substring(6);
    return switch (random.nextInt(12)) {
      case 0 -> Cell.of("(" + area + ") 555-" + line, plain);
      case 1 -> Cell.of("+1 " + area + " 555 " + line, plain);
      case 2 -> Cell.of(one + ".0", plain);
      case 3 -> Cell.of("1-" + area + "-555-" + line, plain);
      case 4 -> Cell.of(area + ".555." + line + " (work)", plain);
      case 5 -> {
        String other = digits();
        yield Cell.of(one + " / " + other, plain, "+1" + other);
      }
      case 6 -> Cell.of(area + " 555 " + line, plain);
      case 7 -> Cell.warned("1.21255E+10");
      case 8 -> Cell.warned("12");
      case 9 -> Cell.warned("ask Joe");
      case 10 -> Cell.of("tel:+1-" + area + "-555-" + line, plain);
      default -> nothing();
    };
  }

  private String digits() {
    int number = next++;
    int area = AREAS[number / 100 % AREAS.length];
    return "%d555%04d".formatted(area, 100 + number % 100);
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
