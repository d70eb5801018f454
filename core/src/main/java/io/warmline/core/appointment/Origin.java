package io.warmline.core.appointment;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed an appointment, in which call, and when.
 *
 * @param agent null: nobody in particular, as when an integration does it
 * @param call null: outside a call
 * @param at when it was said
 * @param theirs whether the prospect called of its own accord
 * @param pointer where it stands in the request, for refusals
 */
public record Origin(
    @Nullable AgentId agent, @Nullable CallId call, Instant at, boolean theirs, String pointer) {}
