package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.talktrack.MessageKind;
import io.warmline.core.talktrack.Messages;
import io.warmline.core.talktrack.TemplateFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The campaign's own wordings of the messages that are owed after calls. Kept as JSON.
 *
 * @param wordings by kind, the most telling first; a kind that is absent has those that are shipped
 */
public record MessageWordings(Map<MessageKind, List<String>> wordings) {

  /** None of its own. */
  public static final MessageWordings NONE = new MessageWordings(Map.of());

  /** Keeps a copy, in the order of the kinds. */
  public MessageWordings {
    Map<MessageKind, List<String>> copy = new EnumMap<>(MessageKind.class);
    wordings.forEach(
        (kind, texts) -> {
          if (!texts.isEmpty()) {
            copy.put(kind, List.copyOf(texts));
          }
        });
    wordings = Collections.unmodifiableMap(copy);
  }

  /** Those of a kind; none if it has none. */
  public List<String> of(MessageKind kind) {
    return wordings.getOrDefault(kind, List.of());
  }

  /**
   * Refuses what cannot be said.
   *
   * @throws WarmlineException INVALID_VALUE with every fault
   */
  void requireSound() {
    List<Violation> violations = new ArrayList<>();
    wordings.forEach(
        (kind, texts) -> {
          for (int i = 0; i < texts.size(); i++) {
            String at = "/messages/" + kind + "/" + i;
            if (texts.get(i).isBlank()) {
              violations.add(new Violation(at, "BLANK", "says nothing"));
            }
            Messages.check(texts.get(i)).forEach(fault -> violations.add(violation(at, fault)));
          }
        });
    if (!violations.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.INVALID_VALUE,
          violations.size() + " things in the messages must be mended; see errors.",
          violations);
    }
  }

  private static Violation violation(String pointer, TemplateFault fault) {
    return new Violation(
        pointer,
        fault.code().name(),
        "line " + fault.line() + ", column " + fault.column() + ": " + fault.message());
  }
}
