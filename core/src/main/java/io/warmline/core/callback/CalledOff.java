package io.warmline.core.callback;

/**
 * That a promise will not be kept.
 *
 * @param reason a code of ours, or somebody's words
 */
public record CalledOff(CancelledBy by, String reason) {}
