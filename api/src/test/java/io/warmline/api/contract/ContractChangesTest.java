package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What has been released is kept; the comparison sees each kind of change that would break it. */
class ContractChangesTest {

  private static final Path RELEASED = Path.of("..", "contract");
  private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[?([0-9]+\\.[0-9]+\\.[0-9]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each place that a test changes stands here once. */
  private static final String NOTES =
      """
      openapi: 3.0.3
      info: {title: Notes, version: 1.0.0}
      servers: [{url: /}]
      paths:
        /v1/notes:
          get:
            operationId: listNotes
            x-required-scopes: ['notes:read']
            parameters:
              - {name: order, in: query, schema: {type: string, enum: [NEWEST, OLDEST], default: NEWEST}}
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 200}}
            responses:
              '200':
                description: Notes.
                headers: {ETag: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
          post:
            operationId: createNote
            x-required-scopes: ['notes:write']
            x-max-body-bytes: 4000
            parameters:
              - {name: Idempotency-Key, in: header, schema: {type: string}}
            requestBody:
              required: true
              content:
                application/json: {schema: {$ref: '#/components/schemas/NewNote'}}
            responses:
              '201':
                description: The note.
                content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
              '409':
                description: It is there.
                content: {application/problem+json: {example: {code: NOTE_EXISTS}}}
      components:
        securitySchemes: {key: {type: http, scheme: bearer}}
        schemas:
          NewNote:
            type: object
            additionalProperties: false
            required: [text]
            properties:
              text: {type: string, maxLength: 500, pattern: '^[a-z]+$', description: What it says.}
              mood: {allOf: [{$ref: '#/components/schemas/Mood'}]}
              until: {type: string, format: date, nullable: true}
              labels: {type: array, maxItems: 10, items: {type: string, minLength: 2}}
              rank: {type: integer, minimum: 0, maximum: 9}
              more: {type: object, additionalProperties: {type: string, maxLength: 7}}
          Note:
            type: object
            required: [id, mood]
            properties:
              id: {type: string, format: uuid}
              mood: {$ref: '#/components/schemas/Mood'}
              author: {$ref: '#/components/schemas/Person'}
              data: {type: object, x-data-by-type: {note.made: '#/components/schemas/Made'}}
          Told: {type: object, properties: {told: {type: string}}}
          Mood: {type: string, enum: [GLAD, SAD]}
          Made: {type: object, properties: {noteId: {type: string}}}
          Person:
            type: object
            required: [name]
            properties:
              name: {type: string, maxLength: 90}
              friends: {type: array, items: {$ref: '#/components/schemas/Person'}}
      """;

  private static JsonNode tree(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(yaml));
  }

  private static List<String> afterChanging(String what, String into) {
    assertThat(NOTES).containsOnlyOnce(what);
    return ContractChanges.breaking(tree(NOTES), tree(NOTES.replace(what, into)));
  }

  @Test
  void theContractKeepsWhatEveryReleaseHasPromised() throws IOException {
    for (Path release : released()) {
      assertThat(ContractChanges.breaking(tree(Files.readString(release)), ContractFile.root()))
          .as("kept from %s", release)
          .isEmpty();
    }
  }

  @Test
  void theContractOfTheLastReleaseIsKept() throws IOException {
    Matcher last = RELEASE.matcher(Files.readString(Path.of("..", "CHANGELOG.md")));

    if (last.find()) {
      assertThat(released()).contains(RELEASED.resolve(last.group(1) + ".yaml"));
    } else {
      assertThat(released()).isEmpty();
    }
  }

  private static List<Path> released() throws IOException {
    if (!Files.isDirectory(RELEASED)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          operationId: listNotes          | operationId: findNotes           | listNotes is gone
          /v1/notes:                      | /v1/note:                        | listNotes: the path
          "    post:"                     | "    put:"                       | createNote: the method
          {url: /}                        | {url: /api}                      | /servers
          scheme: bearer                  | scheme: basic                    | /components/securitySchemes
          ['notes:read']                  | ['notes:read', 'tags:read']      | listNotes needs the scope tags:read
          x-max-body-bytes: 4000          | x-max-body-bytes: 3999           | x-max-body-bytes is 3999
          name: limit                     | name: size                       | query parameter limit is gone
          in: header                      | in: header, required: true       | header parameter Idempotency-Key is required
          [NEWEST, OLDEST]                | [NEWEST]                         | order no longer has the word OLDEST
          default: NEWEST                 | default: OLDEST                  | order default is
          maximum: 200                    | maximum: 100                     | limit maximum is 100, no longer 200
          minimum: 1,                     | minimum: 5,                      | limit minimum is 5
          type: integer, minimum: 1       | type: string, minimum: 1         | limit is of the type string
          '200'                           | '206'                            | listNotes no longer answers 200
          '409'                           | '422'                            | createNote answers 422, which it did not
          NOTE_EXISTS                     | NOTE_KNOWN                       | the code NOTE_EXISTS is gone
          ETag:                           | Age:                             | the header ETag is gone
          problem+json                    | json                             | application/problem+json is gone
          required: [text]                | required: [text, mood]           | /mood is required
          text: {                         | words: {                         | /text is gone
          maxLength: 500                  | maxLength: 499                   | /text maxLength is 499, no longer 500
          '^[a-z]+$'                      | '^[a-y]+$'                       | /text pattern is
          format: date,                   | format: date-time,               | /until format is
          , nullable: true                | ""                               | /until is no longer nullable
          maxItems: 10                    | maxItems: 9                      | /labels maxItems is 9
          minLength: 2                    | minLength: 3                     | /labels/* minLength is 3
          maximum: 9}                     | multipleOf: 3, maximum: 9}       | /rank multipleOf is 3, no longer not there
          maxLength: 7                    | maxLength: 6                     | /more/{} maxLength is 6
          [GLAD, SAD]                     | [GLAD]                           | /mood no longer has the word SAD
          required: [id, mood]            | required: [id]                   | /mood may be missing
          id: {type: string               | key: {type: string               | /id is gone
          format: uuid                    | format: uri                      | /id format is
          author: {$ref                   | writer: {$ref                    | /author is gone
          required: [name]                | description: Somebody            | /author/name may be missing
          name: {type: string, maxLength  | name: {nullable: true, type: string, maxLength | /author/name may be null
          note.made:                      | note.written:                    | /data/note.made is gone
          told: {type: string             | told: {type: boolean             | Told/told is of the type boolean
          Told: {                         | Said: {                          | Told is gone
          noteId: {type: string           | noteId: {type: integer           | /data/note.made/noteId is of the type integer
          """)
  void whatBreaksIsTold(String what, String into, String told) {
    assertThat(afterChanging(what, into)).anySatisfy(line -> assertThat(line).contains(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "    post:"                     | "    put: {operationId: newOne, responses: {}}\\n    post:"
          Told: {                         | "Heard: {type: string}\\n    Told: {"
          {name: limit,                   | "{name: added, in: query, schema: {type: string}}\\n        - {name: limit,"
          ['notes:write']                 | []
          x-max-body-bytes: 4000          | x-max-body-bytes: 5000
          [NEWEST, OLDEST]                | [NEWEST, OLDEST, LOUDEST]
          maximum: 200                    | maximum: 500
          minimum: 1,                     | minimum: 0,
          maxLength: 500, pattern: '^[a-z]+$' | nullable: true
          What it says.                   | What it tells.
          mood: {allOf                    | "added: {type: string, maxLength: 3}\\n        mood: {allOf"
          required: [text]                | description: A note
          format: date,                   | ""
          type: integer, minimum: 0       | type: number, minimum: -1
          maxLength: 7                    | maxLength: 70
          additionalProperties: false     | description: Open
          NOTE_EXISTS                     | "NOTE_EXISTS}, examples: {more: {value: {code: NOTE_HELD}}"
          [GLAD, SAD]                     | [GLAD, SAD, ANGRY]
          id: {type                       | "added: {type: string}\\n        id: {type"
          maxLength: 90                   | maxLength: 900
          {noteId:                        | "{added: {type: string}, noteId:"
          {note.made:                     | "{note.read: '#/components/schemas/Made', note.made:"
          """)
  void whatBreaksNothingIsAllowed(String what, String into) {
    assertThat(afterChanging(what, into.replace("\\n", "\n"))).isEmpty();
  }

  @Test
  void anythingThatTheContractLosesIsMissed() {
    assertThat(ContractChanges.breaking(ContractFile.root(), ContractFile.root())).isEmpty();
    List<String> passed = new ArrayList<>();
    for (ContractFile.Operation operation : ContractFile.operations()) {
      String pointer = "/paths/" + operation.path().replace("/", "~1");
      for (Map.Entry<String, JsonNode> part :
          operation.node().properties().stream()
              .filter(part -> List.of("parameters", "requestBody").contains(part.getKey()))
              .toList()) {
        ObjectNode lacking = ContractFile.root().deepCopy();
        ((ObjectNode) lacking.at(pointer).path(operation.method().toLowerCase(Locale.ROOT)))
            .remove(part.getKey());
        if (ContractChanges.breaking(ContractFile.root(), lacking).isEmpty()) {
          passed.add(operation.id() + " without " + part.getKey());
        }
      }
    }

    assertThat(passed).isEmpty();
  }

  @Test
  void anyFieldThatASchemaLosesIsMissed() {
    JsonNode whole = ContractFile.root();
    List<String> passed = new ArrayList<>();
    ContractFile.fields(whole.at("/components/schemas"))
        .filter(schema -> schema.getValue().has("properties"))
        .forEach(
            schema -> {
              ObjectNode lacking = whole.deepCopy();
              ObjectNode held = (ObjectNode) lacking.at("/components/schemas/" + schema.getKey());
              String field = held.path("properties").fieldNames().next();
              ((ObjectNode) held.path("properties")).remove(field);
              if (ContractChanges.breaking(whole, lacking).isEmpty()) {
                passed.add(schema.getKey() + " without " + field);
              }
            });

    assertThat(passed).isEmpty();
  }

  @Test
  void aScopeMoreIsMissedAtNoOperation() {
    ObjectNode stricter = ContractFile.root().deepCopy();
    List<String> scoped = new ArrayList<>();
    ContractFile.fields(stricter.path("paths"))
        .flatMap(path -> ContractFile.elements(path.getValue()))
        .filter(operation -> operation.has("x-required-scopes"))
        .forEach(
            operation -> {
              ((ArrayNode) operation.path("x-required-scopes")).add("more:read");
              scoped.add(operation.path("operationId").asText() + " needs the scope more:read");
            });

    assertThat(ContractChanges.breaking(ContractFile.root(), stricter))
        .containsExactlyInAnyOrderElementsOf(scoped)
        .hasSizeGreaterThan(100);
  }

  @Test
  void aKeyThatIsRefusedIsMissedAtNoOperation() {
    ObjectNode closed = ContractFile.root().deepCopy();
    List<String> refused = new ArrayList<>();
    ContractFile.fields(closed.path("paths"))
        .flatMap(path -> ContractFile.elements(path.getValue()))
        .filter(operation -> operation.has("x-limited-keys"))
        .forEach(
            operation -> {
              JsonNode limits = ((ObjectNode) operation).remove("x-limited-keys");
              limits
                  .fieldNames()
                  .forEachRemaining(
                      limit ->
                          refused.add(
                              operation.path("operationId").asText()
                                  + " refuses keys limited to a "
                                  + limit));
            });

    assertThat(ContractChanges.breaking(ContractFile.root(), closed))
        .containsExactlyInAnyOrderElementsOf(refused)
        .hasSizeGreaterThan(100);
  }
}
