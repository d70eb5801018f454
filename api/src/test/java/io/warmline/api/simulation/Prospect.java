package io.warmline.api.simulation;

import io.warmline.sdk.model.LeadStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead as the firm remembers it, without asking the product. */
final class Prospect {

  private static final Set<LeadStatus> DEAF =
      EnumSet.of(
          LeadStatus.DISQUALIFIED,
          LeadStatus.DO_NOT_CALL,
          LeadStatus.APPOINTMENT_SET,
          LeadStatus.HANDED_OFF);

  /** By then a signal has been followed up, or has cooled. */
  private static final Duration SIGNAL_LASTS = Duration.ofDays(8);

  private final UUID lead;
  private final Line line;
  private final Drive drive;
  private final List<Facts.Dial> dials = new ArrayList<>();
  private LeadStatus status = LeadStatus.COLD;
  private Instant lastSignal = Instant.EPOCH;
  private @Nullable UUID callback;
  private @Nullable Promise promise;
  private @Nullable Meeting meeting;
  private @Nullable Offer offer;

  Prospect(UUID lead, Line line, Drive drive) {
    this.lead = lead;
    this.line = line;
    this.drive = drive;
    line.prospects().add(this);
  }

  UUID lead() {
    return lead;
  }

  Line line() {
    return line;
  }

  ZoneId zone() {
    return line.place().zone();
  }

  Drive drive() {
    return drive;
  }

  List<Facts.Dial> dials() {
    return dials;
  }

  LeadStatus status() {
    return status;
  }

  void become(LeadStatus now) {
    status = now;
  }

  /** The open callback; null: there is none. */
  @Nullable UUID callback() {
    return callback;
  }

  /** The latest promise; it may have ended while its callback is tried again. */
  Optional<Promise> promise() {
    return Optional.ofNullable(promise);
  }

  void promised(UUID openCallback, Promise made) {
    callback = openCallback;
    promise = made;
  }

  void noCallback() {
    callback = null;
    promise = null;
  }

  /** The latest meeting. */
  Meeting meeting() {
    return Objects.requireNonNull(meeting, () -> "a meeting with " + lead);
  }

  void meets(Meeting next) {
    meeting = next;
  }

  boolean hasOpenMeeting() {
    return meeting != null && meeting.isOpen();
  }

  /** The latest hand-off. */
  Optional<Offer> offer() {
    return Optional.ofNullable(offer);
  }

  void offered(Offer next) {
    offer = next;
  }

  /** Whether the client has it and decides. */
  boolean isWithClient(Instant now) {
    return offer != null && offer.isQualified() && offer.isWithClient(now);
  }

  /** Whether a signal now would have the lead called, and no other signal is in its way. */
  boolean mayGiveSignal(Instant now) {
    return !DEAF.contains(status) && lastSignal.plus(SIGNAL_LASTS).isBefore(now);
  }

  void gaveSignal(Instant now) {
    lastSignal = now;
  }

  /** Whether the prospect has looked at something of ours within the hour. */
  boolean isWarmedUp(Instant now) {
    return lastSignal.plus(Duration.ofHours(1)).isAfter(now);
  }
}
