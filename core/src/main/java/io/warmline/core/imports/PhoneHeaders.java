package io.warmline.core.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of columns that hold phone numbers of the lead, folded as by {@link
 * HeaderNames#folded}. A name counts if all its words are known to go with that: a fax, an
 * assistant's, a spouse's or an owner's phone does not, in any language, and is kept as a custom
 * field that nobody dials.
 */
final class PhoneHeaders {

  /** {@code phone2}, {@code Telefon 1}, and Google's {@code Phone 1 - Value}. */
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([1-9]?)(?:value)?");

  private static final Set<String> NUMBERED_PHONES =
      HeaderSynonyms.words("phone phonenumber telephone tel telefon telefonnummer rufnummer");

  private static final Set<String> PHONES =
      HeaderSynonyms.words(
          """
          phone phones phonenumber phonenumbers phoneno phonenr telephone telephonenumber telephoneno
          tel telno telnr telnumber mobile mobilephone mobilephonenumber mobilenumber mobileno cell
          cellphone cellphonenumber cellnumber cellular workphone workphonenumber worknumber
          businessphone businessphonenumber officephone officenumber homephone homephonenumber
          homenumber directphone directdial directline directnumber altphone altphonenumber
          alternatephone alternativephone otherphone primaryphone secondaryphone mainphone mainnumber
          companyphone companyphonenumber companyhqphone companyhqphonenumber hqphone hqphonenumber
          corporatephone corporatephonenumber workdirectphone workdirectphonenumber directphonenumber
          directdialphone directdialphonenumber otherphonenumber primaryphonenumber mobilephone1 homephone1
          primarycontactprimaryphone sanitizedphone sanitizedphonenumber phonenumberdialed contactphonenumber voipphone switchboard
          switchboardnumber headquartersphone firstphone firstphonenumber standardtelefon zentrale
          personphonework personphonemobile personphonehome personphoneother leadphone leadphonenumber accountphone accountphonenumber companyphone1 companymainphone landline contactnumber contactphone
          dialnumber callnumber personphone organizationphone phonework phonehome phonemobile
          telefon telefonnummer telefonnr rufnummer mobil mobilnummer mobilnr mobiltelefon
          mobilfunk handy handynummer handynr festnetz festnetznummer durchwahl telefongeschaftlich
          telefongeschaeftlich telefonprivat telefonmobil telefonfirma telefonzentrale geschaftstelefon
          portable telephoneportable telephonefixe numerodetelephone telephonedomicile
          telephonebureau telephonedirect lignedirecte telephonetravail standardtelephonique
          telefono numerodetelefono telefonomovil movil celular telefonocelular telefonofijo
          telefonotrabajo telefonodeltrabajo telefonooficina telefonodelaoficina telefonocasa
          telefonodecasa telefonoparticular telefonodirecto lineadirecta centralita
          """);

  /** As people shorten them, and as they say it in other languages. */
  private static final Set<String> ALSO =
      HeaderSynonyms.words(
              """
          mob mobno mobnr mobnumber ph phno phnr phnumber contactno contactnos contactnr contactmobile
          contactmobileno callno dialno cellno cellnr telephonenr handphone handphoneno mainline mainlineno
          directno directlineno deskphone desknumber landlineno landlinenumber fixedline fixedlinenumber
          officeline workline homeline
          rufnr telefonnr telnummer mobilrufnummer mobilfunknummer mobilfunknr festnetznr festnetzrufnummer
          diensttelefon diensthandy telgeschaftlich telprivat telmobil teldienstlich
          numerotel numerodetel notel numtel numtelephone numerotelephone numeroportable numeromobile
          numerofixe telportable telmobile telfixe fixe lignefixe telephonemobile telephonepro telpro
          telperso telbureau
          fijo tlf tlfno tlfmovil tlffijo numerotelefono numerotelefonico numerocelular numerodecelular
          numeromovil telmovil telfijo telcelular telefonos fono
          telefone telefones telefonefixo telefonecelular telefonecomercial telefoneresidencial telemovel
          numerodetelefone fone foneres fonecomercial
          cellulare numerocellulare numerodicellulare numeroditelefono telefonofisso telefonocellulare
          recapitotelefonico telefonoufficio telefonoaziendale
          telefoon telefoonnummer telefoonnr mobiel mobielnummer mobielnr gsm gsmnummer gsmnr vastnummer
          vastetelefoon
          nrtelefonu numertelefonu nrtel numertel telkom telefonkomorkowy komorka telefonstacjonarny
          tlfnr mobilnr mobilnummer mobiltelefon telnr
          puhelin puhelinnumero puhnro matkapuhelin matkapuhelinnumero
          telefonnicislo telefonicislo cislotelefonu telefoncislo
          telefonszam mobilszam telszam numartelefon numardetelefon nrtelefon nrdetelefon
          telefonnumarasi telno ceptelefonu ceptel
          телефон телефоны номертелефона мобильный мобильныйтелефон сотовый сотовыителефон
          мобільнии мобильныи номертелефону
          電話 電話番号 携帯 携帯電話 携帯番号 携帯電話番号 电话 电话号码 手机 手机号 手机号码 联系电话 手機 手機號碼 聯絡電話
          전화 전화번호 휴대폰 휴대폰번호 핸드폰 휴대전화 연락처
          мобтелефон рабочийтелефон рабочиителефон домашнийтелефон служебныйтелефон контактныйтелефон телефонрабочий телефонмобильный
          固定電話 固定電話番号 会社電話 会社電話番号 代表電話 代表電話番号 直通電話 勤務先電話番号 自宅電話番号 連絡先 固定电话 座机 座机号 固话 公司电话 办公电话 家庭电话
          室內電話 公司電話 직통전화 회사전화 회사전화번호 사무실전화 자택전화
          هاتف الهاتف رقمالهاتف جوال الجوال رقمالجوال טלפון מספרטלפון נייד τηλεφωνο κινητο
          """)
          .stream()
          .map(HeaderNames::folded)
          .collect(Collectors.toUnmodifiableSet());

  /** Words that may stand before a number without making it somebody else's; no others may. */
  private static final String OF =
      "(?:work|business|office|home|mobile|cell|cellular|direct|main|company|corporate|corp|hq"
          + "|headquarters?|primary|secondary|alternate|alternative|alt|other|others|voip|personal"
          + "|private|contacts?|lead|person|people|prospect|customer|client|account|organi[sz]ation|org"
          + "|billing|shipping|mailing|day|daytime|evening|first|second|third|landline|fixed|best"
          + "|preferred|additional|extra|local|general|full|toll|free|switchboard|dial|line|wireless"
          + "|phone|telephone|tel|de|firma|privat|geschaftlich|zweite|weitere)";

  private static final Pattern QUALIFIED =
      Pattern.compile(
          OF
              + "{0,4}(?:(?:tele)?phones?|tel|mobile|mobiles|cell|cellphone|landline|handy|telefon)"
              + "(?:numbers?|nos?|nr|nummer)?(?:work|home|mobile|office|direct|main|other|business|cell)?");

  /** {@code Mobiltelefonnummer}, {@code Geschäftstelefon}, {@code Vast telefoonnummer}. */
  private static final Pattern GERMANIC =
      Pattern.compile(
          "(?:mobil|mobiele?|handy|privat|prive|geschaft(?:s|lich)?|geschaeft(?:s|lich)?|firmen|buro|buero|dienst(?:lich)?"
              + "|direkt|haupt|festnetz|vaste?|zakelijke?|direct|arbets|arbeids|arbejds|jobb?|hem|hjem|arbete)"
              + "(?:telefon|telefoon|tel|tlf|handy|mobil|fon|ruf)?(?:nummer|nr)?"
              + "|(?:telefon|telefoon|tel|tlf)(?:nummer|nr)?(?:mobil|mobiel|privat|prive|geschaft|geschaeft|geschaftlich"
              + "|dienstlich|buro|buero|direkt|festnetz|vast|zakelijk|werk|thuis|arbete|hem|jobb|firma|zentrale)");

  /** {@code Número de teléfono móvil}, {@code Téléphone du bureau}, {@code Numero cellulare}. */
  private static final Pattern ROMANCE =
      Pattern.compile(
          "(?:(?:numero|num|no|n)(?:de|di|do|del|du)?)?(?:telefono|telephone|telefone|tel)(?:de|di|do|del|da|du|la|en)*"
              + "(?:movil|mobile|portable|celular|cellulare|telemovel|fijo|fixe|fisso|fixo|principale?|oficina|bureau"
              + "|ufficio|escritorio|trabajo|travail|lavoro|trabalho|casa|domicile|domicilio|empresa|entreprise|azienda"
              + "|aziendale|directo|direct|diretto|direto|particular|personal|personale|pessoal|perso|personnel|pro"
              + "|professionnel|profesional|alternativo|secundario|secondario|secondaire)"
              + "|(?:numero|num)(?:de|di|do|del|du)?(?:movil|mobile|portable|cellulare|celular|telemovel|fixe|fijo|fisso|fixo)");

  /**
   * "Other contact" and "billing contact" are other people than the lead, whatever each word says.
   */
  private static final Pattern ANOTHER_PERSON =
      Pattern.compile(
          "(?:other|second|secondary|third|alternate|alternative|alt|additional|extra|billing"
              + "|shipping|mailing)s?(?:contact|person|people).*");

  /** As they are called, and as people write them. */
  private static final String MESSENGER =
      "(?:whats?u?apps?|whats?u?ap|watsapp?|whatapp|wapp|signal(?:app|messenger)?|telegram(?:app)?|viber"
          + "|wechat|weixin|zalo|kakao(?:talk)?|imessage|botim|threema|lineapp|"
          + folded(
              "微信 微信号 微信號 вотсап вотсапп ватсап ватсапп вайбер телеграм телеграмм واتساب واتس וואטסאפ 카카오톡 텔레그램")
          + ")";

  /**
   * What stands beside that in the name of a column of numbers; an account or a consent does not.
   */
  private static final String ITS_NUMBER =
      "(?:numbers?|nos?|nr|nrs|num|nummer|numer|numero|numeros|nomor|nomer|phones?|phonenumber|phoneno|mobile"
          + "|mobileno|mobilenumber|mob|cell|tel|telno|telephone|telefon|telefono|telefone|handy|handynummer"
          + "|contact|contactno|contactnumber|celular|cellulare|movil|portable|gsm|"
          + folded("номер телефон 番号 号码 번호 رقم")
          + ")";

  private static final Pattern MESSENGERS =
      Pattern.compile(
          ITS_NUMBER
              + "?(?:de|del|di|do|da|du|su|per|for|on|and|or)?"
              + MESSENGER
              + "(?:and|or)?"
              + ITS_NUMBER
              + "?|wa"
              + ITS_NUMBER
              + "|"
              + ITS_NUMBER
              + "wa");

  private PhoneHeaders() {}

  /** These words as names of columns are folded, as alternatives of a pattern. */
  private static String folded(String words) {
    return HeaderSynonyms.words(words).stream()
        .map(HeaderNames::folded)
        .sorted()
        .collect(Collectors.joining("|"));
  }

  /**
   * Whether a column of this name holds what a messenger knows the lead by: a number mostly, but
   * not in every row, and one that was given for messages.
   */
  static boolean isMessenger(String folded) {
    Matcher numbered = NUMBERED.matcher(folded);
    return numbered.matches() && MESSENGERS.matcher(numbered.group(1)).matches();
  }

  /** The phone field that a name with the number from 1 to 5 asks for. */
  static Optional<LeadField> numbered(String folded) {
    Matcher numbered = NUMBERED.matcher(folded);
    if (!numbered.matches() || !NUMBERED_PHONES.contains(numbered.group(1))) {
      return Optional.empty();
    }
    return switch (numbered.group(2)) {
      case "1" -> Optional.of(LeadField.PHONE_1);
      case "2" -> Optional.of(LeadField.PHONE_2);
      case "3" -> Optional.of(LeadField.PHONE_3);
      case "4" -> Optional.of(LeadField.PHONE_4);
      case "5" -> Optional.of(LeadField.PHONE_5);
      default -> Optional.empty();
    };
  }

  /** Whether a column of this name holds phone numbers. */
  static boolean isPhone(String folded) {
    Matcher numbered = NUMBERED.matcher(folded);
    return numbered.matches()
        && !ANOTHER_PERSON.matcher(folded).matches()
        && (PHONES.contains(numbered.group(1))
            || ALSO.contains(numbered.group(1))
            || QUALIFIED.matcher(numbered.group(1)).matches()
            || GERMANIC.matcher(numbered.group(1)).matches()
            || ROMANCE.matcher(numbered.group(1)).matches());
  }
}
