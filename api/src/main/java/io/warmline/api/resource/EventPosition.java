package io.warmline.api.resource;

import io.warmline.core.InvalidValue;
import io.warmline.core.event.EventType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From where on a reader asks for events. A type that does not exist, and a number that was not
 * given yet, would be waited for in vain and without a word.
 */
final class EventPosition {

  private EventPosition() {}

  /**
   * @throws InvalidValue UNKNOWN_EVENT_TYPE
   */
  static void requireType(@Nullable String type) {
    if (type == null
        || Arrays.stream(EventType.values()).anyMatch(known -> known.label().equals(type))) {
      return;
    }
    throw new InvalidValue(
        "type",
        "UNKNOWN_EVENT_TYPE",
        "is no type of event; write one of docs/events.md such as call.logged"
            + EventType.hint(type));
  }

  /**
   * @param last the greatest number that was given
   * @throws InvalidValue BEYOND_THE_LAST: as after the restore of an older database
   */
  static void requireReached(long after, long last, String pointer) {
    if (after > last) {
      throw new InvalidValue(
          pointer,
          "BEYOND_THE_LAST",
          "is greater than the number of the last event, "
              + last
              + ": was an older database restored? Begin with "
              + last);
    }
  }
}
