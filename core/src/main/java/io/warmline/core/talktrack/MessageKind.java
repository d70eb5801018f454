package io.warmline.core.talktrack;

import java.util.Locale;

/** After what a message is owed. */
public enum MessageKind {
  /** A message was left on a machine. */
  VOICEMAIL,
  /** The prospect was talked to, and something was promised. */
  CONVERSATION;

  /** Its name in the table of what is shipped. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
