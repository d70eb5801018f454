package io.warmline.core.imports;

/** Where an import stands. */
public enum ImportStatus {
  /** Received; nobody works on it yet. */
  QUEUED,
  /** A server works on it. */
  RUNNING,
  /** Every row was read. */
  COMPLETED,
  /** It ended before every row was read; what was imported until then stays. */
  FAILED
}
