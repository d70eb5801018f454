package io.warmline.core.imports;

import static java.util.stream.Collectors.joining;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.lead.LeadStatus;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words and codes of other systems say of where a lead stands. Words for a lead that was
 * not reached, or reached without a result, say nothing: the lead is cold here. What is in none of
 * the lists is not guessed.
 */
public final class StatusWords {

  private static final String PARAMETER = "outcome";

  private static final Map<String, LeadStatus> WORDS = new HashMap<>();

  static {
    add(
        LeadStatus.COLD,
        """
        new open opennotcontacted notcontacted uncontacted untouched cold raw lead prospect subscriber
        attempted attemptedtocontact attempting working workingcontacted inprogress noanswer na n a aa al
        am afthrs b ab busy answeringmachine leftvoicemail voicemail nocontact drop pdrop xdrop queue qvmail
        incall iver rqxfer unassigned assigned potential potentiallead reengage cold1 neu offen
        callbackpending exhausted coldlead connected contacted unresponsive noresponse notyetcontacted tocontact
        marketingqualifiedlead mql approaching paused active dispo erri eri tot
        """);
    add(
        LeadStatus.WARM,
        """
        warm hot interested engaged salesqualifiedlead sql qualified prequalified opportunity opendeal
        handedoff appointmentset meetinginterested hotlead warmlead interessiert
        """);
    add(
        LeadStatus.NURTURE,
        """
        nurture nurturing notnow later badtiming recycle recycled contactinfuture futureinterest
        contactlater nurturelead spater
        """);
    add(
        LeadStatus.CUSTOMER,
        """
        customer client closedwon won sale sold existingcustomer activecustomer currentcustomer
        currentclient existingclient activeclient kunde bestandskunde clientactif cliente evangelist
        """);
    add(
        LeadStatus.LAPSED,
        """
        formercustomer pastcustomer excustomer lapsed lapsedcustomer churned previouscustomer
        inactivecustomer churnedcustomer lostcustomer churnedclient formerclient pastclient altkunde ehemaligerkunde
        """);
    add(
        LeadStatus.DISQUALIFIED,
        """
        disqualified unqualified notqualified junk junklead badfit notafit nofit ni notinterested
        dead deadlead badlead invalid baddata disconnected disconnectednumber dc adc adct wrongnumber wn
        donotprospect outofbusiness
        """);
    add(
        LeadStatus.DO_NOT_CALL,
        """
        blacklist blacklisted removed remove removefromlist removefromlists donotcalllist donotsolicit litigator
        litigious gesperrt sperrliste blockiert
        dnc dncl dncc donotcall donotcontact optedout optout unsubscribed nichtanrufen nocalls
        deceased died passedaway verstorben gestorben decede decedee fallecido fallecida
        """);
  }

  /** Nothing but what is known of other systems. */
  static final StatusWords USUAL = new StatusWords(Map.of());

  /** What a list can say of where a lead stands. */
  private static final Set<LeadStatus> SAYABLE =
      EnumSet.of(
          LeadStatus.COLD,
          LeadStatus.WARM,
          LeadStatus.NURTURE,
          LeadStatus.CUSTOMER,
          LeadStatus.LAPSED,
          LeadStatus.DISQUALIFIED,
          LeadStatus.DO_NOT_CALL);

  private static final Pattern BEGINNING =
      Pattern.compile("([^(\\[:,;/|–—-]*\\p{L}) *[(\\[:,;/|–—-].*");

  private static final Set<LeadStatus> KEEP_FROM_COLD_CALLS =
      EnumSet.of(
          LeadStatus.CUSTOMER, LeadStatus.LAPSED, LeadStatus.DISQUALIFIED, LeadStatus.DO_NOT_CALL);

  private final Map<String, LeadStatus> own;

  private StatusWords(Map<String, LeadStatus> own) {
    this.own = own;
  }

  /**
   * The words of another system, which go before those that are known.
   *
   * @param meanings word or code to {@code COLD}, {@code WARM}, {@code NURTURE}, {@code CUSTOMER},
   *     {@code LAPSED}, {@code DISQUALIFIED} or {@code DO_NOT_CALL}; case, blanks and punctuation
   *     of words do not count
   * @throws WarmlineException INVALID_VALUE if a status is none of these, or a word is given twice
   */
  public static StatusWords of(Map<String, String> meanings) {
    Map<String, LeadStatus> own = new LinkedHashMap<>();
    meanings.forEach(
        (word, status) -> {
          LeadStatus meant =
              SAYABLE.stream()
                  .filter(s -> s.name().equals(status))
                  .findFirst()
                  .orElseThrow(() -> unknown(word, status));
          if (own.put(HeaderNames.folded(word), meant) != null) {
            throw new InvalidValue(
                PARAMETER, "DUPLICATE_WORD", "gives the word \"%s\" twice".formatted(word));
          }
        });
    return new StatusWords(own);
  }

  private static InvalidValue unknown(String word, String status) {
    return new InvalidValue(
        PARAMETER,
        "UNKNOWN_STATUS",
        "says that \"%s\" means \"%s\"; a list can say %s"
            .formatted(
                word, status, SAYABLE.stream().map(LeadStatus::name).collect(joining(", "))));
  }

  /** This, with what the other says in its place. */
  StatusWords overriddenBy(StatusWords other) {
    Map<String, LeadStatus> both = new LinkedHashMap<>(own);
    both.putAll(other.own);
    return new StatusWords(both);
  }

  /** The words that were given: what {@link #of(Map)} takes. */
  Map<String, String> asTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    own.forEach((word, status) -> texts.put(word, status.name()));
    return texts;
  }

  private static void add(LeadStatus status, String words) {
    HeaderSynonyms.words(words).forEach(word -> WORDS.put(word, status));
  }

  /** Where a lead stands of which another system says this; empty if the word is not known. */
  Optional<LeadStatus> of(String text) {
    return ofAll(text).or(() -> ofItsBeginning(text));
  }

  private Optional<LeadStatus> ofAll(String text) {
    String word = HeaderNames.folded(text);
    return Optional.ofNullable(own.get(word)).or(() -> Optional.ofNullable(WORDS.get(word)));
  }

  /** "Customer (since 2019)" is one; that somebody may be called cold takes the whole text. */
  private Optional<LeadStatus> ofItsBeginning(String text) {
    Matcher beginning = BEGINNING.matcher(text);
    return beginning.matches()
        ? ofAll(beginning.group(1)).filter(KEEP_FROM_COLD_CALLS::contains)
        : Optional.empty();
  }
}
