package io.warmline.core.reach;

import java.util.UUID;

/** Something that a request names. */
public record Named(ResourceKind kind, UUID id) {}
