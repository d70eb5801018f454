package io.warmline.core.talktrack;

import java.util.regex.Pattern;

/** The words by which a call says that it has a reason, and that the reason is of today. */
final class ReasonToday {

  private static final Pattern WORDS =
      Pattern.compile(
          "reason\\s+(?:that\\s+|why\\s+)?(?:I['\u2019]m|I\\s+am|we['\u2019]re|we\\s+are)\\s+(?:calling|ringing|phoning|telephoning|giving\\s+you\\s+a\\s+(?:call|ring|bell))\\s*+"
              + "(?:you\\s+)?today|reason\\s+(?:for|of)\\s+(?:my|this)\\s+call\\s+today",
          Pattern.CASE_INSENSITIVE);

  private ReasonToday() {}

  static boolean in(String text) {
    return WORDS.matcher(text).find();
  }
}
