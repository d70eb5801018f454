package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Which law a Warmline brings along, counted up with every change of it. What a server of an older
 * edition has worked out is worked out anew.
 */
public final class LawEdition {

  private static final JsonNode FILE = RuleFiles.one("law-edition.yaml");

  private LawEdition() {}

  /** The edition of this Warmline; positive. */
  public static int current() {
    return FILE.get("edition").asInt();
  }

  /** The digest of the files as they were when the edition was counted up. */
  static String digest() {
    return FILE.get("digest").asText();
  }

  /** The digest of the files as they are. */
  static String digestOfFiles() {
    StringBuilder all = new StringBuilder();
    for (String folder : new String[] {"calling-rules", "holiday-calendars", "territories"}) {
      RuleFiles.all(folder).forEach(document -> all.append(document).append('\n'));
    }
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
