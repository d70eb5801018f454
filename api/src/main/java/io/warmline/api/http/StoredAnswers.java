package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers as they are kept for a repetition; what holds a secret is sealed. */
@ApplicationScoped
class StoredAnswers {

  private static final List<String> KEPT_HEADERS = List.of("ETag", "Location", "Retry-After");

  private final RequestFacts facts;
  private final ObjectMapper json;

  StoredAnswers(RequestFacts facts, ObjectMapper json) {
    this.facts = facts;
    this.json = json;
  }

  StoredAnswer of(RestResponse<?> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new StoredAnswer(response.getStatus(), headers, text(response.getEntity()));
  }

  private @Nullable String text(@Nullable Object entity) {
    try {
      return entity == null ? null : json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer is not writable as JSON", e);
    }
  }

  /** What is kept of a secret answer only the same caller can read again. */
  StoredAnswer sealed(String key, StoredAnswer answer) {
    return !facts.operation().sealed() || answer.body() == null
        ? answer
        : answer.withBody(SealedAnswer.seal(answer.body(), facts.credential(), key));
  }

  /** As it was before it was sealed; empty if another caller asks. */
  Optional<StoredAnswer> opened(String key, StoredAnswer answer) {
    return !facts.operation().sealed() || answer.body() == null
        ? Optional.of(answer)
        : SealedAnswer.open(answer.body(), facts.credential(), key).map(answer::withBody);
  }
}
