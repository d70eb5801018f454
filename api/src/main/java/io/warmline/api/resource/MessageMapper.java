package io.warmline.api.resource;

import io.warmline.core.InvalidValue;
import io.warmline.core.campaign.MessageWordings;
import io.warmline.core.talktrack.MessageKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Wordings of messages between the contract and the domain. */
final class MessageMapper {

  private static final int LONGEST = 4000;
  private static final int MOST = 5;

  private MessageMapper() {}

  static MessageWordings wordings(@Nullable Map<String, List<String>> given) {
    Map<MessageKind, List<String>> wordings = new EnumMap<>(MessageKind.class);
    if (given != null) {
      given.forEach((name, texts) -> wordings.put(kind(name), sized(name, texts)));
    }
    return new MessageWordings(wordings);
  }

  private static MessageKind kind(String name) {
    return Arrays.stream(MessageKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "/messages/" + name,
                    "UNKNOWN_KIND",
                    "is no kind of message; known are " + List.of(MessageKind.values())));
  }

  private static List<String> sized(String name, @Nullable List<String> texts) {
    List<String> given = texts == null ? List.of() : texts;
    if (given.size() > MOST || given.stream().anyMatch(text -> text.length() > LONGEST)) {
      throw new InvalidValue(
          "/messages/" + name,
          "SIZE",
          "has at most " + MOST + " wordings, each of at most " + LONGEST + " characters");
    }
    return given;
  }

  /** Null where there are none. */
  static @Nullable Map<String, List<String>> texts(MessageWordings wordings) {
    if (wordings.wordings().isEmpty()) {
      return null;
    }
    Map<String, List<String>> texts = new TreeMap<>();
    wordings.wordings().forEach((kind, of) -> texts.put(kind.name(), of));
    return texts;
  }
}
