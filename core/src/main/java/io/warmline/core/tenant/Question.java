package io.warmline.core.tenant;

import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.result.ResultBearing;

/**
 * What is asked of the database in one statement, and how the answer is read. Several can be asked
 * in one {@link RoundTrip}.
 *
 * @param sql finds the tenant bound as {@code :tenant}
 * @param values of its other parameters, by their names: arrays are bound as arrays
 */
public record Question<T>(
    String sql, Map<String, Object> values, Function<ResultBearing, T> reading) {

  public Question {
    values = Map.copyOf(values);
  }
}
