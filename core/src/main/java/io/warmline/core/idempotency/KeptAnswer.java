package io.warmline.core.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * An answer under an idempotency key, as it was kept.
 *
 * @param fingerprint SHA-256 of the request, in hexadecimal
 * @param erased whether it went with what it was about
 */
public record KeptAnswer(String fingerprint, StoredAnswer answer, boolean erased) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the columns fingerprint, status, headers, body and erased. */
  public static KeptAnswer read(ResultSet rs) throws SQLException {
    return new KeptAnswer(
        rs.getString("fingerprint"),
        new StoredAnswer(
            rs.getInt("status"), headers(rs.getString("headers")), rs.getString("body")),
        rs.getBoolean("erased"));
  }

  /**
   * Goes on only for who holds the key.
   *
   * @throws WarmlineException IDEMPOTENCY_KEY_IN_USE
   */
  public static void requireOurs(boolean ours) {
    if (!ours) {
      throw new WarmlineException(
          ProblemCode.IDEMPOTENCY_KEY_IN_USE,
          "A request with the same Idempotency-Key is being worked on. Try again after"
              + " Retry-After.");
    }
  }

  /**
   * The answer, for the same request.
   *
   * @param subject what it was about
   * @throws WarmlineException IDEMPOTENCY_KEY_REUSED if the key belongs to another request;
   *     ANSWER_ERASED
   */
  public StoredAnswer again(String request, String subject) {
    if (!fingerprint.equals(request)) {
      throw new WarmlineException(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key belongs to another request. Use a new key for a new request.");
    }
    if (erased) {
      throw new WarmlineException(
          ProblemCode.ANSWER_ERASED,
          "This request was done before; its answer was erased with the %s it was about."
              .formatted(subject));
    }
    return answer;
  }

  /** The headers as they are kept. */
  public static String text(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
