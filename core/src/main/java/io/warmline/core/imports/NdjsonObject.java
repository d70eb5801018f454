package io.warmline.core.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of NDJSON, read but not yet recognised.
 *
 * @param scalars the members that are texts, numbers or booleans, in their order
 * @param phones the numbers of the {@code phones} array
 * @param customFields the members of the {@code customFields} object
 */
record NdjsonObject(
    Map<String, Scalar> scalars, List<String> phones, Map<String, Scalar> customFields) {

  static final String PHONES = "phones";
  static final String CUSTOM_FIELDS = "customFields";
  private static final String CONSENT = "consent";

  private static final Map<String, RowFact> CONSENT_MEMBERS =
      Map.of(
          "kind", RowFact.CONSENT,
          "givenAt", RowFact.CONSENT_GIVEN_AT,
          "expiresAt", RowFact.CONSENT_EXPIRES_AT,
          "evidence", RowFact.CONSENT_SOURCE,
          "source", RowFact.CONSENT_SOURCE);

  /** Names come from outside and are many: they are neither interned nor kept. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** A value as it stands in the line; a number keeps its digits. */
  record Scalar(JsonToken type, String text) {}

  /**
   * Reads one line.
   *
   * @param ignored the keys whose arrays and objects are passed over
   * @throws UnreadableRow if the line is no JSON object of the expected form
   */
  static NdjsonObject of(String line, Predicate<String> ignored) {
    try (JsonParser json = JSON.createParser(FieldText.trimmed(line))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        requireWellFormed(json);
        throw new UnreadableRow(
            null, RowProblem.NOT_AN_OBJECT, "The line is JSON, but not an object in braces.");
      }
      NdjsonObject object =
          new NdjsonObject(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
      object.readMembers(json, ignored);
      requireNothingAfter(json);
      return object;
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation() == null ? 0 : e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readMembers(JsonParser json, Predicate<String> ignored) throws IOException {
    Set<String> seen = new HashSet<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = takeKey(json, seen);
      JsonToken value = json.nextToken();
      if (value.isStructStart() && ignored.test(key)) {
        json.skipChildren();
      } else if (value == JsonToken.START_ARRAY && isCalled(PHONES, key)) {
        phones.addAll(texts(json, key));
      } else if (value == JsonToken.START_ARRAY && isCalled(LeadField.TAGS.key(), key)) {
        scalars.put(key, new Scalar(JsonToken.VALUE_STRING, String.join(",", texts(json, key))));
      } else if (value == JsonToken.START_OBJECT && isCalled(CUSTOM_FIELDS, key)) {
        readCustomFields(json);
      } else if (value == JsonToken.START_OBJECT && isCalled(CONSENT, key)) {
        readConsent(json);
      } else if (value != JsonToken.VALUE_NULL && key.equals(CUSTOM_FIELDS)) {
        throw wrongType(key, "an object");
      } else {
        addScalar(json, key, scalars);
      }
    }
  }

  private static List<String> texts(JsonParser json, String key) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        texts.add(json.getText());
      } else if (token != JsonToken.VALUE_NULL) {
        throw wrongType(key, "an array of texts");
      }
    }
    return texts;
  }

  /** A consent comes as the contract has it for a lead, and goes on as columns of a list do. */
  private void readConsent(JsonParser json) throws IOException {
    Set<String> seen = new HashSet<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = takeKey(json, seen);
      json.nextToken();
      RowFact fact = CONSENT_MEMBERS.get(key);
      if (fact == null) {
        throw new UnreadableRow(
            CONSENT + "." + HeaderNames.clean(key, 1),
            RowProblem.WRONG_TYPE,
            "A consent has kind, givenAt, expiresAt and evidence.");
      }
      addScalar(json, fact.key(), scalars);
    }
  }

  private void readCustomFields(JsonParser json) throws IOException {
    Set<String> seen = new HashSet<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = takeKey(json, seen);
      json.nextToken();
      addScalar(json, key, customFields);
    }
  }

  private static String takeKey(JsonParser json, Set<String> seen) throws IOException {
    String key = json.currentName();
    if (!seen.add(key)) {
      throw new UnreadableRow(
          HeaderNames.clean(key, 1),
          RowProblem.DUPLICATE_FIELD,
          "The object has two members of this name.");
    }
    if (seen.size() > LeadFileLimits.COLUMNS) {
      throw new UnreadableRow(
          null,
          RowProblem.TOO_MANY_FIELDS,
          "The object has more than %d members.".formatted(LeadFileLimits.COLUMNS));
    }
    return key;
  }

  private static void addScalar(JsonParser json, String key, Map<String, Scalar> scalars)
      throws IOException {
    JsonToken token = json.currentToken();
    if (token.isStructStart()) {
      throw wrongType(key, "a text");
    }
    if (token != JsonToken.VALUE_NULL) {
      scalars.put(key, new Scalar(token, json.getText()));
    }
  }

  static UnreadableRow wrongType(String key, String expected) {
    return new UnreadableRow(
        HeaderNames.clean(key, 1), RowProblem.WRONG_TYPE, "The value must be " + expected + ".");
  }

  private static boolean isCalled(String name, String key) {
    return HeaderNames.folded(key).equals(HeaderNames.folded(name));
  }

  private static void requireWellFormed(JsonParser json) throws IOException {
    json.skipChildren();
    requireNothingAfter(json);
  }

  private static void requireNothingAfter(JsonParser json) throws IOException {
    @Nullable JsonToken next = json.nextToken();
    if (next != null) {
      throw malformed(json.currentTokenLocation().getColumnNr());
    }
  }

  private static UnreadableRow malformed(int column) {
    return new UnreadableRow(
        null,
        RowProblem.MALFORMED_JSON,
        "The line is not one well-formed JSON object: see character %d.".formatted(column));
  }

  @Override
  public String toString() {
    return "NdjsonObject[%d members]".formatted(scalars.size());
  }
}
