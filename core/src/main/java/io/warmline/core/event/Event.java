package io.warmline.core.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param sequence number in the tenant, from 1, without gaps
 * @param subject id of the thing it happened to
 * @param data ids and states; never personal data
 */
public record Event(
    long sequence, String type, Instant occurredAt, UUID subject, Map<String, Object> data) {}
