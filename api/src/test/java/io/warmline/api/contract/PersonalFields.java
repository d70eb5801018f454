package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.contract.ContractFile.Operation;
import java.util.Set;
import java.util.TreeSet;

/** The fields of requests in which words about a person may stand, as the contract has them. */
final class PersonalFields {

  /** They are about the firm, its people, its clients and its rules, and not about a prospect. */
  private static final Set<String> OF_THE_FIRM =
      Set.of(
          "acceptJurisdiction",
          "createAgent",
          "createApiKey",
          "createBulkOperation",
          "createCampaign",
          "createClient",
          "createProgramme",
          "createSavedFilter",
          "createTenant",
          "createWebhook",
          "eraseLead",
          "importSuppressions",
          "liftCallingRule",
          "lintScript",
          "saveCallingRule",
          "saveImportMapping",
          "startImport",
          "updateAgent",
          "updateCampaign",
          "updateClient",
          "updateProgramme",
          "updateSavedFilter",
          "updateWebhook");

  /** The same fields in a batch; and what is no free text. */
  private static final Set<String> NOT_WALKED = Set.of("logCalls", "claimNextLead", "claimLeads");

  private PersonalFields() {}

  /** Each as its operation and where it stands in the body. */
  static Set<String> all() {
    Set<String> found = new TreeSet<>();
    for (Operation operation : ContractFile.operations()) {
      if (!OF_THE_FIRM.contains(operation.id()) && !NOT_WALKED.contains(operation.id())) {
        find(operation.id(), "", operation.jsonSchema(), Set.of(), found);
      }
    }
    return found;
  }

  private static void find(
      String operation, String pointer, JsonNode written, Set<String> within, Set<String> found) {
    String name = written.path("$ref").asText();
    if (within.contains(name)) {
      return;
    }
    Set<String> inside = new TreeSet<>(within);
    if (!name.isEmpty()) {
      inside.add(name);
    }
    JsonNode schema = ContractFile.resolve(written);
    schema.path("allOf").forEach(part -> find(operation, pointer, part, inside, found));
    if (isFreeText(pointer, schema)) {
      found.add(operation + " " + pointer);
    }
    if (schema.has("items")) {
      find(operation, pointer + "/*", schema.path("items"), inside, found);
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      find(operation, pointer + "/{}", others, inside, found);
    }
    ContractFile.fields(schema.path("properties"))
        .forEach(
            property ->
                find(
                    operation,
                    pointer + "/" + property.getKey(),
                    property.getValue(),
                    inside,
                    found));
  }

  /** Numbers, zones and countries are looked for as what they are. */
  private static boolean isFreeText(String pointer, JsonNode schema) {
    String format = schema.path("format").asText();
    boolean number = pointer.matches(".*/(phone|phones/\\*|timeZone)");
    boolean code = schema.has("enum") || (schema.has("pattern") && !pointer.endsWith("/tags/*"));
    return schema.path("type").asText().equals("string")
        && !number
        && !code
        && (format.isEmpty() || format.equals("email") || format.equals("uri"));
  }
}
