package io.warmline.api.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What those outside were told: the books of clients, of readers of events, and of receivers of
 * messages. Times are of the machine that all of them share.
 */
record Told(
    List<Lead> leads,
    List<Claim> claims,
    List<Call> calls,
    List<Promise> promises,
    List<Event> events,
    List<Endpoint> endpoints,
    List<Message> messages,
    List<Repetition> repetitions) {

  /** A lead that was taken, under a name that the client gave it. */
  record Lead(String name, String id) {}

  /**
   * A lead that was handed out.
   *
   * @param heard when the client knew
   * @param expiresAt until when the client may call
   * @param letGo when the client began to give it back or to report; empty if it never did
   */
  record Claim(
      String id,
      String lead,
      String phone,
      long fence,
      Instant heard,
      Instant expiresAt,
      Optional<Instant> letGo) {

    /** Until when the client took the lead for its own. */
    Instant until() {
      return letGo.filter(expiresAt::isAfter).orElse(expiresAt);
    }
  }

  /**
   * A call that is on record, as the client was told.
   *
   * @param name what the client calls it; stands in its notes
   * @param sent when it was reported first
   */
  record Call(
      String name,
      String id,
      String lead,
      String claim,
      String phone,
      boolean late,
      boolean refusesCalls,
      Instant sent,
      Instant heard) {}

  /** A callback that was promised in a call. */
  record Promise(String id, String lead, String call, Instant dueAt) {}

  /** An event, in the order in which this reader was told. */
  record Event(String reader, long sequence, String type, String subject) {}

  /**
   * Where messages are sent.
   *
   * @param types the subjects it asks for, such as {@code call}; empty: all
   * @param recovers whether it takes all messages in the end; otherwise it is gone for good
   */
  record Endpoint(String id, Set<String> types, boolean recovers) {}

  /**
   * A message that was received.
   *
   * @param about the lead it is about, or else its subject
   * @param genuine whether its signature was right
   * @param taken whether it was answered with success in time
   */
  record Message(
      String endpoint,
      String id,
      long sequence,
      String about,
      int digest,
      boolean genuine,
      boolean taken,
      Instant answered) {}

  /** A write that was repeated under its key after all was over. */
  record Repetition(String name, boolean alike) {}
}
