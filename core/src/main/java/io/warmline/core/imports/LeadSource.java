package io.warmline.core.imports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The systems whose exports are known by their header: by names of columns, folded as by {@link
 * HeaderNames#folded}, that few others use. What a name means in one of them alone goes before what
 * it means elsewhere.
 */
public enum LeadSource {
  SALESFORCE(
      2,
      """
      companyaccount stateprovince zippostalcode hasoptedoutofemail mailingstateprovince
      mailingzippostalcode recordtypeid accountid hasoptedoutoffax leadowneralias isconverted
      lastactivity leadsource emailoptout donotcall leadowner masterrecordid
      """,
      Map.of()),
  HUBSPOT(
      2,
      """
      recordid lifecyclestage mobilephonenumber marketingcontactstatus companydomainname stateregion
      countryregion contactowner associatedcompany hubspotscore createdate originalsource
      legalbasisforprocessingcontactsdata
      """,
      Map.of()),
  CLOSE(
      2,
      """
      primarycontactprimaryphone primarycontactname primarycontactprimaryemail primarycontacttitle
      statuslabel htmlurl displayname leadname otherphones primaryphone primaryemail
      primarycontactotherphones primaryaddressstate leadstatuslabel contactphone1 contactphone1type
      contactemail1 contactemail1type contacttitle
      """,
      Map.of(
          "leadname", new ColumnTarget.Field(LeadField.COMPANY),
          "displayname", new ColumnTarget.Field(LeadField.COMPANY),
          "statuslabel", new ColumnTarget.Fact(RowFact.STATUS),
          "leadstatuslabel", new ColumnTarget.Fact(RowFact.STATUS),
          "primarycontacttitle", new ColumnTarget.Field(LeadField.JOB_TITLE),
          "contacttitle", new ColumnTarget.Field(LeadField.JOB_TITLE),
          "primarycontactname", new ColumnTarget.Field(LeadField.FULL_NAME),
          "primarycontactprimaryemail", new ColumnTarget.Field(LeadField.EMAIL),
          "contactemail1", new ColumnTarget.Field(LeadField.EMAIL))),
  OUTREACH(
      2,
      """
      optedout engagedscore voipphone otherphone callsoptedout personanote stage occupation optedoutat
      addressstreet addresszip
      """,
      Map.of("title", new ColumnTarget.Field(LeadField.JOB_TITLE))),
  SALESLOFT(
      2,
      """
      personstage donotcontact phoneextension workcity workstate workcountry crmid lastcontacted
      eumail personcompanyname
      """,
      Map.of(
          "title", new ColumnTarget.Field(LeadField.JOB_TITLE),
          "workcity", new ColumnTarget.Field(LeadField.CITY),
          "workstate", new ColumnTarget.Field(LeadField.REGION),
          "workcountry", new ColumnTarget.Field(LeadField.COUNTRY))),
  APOLLO(
      2,
      """
      workdirectphone corporatephone companynameforemails personlinkedinurl emailstatus seniority
      departments lists otherphone stage apollocontactid contactowner employees
      """,
      Map.of("title", new ColumnTarget.Field(LeadField.JOB_TITLE))),
  ZOOMINFO(
      2,
      """
      zoominfocontactid directphonenumber companyhqphone personcity personstate personzipcode
      mobiledonotcall directphonedonotcall zoominfocompanyid managementlevel personstreet
      personzoominfoid companyzoominfoid persondonotcall personzip
      """,
      Map.of(
          "personstreet", new ColumnTarget.Field(LeadField.STREET),
          "personcity", new ColumnTarget.Field(LeadField.CITY),
          "personstate", new ColumnTarget.Field(LeadField.REGION),
          "personzipcode", new ColumnTarget.Field(LeadField.POSTAL_CODE),
          "personzoominfoid", new ColumnTarget.Field(LeadField.EXTERNAL_ID),
          "zoominfocontactid", new ColumnTarget.Field(LeadField.EXTERNAL_ID))),
  PIPEDRIVE(
      2,
      """
      personname personphone personphonework personphonemobile personphonehome personphoneother
      personemail personemailwork personorganization personorganisation personowner personid
      personlabel personopendeals personemailhome phonework emailwork emailhome emailother
      """,
      Map.of(
          "personid", new ColumnTarget.Field(LeadField.EXTERNAL_ID),
          "personorganization", new ColumnTarget.Field(LeadField.COMPANY),
          "personorganisation", new ColumnTarget.Field(LeadField.COMPANY),
          "personemailwork", new ColumnTarget.Field(LeadField.EMAIL),
          "personjobtitle", new ColumnTarget.Field(LeadField.JOB_TITLE),
          "personlabel", new ColumnTarget.Fact(RowFact.STATUS))),
  ZOHO(
      3,
      """
      leadowner leadsource emailoptout skypeid secondaryemail noofemployees annualrevenue designation
      twitter rating
      """,
      Map.of("designation", new ColumnTarget.Field(LeadField.JOB_TITLE))),
  VICIDIAL(
      2,
      """
      phonecode vendorleadcode listid gmtoffsetnow calledsincelastreset securityphrase calledcount
      entrylistid lastlocalcalltime altphone lengthinsec altdial usergroup phonenumberdialed
      """,
      // The name of the agent, and of our list: of nobody who is called.
      Map.of(
          "fullname", new ColumnTarget.Custom("full_name"),
          "listname", new ColumnTarget.Custom("list_name"))),
  /** None of these: names mean what they mean anywhere. */
  OTHER(Integer.MAX_VALUE, "other", Map.of());

  private final int enough;

  @SuppressWarnings("ImmutableEnumChecker") // It cannot be changed.
  private final Set<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // It cannot be changed.
  private final Map<String, ColumnTarget> meanings;

  LeadSource(int enough, String names, Map<String, ColumnTarget> meanings) {
    this.enough = enough;
    this.names = HeaderSynonyms.words(names);
    this.meanings = meanings;
  }

  /** The system whose export has these columns; OTHER if it could be any, or two alike. */
  static LeadSource of(List<String> headers) {
    Set<String> folded = headers.stream().map(HeaderNames::folded).collect(Collectors.toSet());
    List<LeadSource> likely =
        Arrays.stream(values())
            .filter(source -> source.found(folded) >= source.enough)
            .sorted(Comparator.comparing((LeadSource source) -> -source.found(folded)))
            .toList();
    boolean tie = likely.size() > 1 && likely.get(0).found(folded) == likely.get(1).found(folded);
    return likely.isEmpty() || tie ? OTHER : likely.get(0);
  }

  private int found(Set<String> folded) {
    return (int) names.stream().filter(folded::contains).count();
  }

  /**
   * What a column of this name holds in the exports of this system, if not what it does anywhere.
   */
  Optional<ColumnTarget> meaning(String folded) {
    return Optional.ofNullable(meanings.get(folded));
  }
}
