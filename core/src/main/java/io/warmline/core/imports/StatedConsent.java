package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.lead.LeadConsent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
          withdrawn withdrew revoked rescinded takenback widerrufen zuruckgezogen retire retiree revoque revoquee
          retirado retirada revocado revocada revocato revocata ingetrokken consentwithdrawn consentrevoked
          optedout optout unsubscribed
          """);

  private static final Set<String> NEGATIONS =
      HeaderSynonyms.words(
          "not never no isnt wasnt hasnt nicht nie kein keine pas jamais sin nunca niet");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:;,()\\[\\]/]+");

  /** What stands before the day on which it was taken back. */
  private static final Pattern ON =
      Pattern.compile(
          "(?iu)^(?:on|at|as of|since|from|am|seit|zum|le|depuis|el|desde|il|op|per)\\s+");

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

  /** Whether this text says that there was a consent, and is none any more. */
  static boolean isTakenBack(String text) {
    return TAKEN_BACK.contains(HeaderNames.folded(text)) || restOf(text).isPresent();
  }

  /** The day on which it was taken back, where the text has it: "withdrawn on 2026-11-01". */
  static Optional<Instant> takenBackAt(String text) {
    return restOf(text).flatMap(rest -> WrittenTime.of(ON.matcher(rest).replaceFirst("")));
  }

  /** What follows the word that says so; empty if there is none, or it is denied. */
  private static Optional<String> restOf(String text) {
    List<String> words = List.of(BETWEEN_WORDS.split(text.strip(), -1));
    for (int i = 0; i < words.size(); i++) {
      if (NEGATIONS.contains(HeaderNames.folded(words.get(i)))) {
        return Optional.empty();
      }
      for (int end = i + 1; end <= Math.min(i + 2, words.size()); end++) {
        if (TAKEN_BACK.contains(HeaderNames.folded(String.join("", words.subList(i, end))))) {
          return Optional.of(String.join(" ", words.subList(end, words.size())).strip());
        }
      }
    }
    return Optional.empty();
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
