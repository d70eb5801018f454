package io.warmline.core.imports;

import io.warmline.core.lead.LeadStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the words and codes of other systems say of where a lead stands. Words for a lead that was
 * not reached, or reached without a result, say nothing: the lead is cold here. What is in none of
 * the lists is not guessed.
 */
final class StatusWords {

  private static final Map<String, LeadStatus> WORDS = new HashMap<>();

  static {
    add(
        LeadStatus.COLD,
        """
        new open opennotcontacted notcontacted uncontacted untouched cold raw lead prospect subscriber
        attempted attemptedtocontact attempting working workingcontacted inprogress noanswer na n a aa al
        am afthrs b ab busy answeringmachine leftvoicemail voicemail nocontact drop pdrop xdrop queue qvmail
        incall iver rqxfer unassigned assigned potential potentiallead reengage cold1 neu offen
        marketingqualifiedlead mql approaching paused active dispo erri eri tot
        """);
    add(
        LeadStatus.WARM,
        """
        warm hot interested engaged salesqualifiedlead sql qualified prequalified opportunity opendeal
        meetinginterested hotlead warmlead interessiert
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
        currentclient kunde bestandskunde clientactif cliente evangelist
        """);
    add(
        LeadStatus.LAPSED,
        """
        formercustomer pastcustomer excustomer lapsed lapsedcustomer churned previouscustomer
        inactivecustomer formerclient pastclient altkunde ehemaligerkunde
        """);
    add(
        LeadStatus.DISQUALIFIED,
        """
        disqualified unqualified notqualified junk junklead badfit notafit nofit ni notinterested
        dead deadlead badlead invalid baddata disconnected disconnectednumber dc adc adct wrongnumber wn
        donotprospect outofbusiness deceased
        """);
    add(
        LeadStatus.DO_NOT_CALL,
        "dnc dncl dncc donotcall donotcontact optedout optout unsubscribed nichtanrufen nocalls");
  }

  private StatusWords() {}

  private static void add(LeadStatus status, String words) {
    HeaderSynonyms.words(words).forEach(word -> WORDS.put(word, status));
  }

  /** Where a lead stands of which another system says this; empty if the word is not known. */
  static Optional<LeadStatus> of(String text) {
    return Optional.ofNullable(WORDS.get(HeaderNames.folded(text)));
  }
}
