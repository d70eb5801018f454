package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadConsent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consent as a row states it: what it does not say is null.
 *
 * @param kind at least IMPLIED
 * @param givenAt as the list has it; of a day its beginning, in UTC
 * @param evidence how it can be proved; personal data
 * @param expiresAt after it was given
 * @param withdrawnAt not before it was given
 */
record StatedConsent(
    ConsentKind kind,
    Instant givenAt,
    @Nullable String evidence,
    @Nullable String scope,
    @Nullable String source,
    @Nullable Instant expiresAt,
    @Nullable Instant withdrawnAt) {

  private static final String IN_THE_LIST = "As in an imported list";

  private static final Set<String> TAKEN_BACK =
      HeaderSynonyms.words(
          """
          withdrawn revoked takenback widerrufen zuruckgezogen retire revoque retirado revocado
          consentwithdrawn consentrevoked
          """);

  private static final Map<String, ConsentKind> KINDS = new HashMap<>();

  static {
    add(ConsentKind.NONE, "none no n false 0 nein non notapplicable unknown denied refused");
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
    return Optional.ofNullable(KINDS.get(HeaderNames.folded(text)))
        .or(() -> YesOrNo.word(text).map(yes -> yes ? ConsentKind.EXPRESS : ConsentKind.NONE));
  }

  /** Whether this word says that there was a consent, and is none any more. */
  static boolean isTakenBack(String text) {
    return TAKEN_BACK.contains(HeaderNames.folded(text));
  }

  /**
   * The consent that is on record once the row is read.
   *
   * @param had the same consent, of which more may be known; null: none
   */
  LeadConsent over(@Nullable LeadConsent had) {
    String proof = source == null ? IN_THE_LIST : source;
    return had == null
        ? new LeadConsent(
            kind,
            givenAt,
            evidence == null ? proof : evidence,
            scope,
            source,
            expiresAt,
            withdrawnAt)
        : new LeadConsent(
            had.kind(),
            had.givenAt(),
            evidence == null ? had.evidence() : evidence,
            scope == null ? had.scope() : scope,
            source == null ? had.source() : source,
            expiresAt == null ? had.expiresAt() : expiresAt,
            withdrawnAt == null ? had.withdrawnAt() : withdrawnAt);
  }

  @Override
  public String toString() {
    return "StatedConsent[" + kind + "]";
  }
}
