package io.warmline.core.talktrack;

import java.util.Locale;

/**
 * The ways in which a call comes about: each has its own words. Nobody who was talked to is greeted
 * as a stranger, and nobody else as an acquaintance.
 */
public enum CallOpening {
  /** The prospect asked for it in a conversation. */
  CALLBACK(CallKind.CALLBACK, Known.TALKED),
  /** Somebody else at the prospect's did. */
  CALLBACK_BY_OFFICE(CallKind.CALLBACK, Known.STRANGER),
  /** It was promised, and nobody was talked to. */
  CALLBACK_PROMISED(CallKind.CALLBACK, Known.STRANGER),
  /** The prospect did not come to a meeting. */
  NO_SHOW(CallKind.CALLBACK, Known.TALKED),
  QUALITY_CONFIRMATION(CallKind.QUALITY_CONFIRMATION, Known.TALKED),
  SIGNAL(CallKind.SIGNAL, Known.STRANGER),
  /** The same of a prospect who was talked to. */
  SIGNAL_AGAIN(CallKind.SIGNAL, Known.TALKED),
  INBOUND(CallKind.INBOUND, Known.STRANGER),
  INBOUND_AGAIN(CallKind.INBOUND, Known.TALKED),
  FIT_CHECK(CallKind.FIT_CHECK, Known.STRANGER),
  FIT_CHECK_AGAIN(CallKind.FIT_CHECK, Known.TALKED),
  REHEAT(CallKind.REHEAT, Known.STRANGER),
  REHEAT_AGAIN(CallKind.REHEAT, Known.TALKED),
  CONTRACT_END(CallKind.CONTRACT_END, Known.STRANGER),
  CONTRACT_END_AGAIN(CallKind.CONTRACT_END, Known.TALKED),
  CUSTOMER_CHECK_IN(CallKind.CUSTOMER_CHECK_IN, Known.CUSTOMER),
  /** A customer who told us last time what went wrong. */
  COMPLAINT(CallKind.CUSTOMER_CHECK_IN, Known.TALKED),
  /** A customer, at the moment that the customer named. */
  WARM_CHECK_IN(CallKind.WARM_CHECK_IN, Known.TALKED),
  WIN_BACK(CallKind.WIN_BACK, Known.CUSTOMER),
  WIN_BACK_AGAIN(CallKind.WIN_BACK, Known.TALKED),
  /** The client found that somebody else decides. */
  WRONG_PERSON(CallKind.FOLLOW_UP, Known.TALKED),
  /** A meeting was called off by the prospect. */
  CANCELLED(CallKind.FOLLOW_UP, Known.TALKED),
  /** A meeting was called off by us, or by the client. */
  CANCELLED_BY_US(CallKind.FOLLOW_UP, Known.TALKED),
  /** A meeting was held. */
  MET(CallKind.FOLLOW_UP, Known.TALKED),
  /** A conversation goes on: warm, not yet, returned, expired. */
  TALK_GOES_ON(CallKind.FOLLOW_UP, Known.TALKED),
  /** After a mail to somebody who was never talked to. */
  MAIL_SENT(CallKind.FOLLOW_UP, Known.STRANGER),
  /** Somebody gave us the prospect's name. */
  REFERRED(CallKind.FIRST_CALL, Known.STRANGER),
  /** A message was left for the prospect with somebody. */
  MESSAGE_LEFT(CallKind.FIRST_CALL, Known.STRANGER),
  /** Somebody else at the prospect's was talked to. */
  OFFICE_TALKED_TO(CallKind.FIRST_CALL, Known.STRANGER),
  /** A message was left on a machine. */
  VOICEMAIL_LEFT(CallKind.FIRST_CALL, Known.STRANGER),
  FIRST_CALL(CallKind.FIRST_CALL, Known.STRANGER),
  BUSY_REPLY(CallKind.BUSY_REPLY, Known.STRANGER),
  VOICEMAIL(CallKind.VOICEMAIL, Known.STRANGER),
  VOICEMAIL_AGAIN(CallKind.VOICEMAIL, Known.TALKED);

  /** How well the prospect knows us. */
  public enum Known {
    /** We never talked to the prospect. */
    STRANGER,
    /** We did, and the words say so. */
    TALKED,
    /** The prospect bought from the company, whether or not we talked. */
    CUSTOMER
  }

  private final CallKind kind;
  private final Known known;

  CallOpening(CallKind kind, Known known) {
    this.kind = kind;
    this.known = known;
  }

  /** The kind of call. */
  public CallKind kind() {
    return kind;
  }

  /** How well the prospect knows us. */
  public Known known() {
    return known;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
