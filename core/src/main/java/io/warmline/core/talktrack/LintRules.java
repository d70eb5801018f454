package io.warmline.core.talktrack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.warmline.core.talktrack.LintRule.Advice;
import io.warmline.core.talktrack.LintRule.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table of rules, {@code talk-tracks/lint.yaml}. */
final class LintRules {

  private static final String FILE = "/talk-tracks/lint.yaml";

  private static final Set<CallKind> EVERY = Set.of(CallKind.values());

  /** What invites a "no". */
  static final List<LintRule> BAD;

  /** What an opener needs; a rule whose patterns match nothing is a finding. */
  static final List<LintRule> NEEDED;

  static {
    JsonNode file = read();
    Map<String, Set<String>> groups = new HashMap<>();
    file.get("groups")
        .properties()
        .forEach(
            group ->
                groups.put(
                    group.getKey(), Set.copyOf(List.of(group.getValue().asText().split(" ")))));
    Map<String, Concept> concepts = new HashMap<>();
    file.get("concepts")
        .properties()
        .forEach(
            concept ->
                concepts.put(concept.getKey(), new Concept(patterns(concept.getValue(), groups))));
    BAD = rules(file.get("bad"), groups, concepts);
    NEEDED = rules(file.get("needed"), groups, concepts);
  }

  private LintRules() {}

  private static List<LintRule> rules(
      JsonNode entries, Map<String, Set<String>> groups, Map<String, Concept> concepts) {
    return stream(entries).map(entry -> rule(entry, groups, concepts)).toList();
  }

  private static List<WordPattern> patterns(JsonNode list, Map<String, Set<String>> groups) {
    return stream(list).map(pattern -> WordPattern.of(pattern.asText(), groups)).toList();
  }

  private static LintRule rule(
      JsonNode entry, Map<String, Set<String>> groups, Map<String, Concept> concepts) {
    return new LintRule(
        LintCode.valueOf(entry.get("code").asText()),
        WordPatterns.of(patterns(entry.path("patterns"), groups)),
        frames(entry.path("frames"), concepts),
        frames(entry.path("otherwise"), concepts),
        new Advice(entry.get("why").asText(), entry.get("better").asText()),
        new Reach(
            kinds(entry.path("kinds"), EVERY),
            kinds(entry.path("errorIn"), Set.of()),
            entry.path("unlessTime").asBoolean(),
            entry.path("unlessAsked").asBoolean(),
            entry.path("unlessWhich").asBoolean()));
  }

  private static List<Frame> frames(JsonNode list, Map<String, Concept> concepts) {
    return stream(list).map(frame -> Frame.of(frame.asText(), concepts)).toList();
  }

  private static Set<CallKind> kinds(JsonNode names, Set<CallKind> unlessSaid) {
    if (names.isMissingNode()) {
      return unlessSaid;
    }
    return names.asText().equals("ALL")
        ? EVERY
        : stream(names)
            .map(name -> CallKind.valueOf(name.asText()))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static JsonNode read() {
    try (InputStream file = LintRules.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the file " + FILE + " is missing");
      }
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + FILE + " cannot be read", e);
    }
  }
}
