package io.warmline.api.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the database holds after all is over. */
record Held(
    List<Lead> leads,
    List<Claim> claims,
    List<Call> calls,
    List<Promise> promises,
    List<String> suppressed,
    List<Event> events,
    List<Delivery> deliveries,
    List<String> disabled,
    List<String> stuck) {

  record Lead(String id, String name) {}

  record Claim(
      String id,
      String lead,
      String phone,
      long fence,
      String status,
      Instant claimedAt,
      Instant expiresAt,
      Optional<Instant> endedAt) {

    boolean isCompleted() {
      return status.equals("COMPLETED");
    }
  }

  record Call(String id, String lead, Optional<String> claim, String name, boolean late) {}

  /**
   * @param moved whether it was moved since
   */
  record Promise(
      String id, String lead, String call, Instant dueAt, String status, boolean moved) {}

  /**
   * @param sequence empty if it has no number yet
   */
  record Event(Optional<Long> sequence, String type, String subject, String about) {

    boolean is(String wanted) {
      return type.equals(wanted);
    }
  }

  record Delivery(String endpoint, long sequence, boolean delivered) {}
}
