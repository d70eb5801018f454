package io.warmline.core.rule;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answers for calling without a recommended rule.
 *
 * @param keyId the API key by which that was asked for
 */
record RuleLifted(UUID subject, String rule, String by, String reason, @Nullable UUID keyId)
    implements Happening {

  @Override
  public EventType type() {
    return EventType.RULE_LIFTED;
  }
}
