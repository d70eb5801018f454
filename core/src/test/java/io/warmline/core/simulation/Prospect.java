package io.warmline.core.simulation;

import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead as the firm remembers it, without asking the product. */
final class Prospect {

  /** A call to the prospect: when, and under which claim. */
  record Dial(Instant at, Object claim) {}

  private final LeadId lead;
  private final Line line;
  private final Place place;
  private final Drive drive;
  private final boolean consents;
  private final List<Dial> dials = new ArrayList<>();
  private int attempts;
  private @Nullable Promise promise;

  Prospect(LeadId lead, Line line, Place place, Drive drive, boolean consents) {
    this.lead = lead;
    this.line = line;
    this.place = place;
    this.drive = drive;
    this.consents = consents;
    line.prospects().add(this);
  }

  LeadId lead() {
    return lead;
  }

  boolean consents() {
    return consents;
  }

  Line line() {
    return line;
  }

  Place place() {
    return place;
  }

  Drive drive() {
    return drive;
  }

  /** The open promise, if there is one. */
  @Nullable Promise promise() {
    return promise;
  }

  void promised(@Nullable Promise open) {
    promise = open;
  }

  /** Notes a call. @return whether a later one was known, or another one of the same time */
  boolean dialled(Dial dial, boolean counts) {
    boolean superseded =
        dials.stream()
            .anyMatch(
                other ->
                    other.at().isAfter(dial.at())
                        || (other.at().equals(dial.at()) && !other.claim().equals(dial.claim())));
    dials.add(dial);
    line.dialled(dial.at());
    attempts += counts ? 1 : 0;
    return superseded;
  }

  boolean isUsedUp() {
    return attempts >= drive.policy().maxAttempts();
  }

  /** Whether the law, the prospect and the campaign allow a call at this instant. */
  boolean mayBeCalledAt(Instant instant) {
    return consents && place.allows(instant) && isOpenAt(instant);
  }

  private boolean isOpenAt(Instant instant) {
    return place.zones().stream().map(instant::atZone).allMatch(drive.hours()::isOpenAt);
  }
}
