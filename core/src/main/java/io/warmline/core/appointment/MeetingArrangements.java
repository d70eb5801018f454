package io.warmline.core.appointment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a meeting besides its time.
 *
 * @param link where it is online
 * @param withWhom the person at the client's
 * @param attendees names of those who come for the prospect
 * @param need what the prospect needs, for whoever goes there
 */
public record MeetingArrangements(
    @Nullable String place,
    @Nullable String link,
    @Nullable String withWhom,
    List<String> attendees,
    @Nullable String need,
    @Nullable String notes) {

  /** Nothing was agreed. */
  public static final MeetingArrangements NONE =
      new MeetingArrangements(null, null, null, List.of(), null, null);

  /** Keeps a copy. */
  public MeetingArrangements {
    attendees = List.copyOf(attendees);
  }

  /** What was noted of what the prospect said. */
  public Stream<String> said() {
    return Stream.of(need, notes).flatMap(Stream::ofNullable);
  }

  /** Whether nothing was agreed. */
  public boolean saysNothing() {
    return equals(NONE);
  }

  /** These, and where they say nothing, those. */
  MeetingArrangements or(MeetingArrangements those) {
    return new MeetingArrangements(
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
    return "MeetingArrangements[…]";
  }
}
