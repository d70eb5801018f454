package io.warmline.core.disposition;

import io.warmline.core.lead.Qualification;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the prospect answered in a call.
 *
 * @param qualification how far the lead is pre-qualified; null: not asked
 * @param checkIn what a customer said in a campaign of check-ins; null: not asked
 */
public record CallAnswers(@Nullable Qualification qualification, @Nullable CheckIn checkIn) {

  /** These, and of what they do not tell the earlier ones. */
  CallAnswers over(CallAnswers earlier) {
    return new CallAnswers(
        qualification == null ? earlier.qualification() : qualification,
        checkIn == null ? earlier.checkIn() : checkIn);
  }

  /** In the prospect's own words. */
  Stream<String> said() {
    return Stream.ofNullable(qualification).flatMap(Qualification::said);
  }

  /** Nothing. */
  public static final CallAnswers NONE = new CallAnswers(null, null);
}
