package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A phone number, and the leads that have it: a person may be on several lists. */
final class Line {

  private final String number;
  private final Place place;
  private final List<Prospect> prospects = new ArrayList<>();
  private final Set<UUID> refusedTo = new HashSet<>();
  private boolean refusedToAll;
  private Instant inHandUntil = Instant.EPOCH;

  Line(String number, Place place) {
    this.number = number;
    this.place = place;
  }

  String number() {
    return number;
  }

  Place place() {
    return place;
  }

  List<Prospect> prospects() {
    return prospects;
  }

  boolean isShared() {
    return prospects.size() > 1;
  }

  /** The person wants no calls any more, of one campaign or of any. */
  void refuse(Drive drive, boolean all) {
    refusedTo.add(drive.id());
    refusedToAll |= all;
  }

  boolean isRefusedTo(Drive drive) {
    return refusedToAll || refusedTo.contains(drive.id());
  }

  /** An agent has it in hand. */
  void take(Instant now, Instant until) {
    assertThat(inHandUntil).as("%s is in two hands at %s", number, now).isBeforeOrEqualTo(now);
    inHandUntil = until;
  }

  boolean isInHand(Instant now) {
    return inHandUntil.isAfter(now);
  }

  void giveBack(Instant now) {
    inHandUntil = now;
  }
}
