package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words that stand nowhere else, each planted in one field: whoever finds one knows where it came
 * from.
 */
final class Canaries {

  /** Where a word is to be planted in a text. */
  static final char HERE = '~';

  /** How all of them begin. */
  static final String SPECIES = "kanarien";

  private static final Pattern WORD = Pattern.compile(SPECIES + "([a-z]{3})vogel");
  private static final int LETTERS = 26;

  private final Map<String, String> planted = new LinkedHashMap<>();

  /** The body with a word of its own at each mark. */
  JsonNode in(String operation, JsonNode body) {
    return planted(operation, "", body);
  }

  private JsonNode planted(String operation, String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode changed = object.objectNode();
      object
          .properties()
          .forEach(
              field ->
                  changed.set(
                      text(operation, pointer + "/{}", field.getKey()),
                      planted(operation, below(pointer, field.getKey()), field.getValue())));
      return changed;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode changed = array.arrayNode();
      array.forEach(item -> changed.add(planted(operation, pointer + "/*", item)));
      return changed;
    }
    return node.isTextual() ? new TextNode(text(operation, pointer, node.asText())) : node;
  }

  /** What the user names is not in the contract. */
  private static String below(String pointer, String name) {
    boolean free = pointer.endsWith("/customFields") || pointer.endsWith("/facts");
    return pointer + "/" + (free ? "{}" : name);
  }

  /** A text with a word at its mark; without one it stays as it is. */
  String text(String operation, String where, String text) {
    return text.indexOf(HERE) < 0
        ? text
        : text.replace(String.valueOf(HERE), word(operation + " " + where));
  }

  private String word(String where) {
    int number = planted.size();
    String word = SPECIES;
    for (int digit = 0; digit < 3; digit++) {
      word += (char) ('a' + number % LETTERS);
      number /= LETTERS;
    }
    word += "vogel";
    planted.put(word, where);
    return word;
  }

  /** The fields in which there is a word. */
  Set<String> fields() {
    return new TreeSet<>(planted.values());
  }

  /** The fields from which the words in a text came, each with what is given behind it. */
  List<String> originsIn(String text, String foundIn) {
    List<String> origins = new ArrayList<>();
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      origins.add(planted.getOrDefault(word.group(), word.group()) + " in " + foundIn);
    }
    return origins;
  }
}
