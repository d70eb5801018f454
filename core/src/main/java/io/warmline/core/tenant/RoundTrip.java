package io.warmline.core.tenant;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are put to the database together: they travel once, and so do their answers. Each
 * is a statement of its own, in the order in which it was asked, and sees what those before it have
 * done, and what others had committed by the time they were done. So rows can be read under locks
 * that were taken in the same round trip.
 */
public final class RoundTrip {

  private static final String ALONE =
      """
      begin read only;
      %s;
      %s;
      commit
      """;

  private final Jdbi jdbi;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Answer<?>> answers = new ArrayList<>();

  RoundTrip(Jdbi jdbi, Object tenant) {
    this.jdbi = jdbi;
    values.put("tenant", tenant);
  }

  /**
   * Adds a question.
   *
   * @return its answer; there is none before {@link #make}
   * @throws IllegalArgumentException if a question before it means something else by one of its
   *     parameters
   */
  public <T> Supplier<T> ask(Question<T> question) {
    question.values().forEach(this::bind);
    text.append(answers.isEmpty() ? "" : ";\n").append(question.sql());
    Answer<T> answer = new Answer<>(question);
    answers.add(answer);
    return answer;
  }

  private void bind(String name, Object value) {
    Object before = values.putIfAbsent(name, value);
    if (before != null && !Objects.deepEquals(before, value)) {
      throw new IllegalArgumentException("two values for :" + name + " in one round trip");
    }
  }

  /** Asks them. */
  public void make() {
    jdbi.useHandle(handle -> make(handle, text.toString()));
  }

  /**
   * Asks them where no transaction is open: one that only reads, with these settings, travels with
   * them and is over when they are answered.
   */
  void makeAlone(LocalSettings settings) {
    jdbi.useHandle(
        handle -> {
          try {
            make(handle, ALONE.formatted(settings, text));
          } catch (RuntimeException e) {
            leave(handle, e);
            throw e;
          }
        });
  }

  /** What failed has left its transaction open. */
  private static void leave(Handle handle, RuntimeException failure) {
    try {
      handle.execute("rollback");
    } catch (RuntimeException connectionIsGone) {
      failure.addSuppressed(connectionIsGone);
    }
  }

  private void make(Handle handle, String sql) {
    handle
        .createQuery(sql)
        .bindMap(values)
        .execute(
            (executed, context) -> {
              readAll(executed.get(), handle);
              return true;
            });
  }

  private void readAll(PreparedStatement statement, Handle handle) throws SQLException {
    for (Answer<?> answer : answers) {
      answer.read(nextRows(statement), handle);
      statement.getMoreResults();
    }
  }

  /** Those of the next question; what opens a transaction answers without any. */
  private static ResultSet nextRows(PreparedStatement statement) throws SQLException {
    ResultSet rows = statement.getResultSet();
    while (rows == null && (statement.getMoreResults() || statement.getUpdateCount() >= 0)) {
      rows = statement.getResultSet();
    }
    return Objects.requireNonNull(rows, "a question without an answer");
  }

  /** What came back; empty until it has. */
  private static final class Answer<T> implements Supplier<T> {

    private final Question<T> question;
    private @Nullable T value;

    Answer(Question<T> question) {
      this.question = question;
    }

    /** In a context of its own, which ends with the answer and not with the statement. */
    void read(ResultSet rows, Handle handle) {
      try (Query alone = handle.createQuery(question.sql())) {
        value = question.reading().apply(ResultBearing.of(() -> rows, alone.getContext()));
      }
    }

    @Override
    public T get() {
      if (value == null) {
        throw new IllegalStateException("the round trip was not made yet");
      }
      return value;
    }
  }
}
