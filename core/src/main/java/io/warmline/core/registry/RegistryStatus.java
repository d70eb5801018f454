package io.warmline.core.registry;

/** Whether the list of a registry may still be gone by. */
public enum RegistryStatus {
  FRESH,
  /** Too old within seven days. */
  WARNING,
  /** Older than the law allows. */
  EXPIRED
}
