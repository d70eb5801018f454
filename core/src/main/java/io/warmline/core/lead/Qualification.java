package io.warmline.core.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pre-qualification of a lead. Source: "The importance of warm calling": it is a good prospect,
 * it fits, it understands what is offered.
 *
 * @param goodProspect whether it is one whom the client wants
 * @param fits whether it fits what is offered
 * @param understandsOffer whether it understands that
 * @param answers what the prospect answered, in order
 * @param words what the prospect said, word for word
 */
public record Qualification(
    boolean goodProspect,
    boolean fits,
    boolean understandsOffer,
    List<Answer> answers,
    @Nullable String words) {

  /** Keeps a copy. */
  public Qualification {
    answers = List.copyOf(Objects.requireNonNullElse(answers, List.of()));
  }

  /** Nothing is known. */
  public static final Qualification NONE = new Qualification(false, false, false, List.of(), null);

  /** One question, and what the prospect answered. */
  public record Answer(String question, String answer) {

    /** Hides the answer: it is personal data. */
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  /** What the prospect said and answered. */
  public Stream<String> said() {
    return Stream.concat(Stream.ofNullable(words), answers.stream().map(Answer::answer));
  }

  /** What it lacks, in words; empty if the lead is qualified. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!goodProspect) {
      missing.add("it is a good prospect");
    }
    if (!fits) {
      missing.add("it fits");
    }
    if (!understandsOffer) {
      missing.add("it understands what is offered");
    }
    return missing;
  }

  /** Hides answers and words: they are personal data. */
  @Override
  public String toString() {
    return "Qualification[%s, %s, %s]".formatted(goodProspect, fits, understandsOffer);
  }
}
