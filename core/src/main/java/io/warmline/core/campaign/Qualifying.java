package io.warmline.core.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign finds out whether a prospect is a warm lead. Kept as JSON.
 *
 * @param questions what is asked, in the order in which it is asked
 * @param nextStep what the client does then, a sentence to be said; null: the usual one
 */
public record Qualifying(List<Question> questions, @Nullable String nextStep) {

  /** Nothing of its own. */
  public static final Qualifying NONE = new Qualifying(List.of(), null);

  /** Keeps a copy. */
  public Qualifying {
    questions = List.copyOf(Objects.requireNonNullElse(questions, List.of()));
  }

  /**
   * A question.
   *
   * @param id by which an answer names it
   * @param text as it is asked
   */
  public record Question(String id, String text) {}

  /** The first id that two questions have; null: none. */
  @Nullable String doubled() {
    Set<String> ids = new HashSet<>();
    return questions.stream()
        .map(Question::id)
        .filter(id -> !ids.add(id))
        .findFirst()
        .orElse(null);
  }
}
