package io.warmline.core.talktrack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The words that are shipped, {@code talk-tracks/openers.yaml}. */
final class OpenerTable {

  private static final String FILE = "/talk-tracks/openers.yaml";

  private static final JsonNode SHIPPED = read();
  private static final Map<Voice, OpenerTable> TABLES = new ConcurrentHashMap<>();

  private final Voice voice;
  private final List<Slot> beginning;
  private final Map<CallOpening, Entry> entries = new EnumMap<>(CallOpening.class);

  private OpenerTable(Voice voice) {
    this.voice = voice;
    this.beginning = List.of(slot(SHIPPED.get("greeting")), slot(SHIPPED.get("caller")));
    for (CallOpening opening : CallOpening.values()) {
      entries.put(opening, entry(SHIPPED.get("openings").get(opening.key())));
    }
  }

  /** As the words are said in a place. */
  static OpenerTable in(Voice voice) {
    return TABLES.computeIfAbsent(voice, OpenerTable::new);
  }

  /**
   * A part of an opener.
   *
   * @param wordings the first that can be said is said; the last always can
   */
  record Slot(List<Wording> wordings) {}

  /** One way to say a part, line by line. */
  record Wording(List<TemplateLine> lines, String text) {}

  /**
   * The words of one way in which a call comes about.
   *
   * @param bare whether it goes without greeting and caller
   * @param asks by what the campaign delivers; an ask that is absent is none
   */
  private record Entry(boolean bare, Slot reasons, Map<Ask, Slot> asks) {}

  /** The parts of an opener, in their order. */
  List<Slot> slots(CallOpening opening, Ask ask) {
    Entry entry = Objects.requireNonNull(entries.get(opening));
    Slot reasons = entry.reasons();
    List<Slot> end =
        Optional.ofNullable(entry.asks().get(ask))
            .map(slot -> List.of(reasons, slot))
            .orElse(List.of(reasons));
    return entry.bare() ? end : List.of(beginning, end).stream().flatMap(List::stream).toList();
  }

  private Entry entry(JsonNode node) {
    String usual = node.path("ask").asText("meeting");
    Map<Ask, Slot> asks = new EnumMap<>(Ask.class);
    for (Ask ask : Ask.values()) {
      JsonNode named = SHIPPED.get("asks").get(instead(ask, usual));
      if (named != null) {
        asks.put(ask, slot(named));
      }
    }
    return new Entry(node.path("bare").asBoolean(), slot(node.get("reasons")), asks);
  }

  private static String instead(Ask ask, String usual) {
    return SHIPPED
        .get("instead")
        .path(ask.name().toLowerCase(Locale.ROOT))
        .path(usual)
        .asText(usual);
  }

  private Slot slot(JsonNode wordings) {
    return new Slot(
        StreamSupport.stream(wordings.spliterator(), false)
            .map(JsonNode::asText)
            .map(voice::said)
            .map(text -> new Wording(TemplateLine.of(text), text))
            .toList());
  }

  private static JsonNode read() {
    try (InputStream file = OpenerTable.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the file " + FILE + " is missing");
      }
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + FILE + " cannot be read", e);
    }
  }
}
