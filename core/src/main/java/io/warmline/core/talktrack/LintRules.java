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
    BAD = rules(file.get("bad"), groups);
    NEEDED = rules(file.get("needed"), groups);
  }

  private LintRules() {}

  private static List<LintRule> rules(JsonNode entries, Map<String, Set<String>> groups) {
    return stream(entries).map(entry -> rule(entry, groups)).toList();
  }

  private static LintRule rule(JsonNode entry, Map<String, Set<String>> groups) {
    return new LintRule(
        LintCode.valueOf(entry.get("code").asText()),
        stream(entry.get("patterns"))
            .map(pattern -> WordPattern.of(pattern.asText(), groups))
            .toList(),
        new Advice(entry.get("why").asText(), entry.get("better").asText()),
        new Reach(
            kinds(entry.path("kinds"), EVERY),
            kinds(entry.path("errorIn"), Set.of()),
            entry.path("unlessTime").asBoolean(),
            entry.path("unlessAsked").asBoolean()));
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
