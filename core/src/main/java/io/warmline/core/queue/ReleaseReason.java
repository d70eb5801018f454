package io.warmline.core.queue;

/** Why a claimed lead goes back uncalled. */
public enum ReleaseReason {
  NOT_DIALLED,
  SKIPPED,
  AGENT_UNAVAILABLE,
  TECHNICAL,
  OTHER
}
