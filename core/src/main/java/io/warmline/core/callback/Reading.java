package io.warmline.core.callback;

import io.warmline.core.phrase.Confidence;
import io.warmline.core.phrase.UnresolvedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the prospect's wish.
 *
 * @param intent empty: an instant was given, or the words named no time
 * @param preferredAt the instant of the window that suits best; empty without an intent
 * @param needsConfirmation whether to ask the prospect while still on the phone
 */
public record Reading(
    Optional<Intent> intent,
    Optional<Instant> preferredAt,
    boolean needsConfirmation,
    Remarks remarks) {

  /** Nothing had to be understood. */
  public static final Reading NONE =
      new Reading(Optional.empty(), Optional.empty(), false, Remarks.NONE);

  /** Words that named no time. */
  static Reading unresolved(UnresolvedReason why) {
    return new Reading(
        Optional.empty(),
        Optional.empty(),
        true,
        new Remarks(null, null, why, List.of(), List.of()));
  }

  /** The same with another remark, which makes it worth asking. */
  Reading warning(Warning warning, List<Option> instead) {
    return new Reading(intent, preferredAt, true, remarks.with(warning, instead));
  }

  /**
   * What to know of a reading. Kept as JSON: nothing is decided by it.
   *
   * @param explanation the window in English, to be repeated to the prospect
   * @param unresolved why the words gave no time; null: they did, or there were none
   * @param alternatives other times that may be meant, or are the nearest legal ones
   */
  public record Remarks(
      @Nullable Confidence confidence,
      @Nullable String explanation,
      @Nullable UnresolvedReason unresolved,
      List<Warning> warnings,
      List<Option> alternatives) {

    static final Remarks NONE = new Remarks(null, null, null, List.of(), List.of());

    /** JSON knows no empty list where none was written. */
    @SuppressWarnings("ConstantValue")
    public Remarks {
      warnings = warnings == null ? List.of() : List.copyOf(warnings);
      alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    }

    /** Without what was said of times that are no longer meant. */
    Remarks withoutTimes() {
      return new Remarks(confidence, explanation, unresolved, List.of(), List.of());
    }

    private Remarks with(Warning warning, List<Option> instead) {
      List<Warning> warned = new ArrayList<>(warnings);
      warned.add(warning);
      List<Option> offered = new ArrayList<>(alternatives);
      instead.stream().filter(option -> !offered.contains(option)).forEach(offered::add);
      return new Remarks(confidence, explanation, unresolved, warned, offered);
    }
  }

  /**
   * A remark on the time.
   *
   * @param code stable, for programs: one of {@link io.warmline.core.phrase.WarningCode}, or {@code
   *     ZONE_UNCERTAIN}, {@code NO_CALLING_HOURS}
   * @param sentence for people, in English
   */
  public record Warning(String code, String sentence) {

    static final Warning OUTSIDE_HOURS =
        new Warning("OUTSIDE_CALLING_HOURS", "Calls are not allowed at that time.");
    static final Warning ZONE_UNCERTAIN =
        new Warning(
            "ZONE_UNCERTAIN",
            "The prospect's number is used in zones with different clocks; ask which one is"
                + " meant.");
    static final Warning NO_HOURS =
        new Warning("NO_CALLING_HOURS", "No calls are allowed within two weeks of that time.");
  }

  /**
   * Another time.
   *
   * @param latestAt the end of its window
   * @param why when it would be the right one, in English
   */
  public record Option(Instant dueAt, Instant latestAt, String why) {

    static Option of(Fit fit, String why) {
      CallWindow shortest = CallWindow.from(fit.dueAt(), Duration.ZERO);
      boolean longer = fit.latestAt().isAfter(shortest.latestAt());
      return new Option(fit.dueAt(), longer ? fit.latestAt() : shortest.latestAt(), why);
    }
  }
}
