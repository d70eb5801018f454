package io.warmline.core.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a meeting besides its time.
 *
 * @param link where it is online
 * @param withWhom the person at the client's
 * @param attendees names of those who come for the prospect
 * @param need what the prospect needs, for whoever goes there
 */
public record Particulars(
    @Nullable String place,
    @Nullable String link,
    @Nullable String withWhom,
    List<String> attendees,
    @Nullable String need,
    @Nullable String notes) {

  /** Nothing was agreed. */
  public static final Particulars NONE = new Particulars(null, null, null, List.of(), null, null);

  /** Keeps a copy. */
  public Particulars {
    attendees = List.copyOf(attendees);
  }

  /** Whether nothing was agreed. */
  public boolean saysNothing() {
    return equals(NONE);
  }

  /** These, and where they say nothing, those. */
  Particulars or(Particulars those) {
    return new Particulars(
        place == null ? those.place : place,
        link == null ? those.link : link,
        withWhom == null ? those.withWhom : withWhom,
        attendees.isEmpty() ? those.attendees : attendees,
        need == null ? those.need : need,
        notes == null ? those.notes : notes);
  }

  /** Hides what it holds: it is personal data. */
  @Override
  public String toString() {
    return "Particulars[…]";
  }
}
