package io.warmline.core.signal;

import io.warmline.core.task.TaskKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a prospect can do. Source: the campaign policies, "Engagement and cadence". */
public enum SignalType {
  /** Followed a link in a message to them. */
  LINK_CLICK(TaskKind.HOT_SIGNAL, "The prospect clicked a link"),
  /** Answered a message. */
  REPLY(TaskKind.HOT_SIGNAL, "The prospect answered a message"),
  /** Sent a form. */
  FORM_SUBMITTED(TaskKind.INBOUND, "The prospect sent a form"),
  /** Came to us in another way. */
  INBOUND(TaskKind.INBOUND, "The prospect came to us"),
  /** Looked at a page of ours. */
  MICROSITE_VISIT(TaskKind.VISIT, "The prospect looked at our page"),
  /** A message arrived. */
  MAIL_DELIVERED(null, "A message was delivered"),
  /** A message was opened, or its pictures were fetched by a program. */
  MAIL_OPENED(null, "A message was opened");

  private final @Nullable TaskKind kind;
  private final String words;

  SignalType(@Nullable TaskKind kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  /** What it makes of its lead while it is fresh; empty: it is a touch and no more. */
  Optional<TaskKind> kind() {
    return Optional.ofNullable(kind);
  }

  /** The same for the agent, without a full stop. */
  String words() {
    return words;
  }
}
