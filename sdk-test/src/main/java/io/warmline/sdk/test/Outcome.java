package io.warmline.sdk.test;

import java.util.Optional;
import java.util.Set;

/** The dispositions that the fake knows, with what becomes of the lead. */
enum Outcome {
  NO_ANSWER(Reached.NOBODY, "ATTEMPTING", "", 1440),
  BUSY(Reached.NOBODY, "ATTEMPTING", "busyMinutes", 0),
  VOICEMAIL_NO_MESSAGE(Reached.NOBODY, "ATTEMPTING", "voicemailNoMessageMinutes", 0),
  VOICEMAIL_LEFT(Reached.NOBODY, "ATTEMPTING", "voicemailLeftMinutes", 0),
  TECHNICAL_FAILURE(Reached.NOBODY, "ATTEMPTING", "technicalFailureMinutes", 0),
  GATEKEEPER(Reached.OTHERS, "CONTACTED", "", 1440),
  LEFT_LIVE_MESSAGE(Reached.OTHERS, "CONTACTED", "liveMessageMinutes", 0),
  HUNG_UP(Reached.SOMEBODY, "CONTACTED", "hungUpMinutes", 0),
  CALLBACK_REQUESTED(Reached.DECISION_MAKER, "CALLBACK_PENDING", "", 0),
  WARM_INTERESTED(Reached.DECISION_MAKER, "WARM", "", 1440),
  APPOINTMENT_SET(Reached.DECISION_MAKER, "APPOINTMENT_SET", "", 0),
  NOT_INTERESTED(Reached.DECISION_MAKER, "CONTACTED", "notInterestedMinutes", 0),
  NOT_QUALIFIED(Reached.DECISION_MAKER, "DISQUALIFIED", "", 0),
  ALREADY_CUSTOMER(Reached.DECISION_MAKER, "CUSTOMER", "", 0),
  SALE(Reached.DECISION_MAKER, "CUSTOMER", "", 0),
  DO_NOT_CALL(Reached.SOMEBODY, "DO_NOT_CALL", "", 0);

  enum Reached {
    NOBODY,
    OTHERS,
    SOMEBODY,
    DECISION_MAKER
  }

  private static final Set<String> CLOSED =
      Set.of("APPOINTMENT_SET", "CUSTOMER", "DISQUALIFIED", "EXHAUSTED", "DO_NOT_CALL");

  private final Reached reached;
  private final String status;
  private final String delay;
  private final int minutes;

  Outcome(Reached reached, String status, String delay, int minutes) {
    this.reached = reached;
    this.status = status;
    this.delay = delay;
    this.minutes = minutes;
  }

  /**
   * @throws Refusal NOT_FAKED if it is one of the contract's that the fake does not know
   */
  static Outcome of(String disposition) {
    for (Outcome outcome : values()) {
      if (outcome.name().equals(disposition)) {
        return outcome;
      }
    }
    throw Refusal.notFaked("A call that ends with " + disposition + " has consequences.");
  }

  static boolean closes(String status) {
    return CLOSED.contains(status);
  }

  boolean humanReached() {
    return reached != Reached.NOBODY;
  }

  /** Empty if the outcome does not tell. */
  Optional<Boolean> decisionMakerReached() {
    return reached == Reached.SOMEBODY
        ? Optional.empty()
        : Optional.of(reached == Reached.DECISION_MAKER);
  }

  boolean rang() {
    return this != BUSY && this != TECHNICAL_FAILURE;
  }

  boolean countsAsAttempt() {
    return this != TECHNICAL_FAILURE;
  }

  /** Whether a promise to call is kept by it; else it is tried again. */
  boolean keepsPromise() {
    return reached == Reached.DECISION_MAKER || this == HUNG_UP;
  }

  /** Whether a promise may come with it; the fake knows what follows for requests alone. */
  boolean takesCallback() {
    return this == CALLBACK_REQUESTED
        || this == WARM_INTERESTED
        || this == GATEKEEPER
        || this == LEFT_LIVE_MESSAGE;
  }

  /** Whether the lead is dialled again by itself. */
  boolean retries() {
    return minutes > 0 || !delay.isEmpty();
  }

  int minutesUntilRetry(com.fasterxml.jackson.databind.JsonNode delays) {
    return delay.isEmpty() ? minutes : delays.path(delay).asInt();
  }

  /**
   * Where it leaves a lead.
   *
   * @param promised whether a promise is tried again
   */
  String statusAfter(String before, boolean promised) {
    if (!status.equals("ATTEMPTING") && !status.equals("CONTACTED")) {
      return status;
    }
    if (promised || before.equals("WARM") || before.equals("QUALIFIED")) {
      return before;
    }
    boolean neverReached = before.equals("COLD") || before.equals("ATTEMPTING");
    if (humanReached() || !neverReached) {
      return "CONTACTED";
    }
    return countsAsAttempt() ? "ATTEMPTING" : before;
  }
}
