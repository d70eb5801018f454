package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.phone.PhoneReading.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          4917612345678                | DE | +4917612345678
          49 176 12345678              | DE | +4917612345678
          447911123456                 | GB | +447911123456
          33612345678                  | FR | +33612345678
          393331234567                 | IT | +393331234567
          39 06 123456                 | IT | +3906123456
          +52 1 55 5123 4567           | MX | +525551234567
          +52 1 55 5123 4567           | US | +525551234567
          0052 1 55 5123 4567          | MX | +525551234567
          52 1 55 5123 4567            | MX | +525551234567
          044 55 5123 4567             | MX | +525551234567
          01 55 5123 4567              | MX | +525551234567
          2122341234.0                 | US | +12122341234
          12127365001.0                | US | +12127365001
          12127365001,00               | DE |
          1.2127365001E10              | US | +12127365001
          1.2127365001E+10             | US | +12127365001
          2,122,341,234                | US | +12122341234
          212-234-1234 Home            | US | +12122341234
          212-234-1234 (mobile)        | US | +12122341234
          +1 212 234 1234 (mobile)     | GB | +12122341234
          212 736 5026 (work)          | US | +12127365026
          212 736 5026 - cell          | US | +12127365026
          M: 212 736 5026              | US | +12127365026
          Phone 2: 212 736 5026        | US | +12127365026
          Cell # 212 736 5026          | US | +12127365026
          (work) 212 736 5026          | US | +12127365026
          '212 736 5026                | US | +12127365026
          ="2127365026"                | US | +12127365026
          tel:+12127365026             | DE | +12127365026
          436 234 5678                 | US | +14362345678
          1-800-FLOWERS                | US | +18003569377
          030/12345678                 | DE | +493012345678
          030 / 123 45 - 678           | DE | +493012345678
          +49 (0)30 12345678           | DE | +493012345678
          +44 44 20 7946 0958          | GB | +442079460958
          +44 +44 20 7946 0958         | GB | +442079460958
          44 44 20 7946 0958           | GB | +442079460958
          +49 0049 176 12345678        | DE | +4917612345678
          +48 48 512 345 678           | PL | +48512345678
          +39 39 333 123 4567          | IT | +393331234567
          91 91 81234 56789            | IN | +918123456789
          (0044) 20 7946 0958          | US | +442079460958
          (00 44) 20 7946 0958         | DE | +442079460958
          (0044)(0)20 7946 0958        | GB | +442079460958
          044 20 7946 0958             | GB | +442079460958
          033 6 12 34 56 78            | FR | +33612345678
          091 81234 56789              | IN | +918123456789
          0+49 176 12345678            | DE | +4917612345678
          +52 044 55 5123 4567         | MX | +525551234567
          +52 01 55 5123 4567          | US | +525551234567
          +54 9 011 15 2345 6789       | AR | +5491123456789
          0351 15 523 4567             | AR | +5493515234567
          (1) 234 5678                 | CO | +576012345678
          +57 1 234 5678               | US | +576012345678
          (0-22) 123 45 67             | PL | +48221234567
          212·736·5026                 | US | +12127365026
          212_736_5026                 | US | +12127365026
          06’12’34’56’78               | FR | +33612345678
          callto:+12127365026          | DE | +12127365026
          sip:+12127365026@example.com | DE | +12127365026
          skype:+12127365026?call      | DE | +12127365026
          1) 212-736-5026              | US | +12127365026
          2. 030 12345678              | DE | +493012345678
          2) 030 12345678              | DE | +493012345678
          #2 030 12345678              | DE | +493012345678
          212 - 736 - 5026             | US | +12127365026
          030-1234 - 5678              | DE | +493012345678
          0171-123 - 45-67             | DE | +491711234567
          <b>212-736-5026</b>          | US | +12127365026
          2,127,365,026.00             | US | +12127365026
          2.127.365.026,00             | US | +12127365026
          ０３－１２３４－５６７８         | JP | +81312345678
          03ー1234ー5678               | JP | +81312345678
          （03）1234-5678              | JP | +81312345678
          (0xx11) 3123-4567            | BR | +551131234567
          0XX 21 99123-4567            | BR | +5521991234567
          2127365026 ext:              | US | +12127365026
          phone: 2127365026 x          | US | +12127365026
          212-PEN-5000                 | US | +12127365000
          1300 FLOWER                  | AU | +611300356937
          0800 TELEKOM                 | DE | +498008353566
          212-736-5026 (evening)       | US | +12127365026
          <a href="tel:+12127365026">212-736-5026</a> | US | +12127365026
          """)
  void whatCanBeReadIsRead(String text, String country, String e164) {
    PhoneReading reading = PhoneNumbers.read(text, country);

    assertThat(reading.numbers())
        .extracting(number -> number.number().e164())
        .isEqualTo(e164 == null ? List.of() : List.of(e164));
    if (e164 != null) {
      assertThat(PhoneNumbers.parse(text, country).e164()).isEqualTo(e164);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1.21255E+10                    | US | DESTROYED      |
          1,21255E+10                    | DE | DESTROYED      |
          4.41633E11                     | GB | DESTROYED      |
          1.2E+10                        | US | DESTROYED      |
          212 736 5026 ask for Joe       | US | WORDS_LEFT_OUT | +12127365026
          Joe 212 736 5026               | US | WORDS_LEFT_OUT | +12127365026
          212 736 5026 / 555             | US | UNREADABLE     | +12127365026
          492112345                      | DE | TWO_MEANINGS   | +492112345
          +49 49 176 12345678            | DE | TWO_MEANINGS   | +4917612345678
          049 176 12345678               | DE | TWO_MEANINGS   | +4917612345678
          447911123456                   | DE | UNREADABLE     |
          41781234567                    | DE | UNREADABLE     |
          4366412345678                  | DE | UNREADABLE     |
          GB 2079460958                  | US | UNREADABLE     |
          IN 8123456789                  | US | UNREADABLE     |
          212-736-XXXX                   | US | UNREADABLE     |
          212-736-5OOO                   | US | UNREADABLE     |
          212-736-50**                   | US | UNREADABLE     |
          Fax: 212-736-5026              | US | NOT_FOR_CALLS  |
          212-736-5026 (fax)             | US | NOT_FOR_CALLS  |
          212-736-5026 F                 | US | NOT_FOR_CALLS  |
          212-736-5026 (disconnected)    | US | NOT_FOR_CALLS  |
          wrong number 212-736-5026      | US | NOT_FOR_CALLS  |
          Tel/Fax: 212-736-5026          | US | WORDS_LEFT_OUT | +12127365026
          Tel 212-736-5026, Fax 212-736-5027 | US | NOT_FOR_CALLS | +12127365026
          Fax 212-736-5026 Tel 212-736-5027  | US | NOT_FOR_CALLS | +12127365027
          T: 212-736-5026 F: 212-736-5027    | US | NOT_FOR_CALLS | +12127365026
          IL 312 736 5026                | US | WORDS_LEFT_OUT | +13127365026
          212-736-5026 after 5pm         | US | WORDS_LEFT_OUT | +12127365026
          212-736-5026 (9am-5pm)         | US | WORDS_LEFT_OUT | +12127365026
          212-736-5026 option 2          | US | WORDS_LEFT_OUT | +12127365026
          212-736-5026 (12)              | US | WORDS_LEFT_OUT | +12127365026
          020 7946 0958 ext 1234567890   | GB | UNREADABLE     |
          212-736-5026 x12/x14           | US | UNREADABLE     | +12127365026
          030 1234567-0/-12              | DE | UNREADABLE     | +493012345670
          030 1234567-0, -12             | DE | UNREADABLE     | +493012345670
          030/1234567-0 /-12             | DE | UNREADABLE     | +493012345670
          030 1234567-10 - 19            | DE | UNREADABLE     | +4930123456710
          030 1234567-10 bis -19         | DE | UNREADABLE     | +4930123456710
          (212) 736-5026; -27            | US | UNREADABLE     | +12127365026
          +358 9 1234 567/568            | FI | UNREADABLE     | +35891234567
          +46 8 123 456 78/79            | SE | UNREADABLE     | +46812345678
          +45 34 41 23 45 / 46           | DK | UNREADABLE     | +4534412345
          télécopieur 01 42 68 53 00     | FR | NOT_FOR_CALLS  |
          212-736-5026 pager             | US | NOT_FOR_CALLS  |
          ファックス 03-1234-5678         | JP | NOT_FOR_CALLS  |
          +31 6 12345678 (verkeerd)      | NL | NOT_FOR_CALLS  |
          +7 495 123-45-67 не существует | RU | NOT_FOR_CALLS  |
          0176 12345678 (falsche Nummer) | DE | NOT_FOR_CALLS  |
          212-736-5026 Alte Mühle        | US | WORDS_LEFT_OUT | +12127365026
          0170-1234567 (D2)              | DE | WORDS_LEFT_OUT | +491701234567
          030 1234567 Bob                | DE | WORDS_LEFT_OUT | +49301234567
          030 1234567a                   | DE | WORDS_LEFT_OUT | +49301234567
          01 5123456 c/o                 | AT | WORDS_LEFT_OUT | +4315123456
          02 1234567 Eva                 | IT | WORDS_LEFT_OUT | +39021234567
          03-1234-5678（代表）             | JP | WORDS_LEFT_OUT | +81312345678
          030/1234567 (9-12)             | DE | WORDS_LEFT_OUT | +49301234567
          030/1234567 (12)               | DE | WORDS_LEFT_OUT | +49301234567
          030 1234567 8-17h              | DE | WORDS_LEFT_OUT | +49301234567
          030 1234567 8h-17h             | DE | WORDS_LEFT_OUT | +49301234567
          030 1234567 8.00-17.00 Uhr     | DE | WORDS_LEFT_OUT | +49301234567
          030 1234567 ab 17 Uhr          | DE | WORDS_LEFT_OUT | +49301234567
          01 5123456 (Mo-Fr 9-17)        | AT | WORDS_LEFT_OUT | +4315123456
          12                             | US | UNREADABLE     |
          see notes                      | US | UNREADABLE     |
          """)
  void whatIsNotCertainIsADoubt(String text, String country, Kind kind, String e164) {
    PhoneReading reading = PhoneNumbers.read(text, country);

    assertThat(reading.doubts()).extracting(PhoneReading.Doubt::kind).containsExactly(kind);
    assertThat(reading.numbers())
        .extracting(number -> number.number().e164())
        .isEqualTo(e164 == null ? List.of() : List.of(e164));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          44    | 2079460958      | US | +442079460958 |
          44    | 02079460958     | US | +442079460958 |
          44    | 442079460958    | US | +442079460958 |
          52    | 2481234567      | US | +522481234567 |
          52    | 15551234567     | US | +525551234567 |
          1     | 2127365026      | MX | +12127365026  |
          +1    | 12127365026     | DE | +12127365026  |
          0049  | 17612345678     | US | +4917612345678|
          44.0  | 2079460958      | US | +442079460958 |
          49    | +12127365026    | US | +12127365026  | CALLING_CODES_DIFFER
          1     | 02079460958     | US |               | UNREADABLE
          999   | 2127365026      | US |               | NO_CALLING_CODE
          UK    | 20 7946 0958    | US | +442079460958 |
          GBR   | 020 7946 0958   | US | +442079460958 |
          United Kingdom | 20 7946 0958 | US | +442079460958 |
          GB (+44) | 020 7946 0958 | US | +442079460958 |
          011 44 | 020 7946 0958  | US | +442079460958 |
          ４４  | 20 7946 0958    | US | +442079460958 |
          44    | 011 44 20 7946 0958 | US | +442079460958 |
          1-809 | 5551234         | DE | +18095551234  |
          +1809 | 809 555 1234    | DE | +18095551234  |
          49    | 442079460958    | US |               | UNREADABLE
          9     | 2127365026      | US |               | NO_CALLING_CODE
          N/A   | 2127365026      | US |               | NO_CALLING_CODE
          800   | 12345678        | US | +80012345678  |
          1 (809) | 5551234       | DE | +18095551234  |
          +44 (0) | 2079460958    | US | +442079460958 |
          Italia | 3331234567     | US | +393331234567 |
          Nederland | 0612345678  | US | +31612345678  |
          Österreich | 0664 1234567 | US | +436641234567 |
          Polska | 512 345 678    | US | +48512345678  |
          日本   | 090-1234-5678   | US | +819012345678 |
          """)
  void aCallingCodeBelongsToItsNumber(
      String code, String text, String country, String e164, Kind doubt) {
    PhoneReading reading = PhoneNumbers.read(text, code, country);

    assertThat(reading.numbers())
        .extracting(number -> number.number().e164())
        .isEqualTo(e164 == null ? List.of() : List.of(e164));
    assertThat(reading.doubts())
        .extracting(PhoneReading.Doubt::kind)
        .isEqualTo(doubt == null ? List.of() : List.of(doubt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UK 020 7946 0958               | US | +442079460958
          Deutschland: 030 12345678      | US | +493012345678
          01 42 68 53 00 (France)        | US | +33142685300
          España 612 34 56 78            | US | +34612345678
          Schweiz 044 668 18 00          | US | +41446681800
          日本 03-1234-5678               | US | +81312345678
          (UK) 020 7946 0958             | US | +442079460958
          020 7946 0958 (UK)             | US | +442079460958
          United Kingdom: 020 7946 0958  | US | +442079460958
          DE 030 12345678                | US | +493012345678
          030 12345678 Germany           | US | +493012345678
          AUS 0412 345 678               | US | +61412345678
          US: 212-736-5026               | GB | +12127365026
          """)
  void aCountryBesideTheNumberTellsItsPlan(String text, String country, String e164) {
    PhoneReading reading = PhoneNumbers.read(text, country);

    assertThat(reading.numbers())
        .extracting(number -> number.number().e164())
        .containsExactly(e164);
    assertThat(reading.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          212-736-5026 ext no. 12        | US | +12127365026 | 12
          212-736-5026 extension number 12 | US | +12127365026 | 12
          03-1234-5678 内線12            | JP | +81312345678 | 12
          02-312-3456 내선 12            | KR | +8223123456  | 12
          021 12345678 转 12             | CN | +862112345678 | 12
          212-736-5026 ext. 12 - ask for Joe | US | +12127365026 | 12
          #1 212-736-5026                | US | +12127365026 |
          044 668 18 00 (intern 12)      | CH | +41446681800 | 12
          01 42 68 53 00 p. 12           | FR | +33142685300 | 12
          01 42 68 53 00 poste n° 12     | FR | +33142685300 | 12
          (11) 3123-4567 r. 12           | BR | +551131234567 | 12
          06 698 12345 interno n. 12     | IT | +390669812345 | 12
          020 123 4567 toestelnummer 12  | NL | +31201234567 | 12
          22 123 45 67 wewnętrzny 12     | PL | +48221234567 | 12
          8 (495) 123-45-67 добавочный 12 | RU | +74951234567 | 12
          0212 123 45 67 (Dahili: 12)    | TR | +902121234567 | 12
          03-1234-5678（内線12）           | JP | +81312345678 | 12
          02-312-3456(교환 12)            | KR | +8223123456  | 12
          03 123 4567 שלוחה 12           | IL | +97231234567 | 12
          04 323 4567 تحويلة 12          | AE | +97143234567 | 12
          024 3825 1234 máy lẻ 12        | VN | +842438251234 | 12
          +30 210 1234567 εσωτ. 12       | GR | +302101234567 | 12
          1 234 5678 mellék 12           | HU | +3612345678  | 12
          09 1234567 alanumero 12        | FI | +35891234567 | 12
          +420 234 567 890 klapka 12     | CZ | +420234567890 | 12
          21 123 4567 extensão 12        | PT | +351211234567 | 12
          +12127365026p123               | US | +12127365026 | 123
          212-736-5026w9                 | US | +12127365026 | 9
          """)
  void anExtensionIsThatOfItsWords(String text, String country, String e164, String extension) {
    assertThat(PhoneNumbers.read(text, country).numbers())
        .containsExactly(new WrittenNumber(new PhoneNumber(e164), Optional.ofNullable(extension)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 (212) 736-5026 (w) 212-736-5027 (c)",
        "Main: 212-736-5026, Direct: 212-736-5027",
        "212.736.5026 Home / 212.736.5027 Cell",
        "2127365026 2127365027",
        "1) 212-736-5026 2) 212-736-5027",
        "#1 212-736-5026 #2 212-736-5027",
        "+12127365026+12127365027",
        "212-736-5026 (day) 212-736-5027 (eve)",
        "(212)736-5026(212)736-5027",
        "(212)736-5026(c)(212)736-5027(h)",
        "212-736-5026 -> 212-736-5027"
      })
  void twoNumbersInACellAreTwo(String text) {
    assertThat(PhoneNumbers.read(text, "US").numbers())
        .extracting(number -> number.number().e164())
        .containsExactly("+12127365026", "+12127365027");
    assertThat(PhoneNumbers.read(text, "US").doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "212 736 5026 ask for Joe",
    "DNC 212 736 5026",
    "Fax 212 736 5026",
    "212 736 5026 F",
    "212-736-XXXX",
    "212 736 5026; 212 736 5027",
    "1.21255E+10"
  })
  void oneNumberIsAskedForWhereOneIsMeant(String text) {
    assertThatThrownBy(() -> PhoneNumbers.parse(text, "US"))
        .hasMessageStartingWith("the phone number ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "030/1234567 (9-12)",
        "030 1234567 (12)",
        "030 1234567 8-17h",
        "030 1234567 ab 17 Uhr",
        "0170-1234567 (D2)"
      })
  void whatStandsBehindTheNumberIsNoMoreOfIt(String text) {
    assertThatThrownBy(() -> PhoneNumbers.parse(text, "DE"))
        .hasMessageStartingWith("the phone number ");
  }
}
