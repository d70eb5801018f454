package io.warmline.core.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Minutes from an attempt to the next, by outcome. Outcomes without a delay of their own go by the
 * part of the day.
 */
public record RetryDelays(
    int busyMinutes,
    int technicalFailureMinutes,
    int voicemailNoMessageMinutes,
    int voicemailLeftMinutes,
    int abandonedMinutes,
    int hungUpMinutes,
    int liveMessageMinutes,
    int notInterestedMinutes) {

  /** The defaults of the trade's table of dispositions. */
  public static final RetryDelays DEFAULT =
      new RetryDelays(
          30, 15, 24 * 60, 2 * 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 2 * 24 * 60, 90 * 24 * 60);

  /** As they are stored. A delay that was not there yet when they were has its default. */
  @JsonCreator
  static RetryDelays stored(
      @JsonProperty("busyMinutes") @Nullable Integer busy,
      @JsonProperty("technicalFailureMinutes") @Nullable Integer technicalFailure,
      @JsonProperty("voicemailNoMessageMinutes") @Nullable Integer voicemailNoMessage,
      @JsonProperty("voicemailLeftMinutes") @Nullable Integer voicemailLeft,
      @JsonProperty("abandonedMinutes") @Nullable Integer abandoned,
      @JsonProperty("hungUpMinutes") @Nullable Integer hungUp,
      @JsonProperty("liveMessageMinutes") @Nullable Integer liveMessage,
      @JsonProperty("notInterestedMinutes") @Nullable Integer notInterested) {
    return new RetryDelays(
        or(busy, DEFAULT.busyMinutes),
        or(technicalFailure, DEFAULT.technicalFailureMinutes),
        or(voicemailNoMessage, DEFAULT.voicemailNoMessageMinutes),
        or(voicemailLeft, DEFAULT.voicemailLeftMinutes),
        or(abandoned, DEFAULT.abandonedMinutes),
        or(hungUp, DEFAULT.hungUpMinutes),
        or(liveMessage, DEFAULT.liveMessageMinutes),
        or(notInterested, DEFAULT.notInterestedMinutes));
  }

  private static int or(@Nullable Integer stored, int usual) {
    return Objects.requireNonNullElse(stored, usual);
  }
}
