/**
 * What holds for every request: authentication, scopes, limits, idempotency, preconditions, problem
 * documents.
 */
@NullMarked
package io.warmline.api.http;

import org.jspecify.annotations.NullMarked;
