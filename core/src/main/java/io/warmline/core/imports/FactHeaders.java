package io.warmline.core.imports;

import io.warmline.core.refusal.OtherWays;
import io.warmline.core.refusal.RefusalWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns that hold a {@link RowFact}, folded as by {@link HeaderNames#folded}. A name
 * such as {@code Mobile Do Not Call} is about the number in the column {@code Mobile}.
 */
final class FactHeaders {

  private static final Map<String, RowFact> NAMES = new HashMap<>();

  static {
    for (RowFact fact : RowFact.values()) {
      NAMES.put(HeaderNames.folded(fact.key()), fact);
    }
    add(
        RowFact.CALLING_CODE,
        """
        phonecode callingcode countrycallingcode callingcountrycode dialcode dialingcode diallingcode
        countrydialcode countrydialingcode isd isdcode phonecountrycode phoneprefix countryprefix
        internationalprefix internationalcode dialprefix telephonecode vorwahlland landesvorwahl
        landervorwahl laendervorwahl landesvorwahlnummer indicatif indicatifpays prefijo codigodepais
        mobilecountrycode telephonecountrycode
        """);
    add(
        RowFact.AREA_CODE,
        """
        areacode phoneareacode telephoneareacode vorwahl ortsvorwahl netzvorwahl telefonvorwahl stdcode
        ddd prefisso lada clavelada indicatifregional citycode phonecitycode netnummer kengetal riktnummer
        kierunkowy numerkierunkowy codigodearea codigoarea
        """);
    add(
        RowFact.DO_NOT_CALL,
        """
        donotcontact donotcontactflag dontcontact unsubscribedfromcalls hasoptedoutofcalls
        hasoptedoutofphone optedoutofcalls optedoutofphone callsoptedout donotcontactbyphone
        donotcallregistry nationaldnc federaldnc statednc tps ctps tpsregistered ctpsregistered
        nichtanrufen keineanrufe bittenichtanrufen anrufsperre telefonsperre nepasappeler nollamar
        nopasarllamadas suppressed suppresscalls callsuppressed robinson robinsonliste callblocked
        dncreason donotcallreason
        """);
    add(
        RowFact.MAY_CALL,
        "maycall oktocall cancall callallowed callsallowed allowcalls phoneallowed callable"
            + " contactable");
    add(
        RowFact.DECEASED,
        """
        isdeceased deceasedflag deceasedon deceaseddate datedeceased dateofdeath deathdate died diedon
        verstorben verstorbenam gestorben todesdatum sterbedatum decede decedee datededeces
        fallecido fallecida fechadefallecimiento overleden deceduto deceduta falecido falecida
        """);
    add(
        RowFact.CONSENT,
        """
        consent consentkind consenttype consentstatus consentlevel callconsent phoneconsent
        tcpaconsent gdprconsent marketingconsent einwilligung einverstandnis consentement legalbasis
        lawfulbasis legalbasisforprocessingcontactsdata phoneoptin calloptin consenttocall
        consenttocontact
        werbeeinwilligung telefoneinwilligung marketingeinwilligung einwilligungtelefon einwilligungwerbung
        einwilligungtelefonwerbung werbeeinwilligungtelefon einwilligungserklarung einwilligungvorhanden
        telefonoptin optintelefon consentementtelephone consentementtelephonique consentementmarketing
        consentimiento consentimientotelefonico consentimientocomercial consenso consensotelefonico
        consensomarketing consentimento toestemming toestemmingbellen zgoda zgodamarketingowa zgodanakontakt
        zgodanatelefon samtycke samtykke suostumus souhlas hozzajarulas
        """);
    add(
        RowFact.CONSENT_GIVEN_AT,
        """
        consentdate consentgiven consentgivenon consentgivenat consenttimestamp consentedat consentedon
        consentat consenton consentstartdate optindate optinat optintimestamp dateofconsent einwilligungam
        einwilligungsdatum einwilligungvom tcpaconsentdate gdprconsentdate datedeconsentement
        datumeinwilligung datumdereinwilligung dateconsentement fechaconsentimiento fechadeconsentimiento
        dataconsenso datadelconsenso dataconsentimento datadoconsentimento datumtoestemming datazgody
        samtyckesdatum samtykkedato
        """);
    add(
        RowFact.CONSENT_EXPIRES_AT,
        """
        consentexpires consentexpiry consentexpireson consentexpiresat consentexpirydate
        consentexpirationdate consentvaliduntil consentuntil consentenddate consentvalidto optinexpires
        optinexpiry einwilligungbis einwilligunggultigbis einwilligungablauf
        """);
    add(
        RowFact.CONSENT_WITHDRAWN_AT,
        """
        consentwithdrawn consentwithdrawnon consentwithdrawndate consentwithdrawal consentwithdrawaldate
        consentrevoked consentrevokedon consentrevokedat consentrevokeddate consentrevocation
        consentrevocationdate withdrawalofconsent einwilligungwiderrufen einwilligungwiderrufenam
        einwilligungwiderruf consentementretire
        """);
    add(
        RowFact.CONSENT_SCOPE,
        """
        consentscope consentpurpose consentpurposes purposeofconsent consentfor consenttext consentwording
        einwilligungszweck einwilligungfur einwilligungumfang
        """);
    add(
        RowFact.CONSENT_SOURCE,
        """
        consentsource consentmethod consentchannel consenturl consentform optinsource einwilligungquelle
        einwilligungsquelle consentorigin
        """);
    add(
        RowFact.CONSENT_EVIDENCE,
        "consentevidence consentproof proofofconsent einwilligungsnachweis nachweisdereinwilligung");
    add(
        RowFact.CUSTOMER_SINCE,
        """
        customersince customersincedate clientsince clientsincedate becamecustomer becamecustomerdate
        becameacustomerdate customerstartdate kundeseit clientdepuis clientedesde
        """);
    add(
        RowFact.CUSTOMER_UNTIL,
        "customeruntil customeruntildate clientuntil customerenddate kundebis clientjusqua clientehasta");
    add(
        RowFact.LAST_PURCHASE_ON,
        """
        lastpurchase lastpurchasedate lastpurchaseon dateoflastpurchase lastorder lastorderdate
        lastorderplaced recentpurchasedate letzterkauf letzterkaufam letztebestellung dernierachat
        ultimacompra
        """);
    add(
        RowFact.LAST_INQUIRY_AT,
        """
        lastinquiry lastinquirydate lastinquiryat lastinquiryon dateoflastinquiry lastenquiry
        lastenquirydate inquirydate enquirydate letzteanfrage letzteanfrageam dernieredemande
        ultimaconsulta
        """);
    add(
        RowFact.STATUS,
        """
        status leadstatus contactstatus prospectstatus personstatus recordstatus dispo disposition
        dispositioncode calldisposition lastdisposition lastcalldisposition lastcalloutcome calloutcome
        calloutcomecode contactstage personstage personstagename prospectstage lifecyclestage leadstage stage
        customerstatus kundenstatus statusname lifecyclephase lebenszyklusphase phasedecycledevie
        phaseducycledevie etapadelciclodevida fasedelciclodevida fasedelciclodivita fasedociclodevida levenscyclusfase
        statutdulead statutlead estadodellead estadodelcliente statolead leadfase статус статуслида
        """);
    add(
        RowFact.REVISIT_ON,
        """
        revisit revisitdate revisiton nurtureuntil recontacton recontactdate wiedervorlage
        wiedervorlageam callagainon contactagainon
        notbefore callnotbefore donotcallbefore donotcalluntil donotcontactbefore donotcontactuntil
        dontcallbefore dontcalluntil dontcontactbefore dontcontactuntil nocallsbefore nocallsuntil
        callafterdate contactafterdate nichtvor nichtanrufenvor nichtanrufenbis
        """);
  }

  private static final Pattern ABOUT_CALLS =
      Pattern.compile(
          "(.*?)(?:donotcall|donotphone|dontcall|dnc|nocalls?|optout|optedout|calloptout)"
              + "(?:flag|status|indicator|list|date|since|at|on|calls?|phone)?");

  private static final Pattern EXTENSION =
      Pattern.compile("(.*?)(?:ext|extn|extension|nebenstelle)");

  /** {@code phone2Type}, and Google's {@code Phone 2 - Type} beside {@code Phone 2 - Value}. */
  private static final Pattern TYPE = Pattern.compile("(.+?)(?:type|label)");

  /** What may stand before without making it about one number. */
  private static final Set<String> OF_THE_PERSON =
      HeaderSynonyms.words(
          "x is has on ison call calls phone telephone contact lead person prospect global master");

  private static final List<String> PHONE_WORDS = List.of("phonenumber", "phone", "number");

  private FactHeaders() {}

  private static void add(RowFact fact, String words) {
    HeaderSynonyms.words(words).forEach(word -> NAMES.put(word, fact));
  }

  /**
   * The fact that a column of this name holds.
   *
   * @param phones the phone columns of the file, by their folded names
   */
  static Optional<RowFact> of(String folded, Map<String, LeadField> phones) {
    RowFact named = NAMES.get(folded);
    if (named != null) {
      return Optional.of(named);
    }
    if (RefusalWords.is(folded)) {
      return Optional.of(RowFact.DO_NOT_CALL);
    }
    Matcher calls = ABOUT_CALLS.matcher(folded);
    if (calls.matches() && !OtherWays.areNamedInFolded(calls.group(1))) {
      return Optional.of(doNotCall(calls.group(1), phones));
    }
    Matcher extension = EXTENSION.matcher(folded);
    return extension.matches() ? extension(extension.group(1), phones) : type(folded, phones);
  }

  /** Only of a column that is there under this very name: a contact's type is another thing. */
  private static Optional<RowFact> type(String folded, Map<String, LeadField> phones) {
    Matcher type = TYPE.matcher(folded);
    if (!type.matches()) {
      return Optional.empty();
    }
    LeadField phone = phones.getOrDefault(type.group(1), phones.get(type.group(1) + "value"));
    return Optional.ofNullable(phone).map(RowFact::type);
  }

  private static RowFact doNotCall(String before, Map<String, LeadField> phones) {
    if (before.isEmpty() || OF_THE_PERSON.contains(before)) {
      return RowFact.DO_NOT_CALL;
    }
    return phone(before, phones).map(RowFact::doNotCall).orElse(RowFact.DO_NOT_CALL);
  }

  private static Optional<RowFact> extension(String before, Map<String, LeadField> phones) {
    return before.isEmpty()
        ? Optional.of(RowFact.PHONE_1_EXTENSION)
        : phone(before, phones).map(RowFact::extension);
  }

  private static Optional<LeadField> phone(String before, Map<String, LeadField> phones) {
    LeadField exact = phones.get(before);
    if (exact != null) {
      return Optional.of(exact);
    }
    String bare = withoutPhone(before);
    return phones.entrySet().stream()
        .filter(phone -> withoutPhone(phone.getKey()).equals(bare))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String withoutPhone(String folded) {
    return PHONE_WORDS.stream()
        .filter(word -> folded.endsWith(word) && folded.length() > word.length())
        .findFirst()
        .map(word -> folded.substring(0, folded.length() - word.length()))
        .orElse(folded);
  }
}
