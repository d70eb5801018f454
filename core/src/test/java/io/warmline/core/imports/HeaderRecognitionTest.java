package io.warmline.core.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRecognitionTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "State/Province (text only), region",
    "Zip (optional), postalCode",
    "Deceased (Y/N), deceased",
    "Consent date (YYYY-MM-DD), consentGivenAt",
    "Company [required]:, company",
    "State (other party), custom.State (other party)",
    "Time Zone Locale, timeZone"
  })
  void aHintOfHowToFillAColumnInDoesNotHideIt(String header, String key) {
    List<DetectedLayout.Column> columns =
        HeaderRecognition.recognise(List.of("Phone", header), ColumnMapping.automatic());

    assertThat(columns.get(1).target().key()).isEqualTo(key);
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsRecognisedAsItself(LeadField field) {
    assertThat(targetsOf(field.key())).isEqualTo(field.key());
  }

  @ParameterizedTest
  @CsvSource({
    "first_name, firstName",
    "FirstName, firstName",
    "First Name, firstName",
    "FIRST-NAME, firstName",
    "first.name, firstName",
    "given name, firstName",
    "fname, firstName",
    "Vorname, firstName",
    "Prénom, firstName",
    "Имя, firstName",
    "名, firstName",
    "Фамилия, lastName",
    "姓, lastName",
    "氏名, fullName",
    "ФИО, fullName",
    "이름, fullName",
    "姓名, fullName",
    "会社名, company",
    "公司名称, company",
    "회사명, company",
    "Компания, company",
    "Şirket, company",
    "Cégnév, company",
    "メールアドレス, email",
    "Электронная почта, email",
    "Emails, email",
    "郵便番号, postalCode",
    "Индекс, postalCode",
    "Város, city",
    "Город, city",
    "役職, jobTitle",
    "備考, notes",
    "Mobiltelefonnummer, phone1",
    "Geschäftstelefon, phone1",
    "Telefonnummer geschäftlich, phone1",
    "Número de teléfono móvil, phone1",
    "Téléphone du bureau, phone1",
    "Numero di cellulare, phone1",
    "Vaste telefoon, phone1",
    "固定电话, phone1",
    "Рабочий телефон, phone1",
    "Surname, lastName",
    "Nachname, lastName",
    "Contact Name, fullName",
    "Ansprechpartner, fullName",
    "Salutation, title",
    "Anrede, title",
    "Position, jobTitle",
    "company_name, company",
    "Account Name, company",
    "Organisation, company",
    "Firma, company",
    "E-Mail, email",
    "Email Address, email",
    "web, website",
    "URL, website",
    "Straße, street",
    "Strasse, street",
    "Address Line 1, street",
    "Ort, city",
    "county, county",
    "State/Region, region",
    "Bundesland, region",
    "province, region",
    "zip, postalCode",
    "PLZ, postalCode",
    "postcode, postalCode",
    "Country/Region, country",
    "Land, country",
    "Zeitzone, timeZone",
    "contract_end, contractEnd",
    "Contract End Date, contractEnd",
    "Vertragsende, contractEnd",
    "locale, language",
    "Lead Score, score",
    "comments, notes",
    "Bemerkungen, notes",
    "vendor_lead_code, externalId",
    "Record ID, externalId",
    "id, externalId",
    "phone, phone1",
    "Phone Number, phone1",
    "telephone, phone1",
    "Mobile, phone1",
    "cell, phone1",
    "Work Phone, phone1",
    "Telefon, phone1",
    "Handy, phone1",
    "phone3, phone3",
    "Phone 2 - Value, phone2",
    "Phone 2 - Type, phone2Type",
    "Fax, custom.Fax",
    "phone_code, callingCode",
    "Lead Source, custom.Lead Source"
  })
  void headersAreRecognisedHoweverTheyAreSpelled(String header, String target) {
    assertThat(targetsOf(header)).isEqualTo(target);
  }

  /** Whoever answers them is not the lead: they are kept, and never dialled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AssistantPhone",
        "Assistant Phone",
        "Assistant's Phone",
        "Asst. Phone",
        "Spouse phone",
        "Emergency contact phone",
        "Fax",
        "Work Fax",
        "Referred by phone",
        "Account owner phone",
        "Owner Mobile",
        "Manager Phone",
        "Billing Contact Phone",
        "Other Contact Phone",
        "Secondary Contact Mobile",
        "Alternate Person Phone",
        "Contact 2 Phone",
        "Parent Phone",
        "Next of kin telephone",
        "Telefon Assistenz",
        "Sekretariat Telefon",
        "Telefon Ehepartner",
        "Handy Notfallkontakt",
        "Betreuer Telefonnummer",
        "Téléphone assistante",
        "Portable conjoint",
        "Téléphone urgence",
        "Télécopie",
        "Teléfono del asistente",
        "Móvil cónyuge",
        "Teléfono de emergencia",
        "Teléfono del responsable"
      })
  void somebodyElsesNumberIsKeptAndIsNoNumberOfTheLead(String header) {
    assertThat(targetsOf(header)).isEqualTo("custom." + header);
    assertThat(targetsOf("Name", "Phone", header, "Mobile"))
        .isEqualTo("fullName phone1 custom." + header + " phone2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Person - Phone - Other",
        "Contact Phone",
        "Téléphone portable",
        "Ligne directe",
        "Teléfono móvil",
        "Teléfono de la oficina",
        "Telefon privat",
        "Company HQ Phone"
      })
  void numbersOfTheLeadItselfAreRead(String header) {
    assertThat(targetsOf(header)).isEqualTo("phone1");
  }

  @Test
  void aColumnBesideANumberSaysWhatKindOfLineItIs() {
    assertThat(targetsOf("Phone 2 - Value", "Phone 2 - Type", "Mobile", "Mobile Type"))
        .isEqualTo("phone2 phone2Type phone1 phone1Type");
    assertThat(targetsOf("Contact Phone", "Contact Type", "Company Type"))
        .isEqualTo("phone1 custom.Contact Type custom.Company Type");
  }

  @Test
  void aByteOrderMarkInsideAHeaderDoesNotCount() {
    assertThat(targetsOf("\uFEFFE-Mail")).isEqualTo("email");
  }

  @Test
  void aVicidialExportIsRecognised() {
    assertThat(
            targetsOf(
                "lead_id",
                "status",
                "vendor_lead_code",
                "phone_code",
                "phone_number",
                "title",
                "first_name",
                "last_name",
                "address1",
                "city",
                "state",
                "province",
                "postal_code",
                "country_code",
                "alt_phone",
                "email",
                "comments",
                "rank"))
        .isEqualTo(
            "custom.lead_id status externalId callingCode phone1 title firstName"
                + " lastName street city region custom.province postalCode country phone2 email"
                + " notes score");
  }

  @Test
  void aSalesforceExportIsRecognised() {
    assertThat(
            targetsOf(
                "Salutation",
                "First Name",
                "Last Name",
                "Title",
                "Company / Account",
                "Phone",
                "Mobile",
                "Street",
                "City",
                "State/Province",
                "Zip/Postal Code",
                "Country",
                "Email",
                "Description"))
        .isEqualTo(
            "title firstName lastName jobTitle company phone1 phone2 street city region postalCode"
                + " country email notes");
  }

  @Test
  void aHubspotExportIsRecognised() {
    assertThat(
            targetsOf(
                "Record ID",
                "First Name",
                "Last Name",
                "Email",
                "Phone Number",
                "Mobile Phone Number",
                "Job Title",
                "Company Name",
                "Company Domain Name",
                "State/Region",
                "Time Zone"))
        .isEqualTo(
            "externalId firstName lastName email phone1 phone2 jobTitle company website region"
                + " timeZone");
  }

  @Test
  void aGermanOfficeListIsRecognised() {
    assertThat(
            targetsOf(
                "Kundennr.",
                "Firma",
                "Anrede",
                "Titel",
                "Vorname",
                "Name",
                "Straße",
                "PLZ",
                "Ort",
                "Telefon",
                "Mobil",
                "E-Mail",
                "Bemerkung"))
        .isEqualTo(
            "externalId company title custom.Titel firstName lastName street postalCode city phone1"
                + " phone2 email notes");
  }

  @Test
  void phonesTakeTheNextFreeNumberInTheOrderOfTheColumns() {
    assertThat(targetsOf("mobile", "phone1", "work phone", "home phone"))
        .isEqualTo("phone2 phone1 phone3 phone4");
  }

  @Test
  void anExactNameWinsOverAVagueOneWhateverTheirOrder() {
    assertThat(targetsOf("id", "External ID")).isEqualTo("custom.id externalId");
  }

  @Test
  void aNameBesideAFirstNameIsALastName() {
    assertThat(targetsOf("Name")).isEqualTo("fullName");
    assertThat(targetsOf("Name", "Vorname")).isEqualTo("lastName firstName");
    assertThat(targetsOf("Name", "First", "Last")).isEqualTo("custom.Name firstName lastName");
  }

  @Test
  void columnsThatAreNotRecognisedKeepDifferentNames() {
    assertThat(targetsOf(" Colour ", "Colour", "", "Colour (2)"))
        .isEqualTo("custom.Colour custom.Colour (2) custom.Column 3 custom.Colour (2) (2)");
  }

  @Test
  void longNamesAreCutWithoutSplittingACharacterAndStayDifferent() {
    String long63 = "x".repeat(63);

    List<DetectedLayout.Column> columns =
        recognise(ColumnMapping.automatic(), long63 + "😀", long63 + "yz", long63 + "yzz");

    assertThat(columns)
        .extracting(DetectedLayout.Column::name)
        .containsExactly(long63, long63 + "y", "x".repeat(60) + " (2)");
  }

  private static String targetsOf(String... headers) {
    return recognise(ColumnMapping.automatic(), headers).stream()
        .map(column -> column.target().key())
        .collect(joining(" "));
  }

  private static List<DetectedLayout.Column> recognise(ColumnMapping mapping, String... headers) {
    return HeaderRecognition.recognise(Arrays.asList(headers), mapping);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact No",
        "Contact No.",
        "Mob",
        "Mob. No",
        "Ph.",
        "Ph. No",
        "Cell #",
        "Main Line",
        "Landline No.",
        "Handphone",
        "Rufnr.",
        "Mobilfunknummer",
        "Tél. portable",
        "Numéro de tél.",
        "Fixe",
        "Fijo",
        "Tlf.",
        "Número de celular",
        "Telefone celular",
        "Telemóvel",
        "Cellulare",
        "Numero di telefono",
        "Telefoonnummer",
        "GSM",
        "Nr telefonu",
        "Telefon komórkowy",
        "Mobilnr.",
        "Puhelinnumero",
        "Telefonní číslo",
        "Telefonszám",
        "Număr de telefon",
        "Cep telefonu",
        "Телефон",
        "Мобильный телефон",
        "電話番号",
        "手机号码",
        "휴대폰 번호",
        "رقم الهاتف",
        "Κινητό",
        "Contact No 2"
      })
  void numbersAreFoundHoweverTheirColumnIsCalled(String header) {
    assertThat(targetsOf(header)).isEqualTo("phone1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fax",
        "Fax No",
        "Telefax",
        "Assistant Phone",
        "Spouse Mobile",
        "Owner phone",
        "Ref No",
        "Order no",
        "Phase",
        "Graph",
        "Contact note",
        "Emergency contact no"
      })
  void whatIsNoNumberOfTheLeadIsNot(String header) {
    assertThat(targetsOf(header)).doesNotStartWith("phone");
  }

  @ParameterizedTest
  @CsvSource({
    "Nombre;Apellidos;Empresa;Correo electrónico;Ciudad;Código postal, firstName;lastName;company;email;city;postalCode",
    "Nombre y apellidos;Razón social;Dirección;País, fullName;company;street;country",
    "Nome;Cognome;Azienda;Città;Ruolo, firstName;lastName;company;city;jobTitle",
    "Nome completo;Empresa;Endereço;Cidade, fullName;company;street;city",
    "Prénom;Nom;Raison sociale;Fonction;Remarques, firstName;lastName;company;jobTitle;notes",
    "Voornaam;Achternaam;Bedrijfsnaam;Woonplaats, firstName;lastName;company;city",
    "Imię;Nazwisko;Nazwa firmy;Kod pocztowy, firstName;lastName;company;postalCode",
    "Förnamn;Efternamn;Företag;E-post;Postnr, firstName;lastName;company;email;postalCode",
    "Navn;Virksomhed;Stilling, fullName;company;jobTitle",
    "Nombre;Empresa, fullName;company"
  })
  void listsOfOtherLanguagesAreReadAsTheyAreMeant(String headers, String targets) {
    assertThat(targetsOf(headers.split(";", -1))).isEqualTo(targets.replace(';', ' '));
  }
}
