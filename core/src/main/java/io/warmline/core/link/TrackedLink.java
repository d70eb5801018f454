package io.warmline.core.link;

import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TrackedLinkId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link of our own: whoever follows it is sent on to its target, and its lead has clicked.
 *
 * @param followUp the message it was sent in, as far as that is known
 */
public record TrackedLink(
    TrackedLinkId id,
    LeadId lead,
    Optional<FollowUpId> followUp,
    TargetUrl target,
    Instant createdAt) {}
