package io.warmline.core.queue;

/** Where a lead is in the queue: the words of {@code queue_entry.state}. */
public enum QueueState {
  /** It can be claimed while its bucket is open. */
  READY,
  /** It can be claimed from an instant on ({@code not_before}). */
  WAITING,
  /** An agent holds it. */
  LEASED,
  /** It is not called until something changes. */
  CLOSED
}
