package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.id.AgentId;
import io.warmline.core.reach.Named;
import io.warmline.core.reach.RequireReached;
import io.warmline.core.reach.ResourceKind;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds a key that is limited to a client or to an agent to its limit, for all operations alike: by
 * what the contract says of the operation, and by the ids that the request names.
 */
@Singleton
public class LimitedKeys {

  private static final Map<String, ResourceKind> KINDS =
      Map.ofEntries(
          Map.entry("appointmentId", ResourceKind.APPOINTMENT),
          Map.entry("callId", ResourceKind.CALL),
          Map.entry("callbackId", ResourceKind.CALLBACK),
          Map.entry("campaignId", ResourceKind.CAMPAIGN),
          Map.entry("campaignIds", ResourceKind.CAMPAIGN),
          Map.entry("claimId", ResourceKind.CLAIM),
          Map.entry("clientId", ResourceKind.CLIENT),
          Map.entry("followUpId", ResourceKind.FOLLOW_UP),
          Map.entry("companyOf", ResourceKind.LEAD),
          Map.entry("handoffId", ResourceKind.HANDOFF),
          Map.entry("importId", ResourceKind.IMPORT),
          Map.entry("importIds", ResourceKind.IMPORT),
          Map.entry("leadId", ResourceKind.LEAD),
          Map.entry("outcomeId", ResourceKind.OUTCOME));

  private static final String AGENT = "agentId";

  /** What stands below it is named by the user, whatever it is called. */
  private static final String FREE = "customFields";

  private final CurrentTenant current;
  private final RequireReached required;
  private final RequestFacts facts;
  private final ObjectMapper json;

  LimitedKeys(
      CurrentTenant current, RequireReached required, RequestFacts facts, ObjectMapper json) {
    this.current = current;
    this.required = required;
    this.facts = facts;
    this.json = json;
  }

  /** Whether a property or a parameter of this name is held to the limit. */
  public static boolean knows(String name) {
    return KINDS.containsKey(name) || name.equals(AGENT);
  }

  /**
   * Lets a key in whose limit the operation can keep.
   *
   * @throws HttpProblem KEY_IS_LIMITED, if it cannot
   */
  void admit(Contract.Operation operation) {
    Reach reach = current.reach();
    switch (operation.admittance(reach)) {
      case REFUSED ->
          throw HttpProblem.of(
              ProblemKind.KEY_IS_LIMITED,
              "This key is limited to the "
                  + reach.label()
                  + ", and "
                  + operation.id()
                  + " cannot be limited so. Use a key of the firm.");
      case SEES -> current.seeOnlyWhatIsReached();
      case ACTS -> {}
    }
  }

  /**
   * Takes note of what path and query name.
   *
   * @throws HttpProblem AGENT_NOT_OF_KEY, if it is another agent than the one as whom the key acts
   */
  void read(UriInfo uri) {
    if (current.reach().isWhole()) {
      return;
    }
    List<Named> named = new ArrayList<>();
    for (MultivaluedMap<String, String> values :
        List.of(uri.getPathParameters(), uri.getQueryParameters())) {
      values.forEach((name, texts) -> texts.forEach(text -> note(name, text, name, named)));
    }
    facts.named(named);
  }

  /**
   * Refuses what names things that the key does not reach, in the transaction in which it would be
   * done. Whoever only sees is told by what is seen.
   *
   * @throws io.warmline.core.NotFound with the first of them
   * @throws HttpProblem AGENT_NOT_OF_KEY, as for path and query
   */
  void requireReached() {
    if (current.reach().isWhole()) {
      return;
    }
    List<Named> named = new ArrayList<>(facts.named());
    note("", body(), named);
    if (current.sight().isWhole()) {
      required.of(named);
    }
  }

  private JsonNode body() {
    try {
      return json.readTree(facts.body());
    } catch (IOException e) {
      throw new IllegalStateException("a body that was read before is no JSON", e);
    }
  }

  private void note(String pointer, JsonNode node, List<Named> named) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(property -> !property.getKey().equals(FREE))
          .forEach(
              property -> {
                String below = pointer + "/" + property.getKey();
                values(property.getValue())
                    .forEach(text -> note(property.getKey(), text, below, named));
                note(below, property.getValue(), named);
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        note(pointer + "/" + i, node.get(i), named);
      }
    }
  }

  private static List<String> values(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    } else if (value.isArray()) {
      value.forEach(item -> texts.add(item.asText()));
    }
    return texts;
  }

  private void note(String name, String text, String where, List<Named> named) {
    Optional<UUID> id = id(text);
    @Nullable ResourceKind kind = KINDS.get(name);
    if (id.isPresent() && kind != null) {
      named.add(new Named(kind, id.get()));
    }
    if (id.isPresent() && name.equals(AGENT)) {
      requireOwn(new AgentId(id.get()), where);
    }
  }

  private void requireOwn(AgentId agent, String where) {
    Optional<AgentId> own = current.reach().toAgent();
    if (own.filter(id -> !id.equals(agent)).isPresent()) {
      throw HttpProblem.of(
          ProblemKind.AGENT_NOT_OF_KEY,
          "This key acts as the agent " + own.get() + ", and as nobody else.",
          List.of(new Violation(where, "ANOTHER_AGENT", "is not the agent of the key")));
    }
  }

  /** What is no id is refused where it is read. */
  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
