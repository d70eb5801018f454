package io.warmline.core.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.Sha256;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.LawEdition;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleJsonWriter;
import io.warmline.core.compliance.RuleSet;
import io.warmline.core.time.ZoneData;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/**
 * The law of a bucket as it is kept for whoever asks later why a call was legal.
 *
 * @param digest SHA-256 of the text, in hexadecimal
 * @param body its text: edition of the law, version of the zone data, clocks, rules in full, ids of
 *     the recommended rules that the house has lifted
 */
record KeptLaw(String digest, String body) {

  /**
   * The law as it is now.
   *
   * @param lifted recommended rules that would hold if the house had not lifted them
   */
  static KeptLaw of(Law law, List<RuleId> lifted) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("edition", LawEdition.current());
    body.put("zoneData", ZoneData.version());
    body.put("zoneDataCorrected", ZoneData.isCorrected());
    ArrayNode clocks = body.putArray("clocks");
    law.zones().stream().map(ZoneId::getId).sorted().forEach(clocks::add);
    ArrayNode rules = body.putArray("rules");
    RuleSet.known(law.rules()).forEach(rule -> rules.add(RuleJsonWriter.write(rule)));
    ArrayNode set = body.putArray("lifted");
    lifted.forEach(id -> set.add(id.value()));
    String text = body.toString();
    return new KeptLaw(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), text);
  }
}
