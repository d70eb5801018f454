package io.warmline.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a client was built with, checked.
 *
 * @param credential asked before every attempt, since tokens of people do not last
 */
record Settings(
    URI baseUrl,
    Supplier<Credential> credential,
    String userAgent,
    Duration requestTimeout,
    Retries retries,
    Consumer<Attempt> onAttempt) {}
