package io.warmline.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** What a client was built with, checked. */
record Settings(
    URI baseUrl,
    Credential apiKey,
    String userAgent,
    Duration requestTimeout,
    Retries retries,
    Consumer<Attempt> onAttempt) {}
