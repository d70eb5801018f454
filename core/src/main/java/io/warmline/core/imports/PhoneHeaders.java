package io.warmline.core.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of columns that hold phone numbers, folded as by {@link HeaderNames#folded}. Fax is not
 * among them.
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
          primarycontactprimaryphone contactphonenumber assistantphone voipphone switchboard
          switchboardnumber headquartersphone firstphone firstphonenumber standardtelefon zentrale
          personphonework personphonemobile personphonehome personphoneother leadphone leadphonenumber accountphone accountphonenumber companyphone1 companymainphone landline contactnumber contactphone
          dialnumber callnumber personphone organizationphone phonework phonehome phonemobile
          telefon telefonnummer telefonnr rufnummer mobil mobilnummer mobilnr mobiltelefon
          mobilfunk handy handynummer handynr festnetz festnetznummer durchwahl telefongeschaftlich
          telefongeschaeftlich telefonprivat telefonmobil telefonfirma telefonzentrale geschaftstelefon
          portable telephoneportable telephonefixe numerodetelephone
          """);

  private PhoneHeaders() {}

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
    return numbered.matches() && PHONES.contains(numbered.group(1));
  }
}
