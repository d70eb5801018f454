package io.warmline.core.compliance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The YAML files in which rules and calendars are written, one document or several in each. */
final class RuleFiles {

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private RuleFiles() {}

  /**
   * All documents of the files that the folder's {@code index.yaml} lists; a class path cannot be
   * listed itself.
   */
  static List<JsonNode> all(String folder) {
    List<JsonNode> documents = new ArrayList<>();
    for (JsonNode name : documents(folder + "/index.yaml").get(0)) {
      documents.addAll(documents(folder + "/" + name.asText() + ".yaml"));
    }
    return documents;
  }

  /** The only document of a file. */
  static JsonNode one(String path) {
    return documents(path).get(0);
  }

  private static List<JsonNode> documents(JsonParser file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (JsonNode next = YAML.readTree(file); next != null; next = YAML.readTree(file)) {
      documents.add(next);
    }
    return documents;
  }

  private static List<JsonNode> documents(String path) {
    try (InputStream file = RuleFiles.class.getResourceAsStream("/" + path)) {
      if (file == null) {
        throw new IllegalStateException("the file " + path + " is missing");
      }
      return documents(YAML.createParser(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + path + " cannot be read", e);
    }
  }
}
