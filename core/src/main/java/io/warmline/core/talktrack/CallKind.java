package io.warmline.core.talktrack;

import static io.warmline.core.talktrack.Fact.AGENT_NAME;
import static io.warmline.core.talktrack.Fact.APPOINTMENT_PLACE;
import static io.warmline.core.talktrack.Fact.APPOINTMENT_TIME;
import static io.warmline.core.talktrack.Fact.APPOINTMENT_WITH;
import static io.warmline.core.talktrack.Fact.COMPANY_NAME;
import static io.warmline.core.talktrack.Fact.CONCRETE_DAY;
import static io.warmline.core.talktrack.Fact.CONCRETE_TIME;
import static io.warmline.core.talktrack.Fact.CONTRACT_END_MONTH;
import static io.warmline.core.talktrack.Fact.CURRENT_VENDOR;
import static io.warmline.core.talktrack.Fact.FIRST_TALK;
import static io.warmline.core.talktrack.Fact.GREETING;
import static io.warmline.core.talktrack.Fact.INQUIRY;
import static io.warmline.core.talktrack.Fact.MAIL_SENT;
import static io.warmline.core.talktrack.Fact.OBJECTIVE;
import static io.warmline.core.talktrack.Fact.PAGE_VISITED;
import static io.warmline.core.talktrack.Fact.PAST_PURCHASE;
import static io.warmline.core.talktrack.Fact.PROSPECT;
import static io.warmline.core.talktrack.Fact.REASON;
import static io.warmline.core.talktrack.Fact.SUGGESTION;
import static io.warmline.core.talktrack.Fact.TRIGGER;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of calls that need words of their own, and the facts that those words cannot miss. */
public enum CallKind {
  /** The first conversation with a prospect. */
  FIRST_CALL(true, OBJECTIVE, CONCRETE_TIME),
  /** The one counter-offer to a prospect who is busy, before a callback is agreed on. */
  BUSY_REPLY(false, CONCRETE_DAY),
  /** The call that the prospect asked for. Its parts come in this order. */
  CALLBACK(true, FIRST_TALK, SUGGESTION, OBJECTIVE, CONCRETE_TIME),
  /** Minutes after an appointment was set. */
  QUALITY_CONFIRMATION(true, APPOINTMENT_WITH, APPOINTMENT_TIME, APPOINTMENT_PLACE),
  /** The prospect clicked a link or is looking at a page. */
  SIGNAL(true, OBJECTIVE, PAGE_VISITED, CONCRETE_TIME),
  /** The prospect came to us: sent a form, answered a message, called. */
  INBOUND(true, INQUIRY, OBJECTIVE, CONCRETE_TIME),
  /** A customer or a warm lead, at the moment that the prospect named. */
  WARM_CHECK_IN(true, TRIGGER),
  /** A customer who named no moment and is asked how things are. */
  CUSTOMER_CHECK_IN(true, OBJECTIVE),
  /** A past customer. */
  WIN_BACK(true, PAST_PURCHASE, REASON, CONCRETE_TIME),
  /** The prospect's contract with another vendor ends. */
  CONTRACT_END(true, CURRENT_VENDOR, CONTRACT_END_MONTH, CONCRETE_TIME),
  /** A warm lead, before sales sees it. */
  FIT_CHECK(true, OBJECTIVE),
  /** A lead that nothing has happened to for long. */
  REHEAT(true, REASON, CONCRETE_TIME),
  /** What is left on a machine. */
  VOICEMAIL(true, OBJECTIVE),
  /** After a mail that was not clicked. */
  FOLLOW_UP(true, MAIL_SENT, OBJECTIVE, CONCRETE_TIME);

  private static final List<Fact> WHO = List.of(GREETING, PROSPECT, AGENT_NAME, COMPANY_NAME);

  private final boolean opener;

  /** From {@link List#of}, so it cannot change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Fact> own;

  CallKind(boolean opener, Fact... own) {
    this.opener = opener;
    this.own = List.of(own);
  }

  /** Whether such a call begins with a greeting, a name and a reason; a mere reply does not. */
  public boolean opener() {
    return opener;
  }

  /** The facts without which there is no talk track, in the order of the parts. */
  public List<Fact> required() {
    return opener ? Stream.concat(WHO.stream(), own.stream()).toList() : own;
  }

  /** Whether the parts must come in the order of {@link #required()}. */
  boolean ordered() {
    return this == CALLBACK;
  }

  /** The usual way in which such a call comes about. */
  CallOpening usual() {
    return this == FOLLOW_UP ? CallOpening.MAIL_SENT : CallOpening.valueOf(name());
  }
}
