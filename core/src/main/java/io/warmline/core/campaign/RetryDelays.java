package io.warmline.core.campaign;

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
}
