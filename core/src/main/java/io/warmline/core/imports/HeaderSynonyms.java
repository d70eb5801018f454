package io.warmline.core.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The column names of exports that users send (VICIdial, HubSpot, Salesforce, Pipedrive, Outlook,
 * Google Contacts, German and a little French office lists), folded as by {@link
 * HeaderNames#folded}.
 */
final class HeaderSynonyms {

  private static final Map<String, LeadField> SPECIFIC = new HashMap<>();
  private static final Map<String, LeadField> GENERIC = new HashMap<>();

  static {
    add(SPECIFIC, LeadField.EXTERNAL_ID, "externalid externalreference vendorleadcode externeid");
    add(SPECIFIC, LeadField.TITLE, "salutation anrede honorific nameprefix prefix civilite");
    add(
        SPECIFIC,
        LeadField.FIRST_NAME,
        """
        firstname first givenname fname forename contactfirstname leadfirstname
        personfirstname vorname prenom
        """);
    add(
        SPECIFIC,
        LeadField.LAST_NAME,
        """
        lastname last surname familyname lname contactlastname leadlastname personlastname
        nachname familienname nomdefamille
        """);
    add(SPECIFIC, LeadField.FULL_NAME, "fullname contactname contactfullname leadname personname");
    add(
        SPECIFIC,
        LeadField.JOB_TITLE,
        """
        jobtitle jobposition jobrole position organizationtitle organization1title
        berufsbezeichnung stellenbezeichnung
        """);
    add(
        SPECIFIC,
        LeadField.COMPANY,
        """
        company companyname companyaccount account accountname organization organisation
        organizationname organisationname organization1name personcompanyname contactcompany firma firmenname firmierung unternehmen
        unternehmensname societe entreprise
        """);
    add(
        SPECIFIC,
        LeadField.EMAIL,
        """
        email emails emailaddress emailaddresses email1 email1value emailadresse primaryemail
        personemail courriel
        """);
    add(
        SPECIFIC,
        LeadField.WEBSITE,
        """
        website web websiteurl websiteaddress webpage webaddress homepage companywebsite
        website1value webseite internetadresse siteweb
        """);
    add(
        SPECIFIC,
        LeadField.STREET,
        """
        street streetaddress address address1 addressline1 street1 mailingstreet billingstreet
        businessstreet mailingaddress postaladdress strasse strassehausnummer strasseundhausnummer
        strassehausnr strassenr adresse anschrift rue
        """);
    add(
        SPECIFIC,
        LeadField.CITY,
        "city town cityname mailingcity billingcity businesscity ort stadt wohnort ville");
    add(SPECIFIC, LeadField.COUNTY, "county countyname landkreis kreis");
    add(
        SPECIFIC,
        LeadField.REGION,
        """
        region state stateregion stateprovince stateorprovince mailingstate mailingstateprovince
        billingstate businessstate bundesland kanton
        """);
    add(
        SPECIFIC,
        LeadField.POSTAL_CODE,
        """
        postalcode postcode zip zipcode zippostalcode zippostcode mailingzip mailingpostalcode
        mailingzippostalcode billingzip billingpostalcode businesspostalcode plz postleitzahl codepostal
        """);
    add(
        SPECIFIC,
        LeadField.COUNTRY,
        """
        country countryname countryregion countryterritory mailingcountry billingcountry
        businesscountry businesscountryregion land staat pays
        """);
    add(
        SPECIFIC,
        LeadField.TIME_ZONE,
        "timezone timezoneid timezonename timezonelocale tz zeitzone fuseauhoraire");
    add(SPECIFIC, LeadField.LANGUAGE, "language lang preferredlanguage sprache langue");
    add(SPECIFIC, LeadField.SCORE, "score leadscore hubspotscore punkte");
    add(SPECIFIC, LeadField.NOTES, "notes note notiz notizen");
    add(
        SPECIFIC,
        LeadField.CONTRACT_END,
        "contractend contractenddate contractends contractexpiry contractexpirydate contractexpires"
            + " vertragsende");

    add(
        SPECIFIC,
        LeadField.TAGS,
        "tags tag contacttags leadtags persontags schlagworte schlagworter stichworte etiquettes"
            + " etiquetas motscles");
    add(SPECIFIC, LeadField.STATED_COUNTRY, "statedcountry");
    add(SPECIFIC, LeadField.STATED_REGION, "statedregion statedstate");
    add(
        SPECIFIC,
        LeadField.STATED_POSTAL_CODE,
        "statedpostalcode statedpostcode statedzip statedzipcode");

    add(
        GENERIC,
        LeadField.EXTERNAL_ID,
        """
        id leadid recordid contactid prospectid personid customerid customernumber clientid accountnumber reference ref
        crmid sourceid uid uuid kundennummer kundennr kundenid referenz datensatzid
        """);
    add(GENERIC, LeadField.TITLE, "titel");
    add(GENERIC, LeadField.LAST_NAME, "nom zuname");
    add(
        GENERIC,
        LeadField.FULL_NAME,
        """
        contact displayname customername prospect ansprechpartner kontakt kontaktperson
        kontaktname
        """);
    add(GENERIC, LeadField.JOB_TITLE, "role function funktion rolle beruf poste");
    add(
        GENERIC,
        LeadField.COMPANY,
        "business businessname employer associatedcompany associatedcompanyname client betrieb");
    add(
        GENERIC,
        LeadField.EMAIL,
        "mail emailwork emailhome workemail businessemail companyemail contactemail mailadresse");
    add(
        GENERIC,
        LeadField.WEBSITE,
        "url site link domain companydomain companydomainname webadresse internet");
    add(GENERIC, LeadField.REGION, "province provincename provinz");
    add(GENERIC, LeadField.COUNTRY, "countrycode landercode laendercode");
    add(GENERIC, LeadField.LANGUAGE, "locale languagecode");
    add(GENERIC, LeadField.SCORE, "rank priority prioritat prioritaet");
    add(
        GENERIC,
        LeadField.NOTES,
        """
        comment comments remark remarks description leaddescription memo bemerkung bemerkungen kommentar
        kommentare anmerkung anmerkungen beschreibung commentaire
        """);
    addAbroad();
  }

  private HeaderSynonyms() {}

  /**
   * Lists as they are kept in Spanish, French, Italian, Portuguese, Dutch, Polish and the Nordic
   * languages.
   */
  private static void addAbroad() {
    add(
        SPECIFIC,
        LeadField.FIRST_NAME,
        "primernombre primeironome voornaam imie fornamn fornavn etunimi jmeno keresztnev prenume");
    add(
        SPECIFIC,
        LeadField.LAST_NAME,
        """
        apellido apellidos cognome sobrenome apelido apelidos achternaam nazwisko efternamn efternavn
        etternavn sukunimi prijmeni priezvisko vezeteknev
        """);
    add(
        SPECIFIC,
        LeadField.FULL_NAME,
        """
        nombrecompleto nombreyapellido nombreyapellidos nombreapellidos nomcomplet prenometnom prenomnom
        nomecompleto nomeecognome nomecognome nomeesobrenome nomeeapelido volledigenaam voornaamachternaam
        imieinazwisko imienazwisko fulltnavn fullstandigtnamn kontaktpersoon contactpersoon personadecontacto
        personnedecontact referente
        """);
    add(
        SPECIFIC,
        LeadField.COMPANY,
        """
        empresa nombreempresa nombredelaempresa razonsocial compania raisonsociale nomdelentreprise
        azienda societa ragionesociale bedrijf bedrijfsnaam nazwafirmy foretag foretagsnamn virksomhed
        virksomhedsnavn bedrift selskap yritys
        """);
    add(
        SPECIFIC,
        LeadField.EMAIL,
        """
        correo correoelectronico adresseemail adressemail adresseelectronique postaelettronica indirizzoemail
        emailadres adresemail epost epostadress epostadresse mailadress
        """);
    add(
        SPECIFIC,
        LeadField.STREET,
        "direccion calle domicilio indirizzo endereco morada straat adres ulica gatuadress adress gateadresse");
    add(
        SPECIFIC,
        LeadField.CITY,
        "ciudad localidad poblacion municipio citta comune cidade localidade plaats woonplaats miasto poststed");
    add(
        SPECIFIC,
        LeadField.POSTAL_CODE,
        "codigopostal codicepostale cep kodpocztowy postnummer postnr postinumero");
    add(SPECIFIC, LeadField.COUNTRY, "pais paese nazione kraj");
    add(
        SPECIFIC,
        LeadField.JOB_TITLE,
        "puesto fonction ruolo functie stanowisko befattning stilling");
    add(SPECIFIC, LeadField.LANGUAGE, "idioma lingua taal jezyk");
    add(
        SPECIFIC,
        LeadField.NOTES,
        """
        notas observaciones comentarios remarques osservazioni observacoes opmerkingen opmerking uwagi
        anteckningar bemerkninger
        """);
    add(GENERIC, LeadField.REGION, "provincia provincie wojewodztwo");
    addInOtherScripts();
  }

  /** Lists as they are kept in Czech, Hungarian, Romanian and Turkish, and in other scripts. */
  private static void addInOtherScripts() {
    add(SPECIFIC, LeadField.FIRST_NAME, folded("имя ім'я 名 ad isim adi keresztnév όνομα שםפרטי"));
    add(
        SPECIFIC,
        LeadField.LAST_NAME,
        folded("фамилия прізвище 姓 soyad soyadi επώνυμο επίθετο שםמשפחה"));
    add(
        SPECIFIC,
        LeadField.FULL_NAME,
        folded(
            """
            фио піб контактноелицо 氏名 お名前 名前 姓名 担当者 担当者名 联系人 聯絡人 이름 성명 담당자 담당자명 adsoyad
            adisoyadi teljesnév numecomplet ονοματεπώνυμο الاسم الاسمالكامل שם שםמלא
            """));
    add(
        SPECIFIC,
        LeadField.COMPANY,
        folded(
            """
            компания организация названиекомпании компанія організація 会社 会社名 企業名 法人名 貴社名 公司 公司名称
            公司名稱 企业名称 회사 회사명 업체명 şirket şirketadı cégnév cég companie firmă εταιρεία επωνυμία الشركة
            اسمالشركة חברה שםחברה společnost
            """));
    add(
        SPECIFIC,
        LeadField.EMAIL,
        folded(
            """
            почта элпочта электроннаяпочта емейл имейл електроннапошта メール メールアドレス 邮箱 电子邮件 电子邮箱 電子郵件 電郵
            이메일 이메일주소 eposta البريدالإلكتروني البريدالالكتروني אימייל דוא"ל emailcím
            """));
    add(
        SPECIFIC,
        LeadField.STREET,
        folded("адрес адреса 住所 地址 주소 διεύθυνση العنوان כתובת cím utca adresă"));
    add(
        SPECIFIC,
        LeadField.CITY,
        folded("город місто 市区町村 城市 都市 도시 şehir város oraș localitate město πόλη المدينة עיר"));
    add(SPECIFIC, LeadField.REGION, folded("都道府県 省份 область megye județ"));
    add(
        SPECIFIC,
        LeadField.POSTAL_CODE,
        folded(
            """
            индекс почтовыйиндекс поштовийіндекс 郵便番号 邮编 邮政编码 郵遞區號 우편번호 postakodu irányítószám psč
            codpoștal ταχυδρομικόςκώδικας الرمزالبريدي מיקוד
            """));
    add(
        SPECIFIC,
        LeadField.COUNTRY,
        folded("страна країна 国 国家 國家 국가 ülke ország țară země χώρα الدولة البلد מדינה"));
    add(
        SPECIFIC,
        LeadField.JOB_TITLE,
        folded("должность посада 役職 职位 職稱 직책 직위 unvan beosztás funcție θέση תפקיד المسمىالوظيفي"));
    add(
        SPECIFIC,
        LeadField.NOTES,
        folded("примечание комментарий примітка 備考 备注 備註 비고 메모 notlar megjegyzés ملاحظات הערות"));
  }

  private static String folded(String names) {
    return words(names).stream()
        .map(HeaderNames::folded)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Whether a column of this name may hold a field, whatever columns are beside it. */
  static boolean isKnown(String name) {
    String folded = HeaderNames.folded(name);
    return specific(folded).isPresent() || generic(folded, Set.of()).isPresent();
  }

  /** The one field that a column of this name holds whatever columns are beside it. */
  static Optional<LeadField> specific(String folded) {
    return PhoneHeaders.numbered(folded).or(() -> Optional.ofNullable(SPECIFIC.get(folded)));
  }

  /**
   * The fields that a column of this name may hold, best first.
   *
   * @param taken the fields that other columns hold already
   */
  static Optional<List<LeadField>> generic(String folded, Set<LeadField> taken) {
    if (PhoneHeaders.isPhone(folded)) {
      return Optional.of(LeadField.PHONES);
    }
    return switch (folded) {
      case "title" -> Optional.of(List.of(LeadField.TITLE, LeadField.JOB_TITLE));
      case "name" -> Optional.of(nameBeside(taken));
      case "nombre", "nome", "naam", "navn", "namn", "nimi" ->
          Optional.of(
              taken.contains(LeadField.LAST_NAME) && !taken.contains(LeadField.FIRST_NAME)
                  ? List.of(LeadField.FIRST_NAME)
                  : nameBeside(taken));
      default -> Optional.ofNullable(GENERIC.get(folded)).map(List::of);
    };
  }

  private static List<LeadField> nameBeside(Set<LeadField> taken) {
    if (!taken.contains(LeadField.FIRST_NAME)) {
      return List.of(LeadField.FULL_NAME);
    }
    return List.of(LeadField.LAST_NAME);
  }

  private static void add(Map<String, LeadField> table, LeadField field, String words) {
    words(words).forEach(word -> table.put(word, field));
  }

  static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }
}
