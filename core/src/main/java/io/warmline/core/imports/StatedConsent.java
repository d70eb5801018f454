package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A consent as a row states it.
 *
 * @param kind at least IMPLIED
 * @param givenOn the day, as the list has it
 * @param evidence how it can be proved; personal data
 */
record StatedConsent(ConsentKind kind, LocalDate givenOn, String evidence) {

  private static final Map<String, ConsentKind> KINDS = new HashMap<>();

  static {
    add(
        ConsentKind.NONE,
        "none no n false 0 nein non notapplicable unknown denied withdrawn revoked");
    add(
        ConsentKind.IMPLIED,
        """
        implied implicit legitimateinterest legitimateinterests legitimateinterestprospectlead
        legitimateinterestexistingcustomer existingbusinessrelationship ebr inquiry inferred
        performanceofacontract berechtigtesinteresse mutmasslich stillschweigend
        """);
    add(
        ConsentKind.EXPRESS,
        """
        express explicit optin optedin doubleoptin confirmed yes y true 1 ja oui si given granted
        freelygivenconsentfromcontact verbal oral ausdrucklich expressconsent
        """);
    add(
        ConsentKind.WRITTEN,
        """
        written signed priorexpresswritten priorexpresswrittenconsent pewc expresswritten schriftlich
        writtenconsent expresswrittenconsent
        """);
  }

  private static void add(ConsentKind kind, String words) {
    HeaderSynonyms.words(words).forEach(word -> KINDS.put(word, kind));
  }

  /** The kind of consent that this word names; empty if the word is not known. */
  static Optional<ConsentKind> kindOf(String text) {
    return Optional.ofNullable(KINDS.get(HeaderNames.folded(text)));
  }

  @Override
  public String toString() {
    return "StatedConsent[" + kind + "]";
  }
}
