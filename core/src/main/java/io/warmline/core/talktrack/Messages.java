package io.warmline.core.talktrack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes the messages that are owed to prospects. A message has wordings, the most telling first:
 * the first is taken whose facts are all known. Where a campaign has none that can be said, those
 * that are shipped follow, of which the last always can. No message has a placeholder in it.
 */
public final class Messages {

  private static final String FILE = "/talk-tracks/messages.yaml";
  private static final Map<MessageKind, List<String>> SHIPPED = read();
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

  private Messages() {}

  /** What is wrong with a wording, in the order of its text; empty if nothing is. */
  public static List<TemplateFault> check(String wording) {
    return Templates.check(wording);
  }

  /**
   * The text of a message.
   *
   * @param own the campaign's own wordings, sound ones, the most telling first
   */
  public static String write(MessageKind kind, List<String> own, CallFacts facts) {
    List<String> shipped = SHIPPED.getOrDefault(kind, List.of());
    String last = shipped.get(shipped.size() - 1);
    String wording =
        Stream.concat(own.stream(), shipped.stream())
            .filter(text -> isKnown(text, facts))
            .findFirst()
            .orElse(last);
    return text(wording, facts);
  }

  private static boolean isKnown(String wording, CallFacts facts) {
    return Templates.lines(wording).stream().noneMatch(line -> lacksFact(line, facts));
  }

  /** Also within words that depend on another fact. */
  private static boolean lacksFact(TemplateLine line, CallFacts facts) {
    try {
      line.render(CallKind.FOLLOW_UP, facts);
      return false;
    } catch (MissingFact e) {
      return true;
    }
  }

  /** Line by line; one of which nothing is left is left out, and blank lines stay. */
  private static String text(String wording, CallFacts facts) {
    List<String> lines = new ArrayList<>();
    for (String line : wording.lines().toList()) {
      if (line.isBlank()) {
        lines.add("");
      } else {
        said(new TemplateLine(line), facts).ifPresent(lines::add);
      }
    }
    return EMPTY_LINES.matcher(String.join("\n", lines)).replaceAll("\n\n").strip();
  }

  private static Optional<String> said(TemplateLine line, CallFacts facts) {
    return lacksFact(line, facts) ? Optional.empty() : line.render(CallKind.FOLLOW_UP, facts);
  }

  private static Map<MessageKind, List<String>> read() {
    try (InputStream file = Messages.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the file " + FILE + " is missing");
      }
      JsonNode table = new YAMLMapper().readTree(file);
      Map<MessageKind, List<String>> shipped = new EnumMap<>(MessageKind.class);
      for (MessageKind kind : MessageKind.values()) {
        shipped.put(
            kind,
            StreamSupport.stream(table.get(kind.key()).spliterator(), false)
                .map(JsonNode::asText)
                .toList());
      }
      return shipped;
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + FILE + " cannot be read", e);
    }
  }
}
