package io.warmline.core.timeline;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a lead.
 *
 * @param title what, in words
 * @param subject what it happened to: the lead, a call, a callback, a task, a suppression
 * @param campaign in which it happened, where that is known
 * @param words what people said or wrote about it; null: nothing, or the lead was erased
 * @param details codes, ids and times by name; never personal data
 */
public record TimelineEntry(
    TimelineKind kind,
    Instant at,
    String title,
    UUID subject,
    @Nullable AgentId agent,
    @Nullable CampaignId campaign,
    @Nullable CallId call,
    @Nullable String words,
    Map<String, String> details) {

  /** Keeps a copy. */
  public TimelineEntry {
    details = Map.copyOf(details);
  }

  /** Hides the words: they are personal data. */
  @Override
  public String toString() {
    return "TimelineEntry[" + kind + " at " + at + ", " + subject + "]";
  }
}
