package io.warmline.core.talktrack;

import java.util.Arrays;
import java.util.Optional;

/** All that a talk track can know. There is no other name in a template. */
public enum Fact {
  /** By the prospect's time of day: "Good morning". */
  GREETING("greeting", PartCode.GREETING),
  /** As the prospect is addressed: "Mr. Peters", or the given name. */
  PROSPECT("prospect", PartCode.GREETING),
  /** Who is calling: "Dave Miller". */
  AGENT_NAME("agentName", PartCode.AGENT),
  /** For whom: "ABC Company". */
  COMPANY_NAME("companyName", PartCode.COMPANY),
  /** How long ago the first conversation with a person was: "a few weeks ago". */
  FIRST_TALK("firstTalk", PartCode.FIRST_TALK),
  /** How long ago the prospect made the suggestion, if that was not in the first conversation. */
  LATER_TALK("laterTalk", PartCode.FIRST_TALK),
  /** The prospect's own words, reported: "that I reach out to you in a month". */
  SUGGESTION("suggestion", PartCode.SUGGESTION),
  /** What we were told of why then: "your manager was out that week". */
  TOLD("told", PartCode.SUGGESTION),
  /** The same where the call was wanted just then: "your contract was to expire in September". */
  MOMENT("moment", PartCode.SUGGESTION),
  /** How long ago the last conversation with the prospect was: "last week". */
  LAST_TALK("lastTalk", PartCode.FIRST_TALK),
  /** How long ago somebody else at the prospect's was talked to, and never the prospect. */
  OFFICE_TALK("officeTalk", PartCode.FIRST_TALK),
  /** How long ago a message was left with somebody: "a few days ago". */
  MESSAGE_LEFT("messageLeft", PartCode.FIRST_TALK),
  /** How long ago a message was left on a machine. */
  VOICEMAIL_LEFT("voicemailLeft", PartCode.FIRST_TALK),
  /** Who sent us to the prospect: "Jim Peters". */
  REFERRER("referrer", PartCode.REFERRAL),
  /** What for: "to set up an appointment". */
  OBJECTIVE("objective", PartCode.OBJECTIVE),
  /** One free slot of the client in the prospect's zone: "this Thursday at 2 pm". */
  CONCRETE_TIME("concreteTime", PartCode.CONCRETE_TIME),
  /** The day of that slot: "this Thursday". */
  CONCRETE_DAY("concreteDay", PartCode.COUNTER_OFFER),
  /** What the prospect looked at: "your page". */
  PAGE_VISITED("pageVisited", PartCode.SIGNAL),
  /** How the prospect came to us, and when: "sent us a form earlier today". */
  INQUIRY("inquiry", PartCode.SIGNAL),
  /** When to call, in the prospect's own words, reported: "when your contract was up". */
  TRIGGER("trigger", PartCode.TRIGGER),
  /** With whom the prospect has a contract now: "Acme". */
  CURRENT_VENDOR("currentVendor", PartCode.CONTRACT_END),
  /** When that contract ends: "March". */
  CONTRACT_END_MONTH("contractEndMonth", PartCode.CONTRACT_END),
  /** What the prospect bought: "two delivery vans". */
  PAST_PURCHASE("pastPurchase", PartCode.PAST_PURCHASE),
  /** A sentence without its stop, for this prospect: "the new model takes your old racks". */
  REASON("reason", PartCode.REASON),
  /** Who sent the mail: "I", or "we" if another agent did. */
  MAIL_SENDER("mailSender", PartCode.MAIL),
  /** How long ago a mail was sent: "a few days ago". */
  MAIL_SENT("mailSent", PartCode.MAIL),
  /** Who meets the prospect: "Ana". */
  APPOINTMENT_WITH("appointmentWith", PartCode.APPOINTMENT),
  /** When, in the prospect's zone: "Thursday 3 December at 2 pm". */
  APPOINTMENT_TIME("appointmentTime", PartCode.APPOINTMENT),
  /** Where, with its preposition: "at your office". */
  APPOINTMENT_PLACE("appointmentPlace", PartCode.APPOINTMENT),
  /** With whom the last meeting was that is over: "Ana". */
  MEETING_WITH("meetingWith", PartCode.APPOINTMENT),
  /** How long ago that meeting was to be: "yesterday". */
  MEETING_DAY("meetingDay", PartCode.APPOINTMENT),
  /** The campaign's questions before a hand-off: "How many vans do you run?". */
  QUESTIONS("questions", PartCode.QUESTION),
  /** What the client does next, a sentence: "Ana calls you within two days.". */
  NEXT_STEP("nextStep", PartCode.NEXT_STEP),
  /** What the prospect said to need: "room for ten more desks". */
  NEED("need", PartCode.NEED),
  /** What makes the meeting worth more: "Ana will bring the floor plans". */
  ADDED_VALUE("addedValue", PartCode.NEED),
  /** Where the prospect can call back, as it is spoken. */
  CALLBACK_NUMBER("callbackNumber", PartCode.NUMBER);

  private final String key;
  private final PartCode part;

  Fact(String key, PartCode part) {
    this.key = key;
    this.part = part;
  }

  /** The name in templates and in JSON. */
  public String key() {
    return key;
  }

  /** The part of a talk track that this fact makes. */
  public PartCode part() {
    return part;
  }

  /** The fact of that name, empty if there is none. */
  public static Optional<Fact> of(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
  }
}
