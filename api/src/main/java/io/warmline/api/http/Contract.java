package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.warmline.core.Nearest;
import io.warmline.core.tenant.Reach;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The contract as the running server goes by it: scopes, parameters and their types and body limits
 * are enforced from the file itself, so that what is served and what is promised cannot differ. The
 * build has made a digest of it.
 */
@Singleton
public class Contract {

  private static final String OPERATIONS = "contract/operations.json";

  private final Map<String, Operation> operations = new HashMap<>();
  private final Map<String, Set<String>> methods = new HashMap<>();
  private final Map<String, Pattern> paths = new HashMap<>();

  Contract() {
    for (JsonNode written : read(OPERATIONS)) {
      Operation operation = operation(written);
      String path = operation.path();
      operations.put(operation.id(), operation);
      methods.computeIfAbsent(path, p -> new TreeSet<>()).add(operation.method());
      paths.computeIfAbsent(path, Contract::pattern);
    }
  }

  /**
   * What the contract says of an operation.
   *
   * @param path with the names of its parameters in braces
   * @param scopes the key needs all of them
   * @param parameters those in the path, in the query and in headers
   * @param mostBytes largest body, in bytes
   * @param bodies the names of the schemas of a body by the media types it may have
   * @param answers the media types of a success
   * @param open whether it is called without a key
   * @param operators whether it takes the operator's key, and no other
   * @param browsed whether browsers call it, with whatever query somebody has added
   * @param sealed whether only the API key that asked is given its answer again: it holds a secret
   *     that is shown once, or words about somebody whom no record names
   * @param audited whether it is kept who did it
   * @param forClients what it is to a key that is limited to a client
   * @param forAgents what it is to a key that is limited to an agent
   */
  public record Operation(
      String id,
      String method,
      String path,
      Set<String> scopes,
      List<Parameter> parameters,
      long mostBytes,
      Map<String, String> bodies,
      List<String> answers,
      boolean open,
      boolean operators,
      boolean browsed,
      boolean sealed,
      boolean audited,
      Admittance forClients,
      Admittance forAgents) {

    /** What it is to a key that reaches so far. */
    Admittance admittance(Reach reach) {
      if (reach.isWhole()) {
        return Admittance.ACTS;
      }
      return reach.toClient().isPresent() ? forClients : forAgents;
    }

    /** Whether a key that reaches so far may call it, if its scopes say so. */
    public boolean takes(Reach reach) {
      return admittance(reach) != Admittance.REFUSED;
    }

    Set<String> queryParameters() {
      return parameters.stream()
          .filter(Parameter::isQuery)
          .map(Parameter::name)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The media types that a body may have, in words; empty where there is none. */
    String mediaTypes() {
      return String.join(" or ", new TreeSet<>(bodies.keySet()));
    }

    /** The same with another limit. */
    Operation withMostBytes(long bytes) {
      return new Operation(
          id,
          method,
          path,
          scopes,
          parameters,
          bytes,
          bodies,
          answers,
          open,
          operators,
          browsed,
          sealed,
          audited,
          forClients,
          forAgents);
    }
  }

  /** The operation with this operationId. @throws IllegalArgumentException if there is none */
  public Operation operation(String id) {
    Operation operation = operations.get(id);
    if (operation == null) {
      throw new IllegalArgumentException("the contract has no operation " + id);
    }
    return operation;
  }

  /** All scopes that any operation needs. */
  public Set<String> allScopes() {
    Set<String> all = new HashSet<>();
    operations.values().forEach(operation -> all.addAll(operation.scopes()));
    return all;
  }

  /** As {@link #allScopes}, before anything has started. */
  public static Set<String> knownScopes() {
    return new Contract().allScopes();
  }

  /** All scopes that are of any use to a key that reaches so far. */
  public Set<String> scopesFor(Reach reach) {
    Set<String> useful = new HashSet<>();
    operations.values().stream()
        .filter(operation -> operation.takes(reach))
        .forEach(operation -> useful.addAll(operation.scopes()));
    return useful;
  }

  /** Patterns of the paths under which there is nothing but the operator's operations. */
  Set<String> operatorsPaths() {
    return operations.values().stream()
        .filter(Operation::operators)
        .map(operation -> operation.path().replaceFirst("^(/v1/[^/]+).*", "$1(?:/.*)?"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All paths, with the names of their parameters in braces. */
  Set<String> paths() {
    return methods.keySet();
  }

  /** The methods that a path takes, in capitals; empty if it is not in the contract. */
  Set<String> methodsAt(String path) {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(path).matches())
        .flatMap(entry -> methods.getOrDefault(entry.getKey(), Set.of()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With which media types the operation answers that a request means, as a sentence. */
  String answersOf(HttpServerRequest request) {
    String method = request.method().name().equals("HEAD") ? "GET" : request.method().name();
    String answers =
        operationAt(method, String.valueOf(request.path()))
            .map(operation -> String.join(" or ", operation.answers()))
            .orElse("application/json");
    return "This operation answers with " + answers + ".";
  }

  /** The operation that a request means, whatever else is wrong with it. */
  Optional<Operation> operationAt(String method, String path) {
    return operations.values().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> at(operation.path()).matcher(path).matches())
        .findFirst();
  }

  /**
   * A sentence, after a space, on what somebody may have meant who asked for a path that is not in
   * the contract; empty if that is anybody's guess.
   */
  String hintFor(String path) {
    Set<String> below = below(path);
    if (!below.isEmpty()) {
      return " There is " + String.join(", ", below) + ".";
    }
    Optional<String> near = nearTo(path);
    if (near.isPresent()) {
      return " Did you mean " + near.get() + "?";
    }
    Set<String> beside = below(path.replaceFirst("/[^/]*$", ""));
    return beside.isEmpty() ? "" : " There is " + String.join(", ", beside) + ".";
  }

  /** What lies directly below a path and goes by a name, if nothing else does. */
  private Set<String> below(String path) {
    if (path.length() <= "/v1".length() || !methodsAt(path).isEmpty()) {
      return Set.of();
    }
    Set<String> below = new TreeSet<>();
    for (String known : paths()) {
      if (known.startsWith(path + "/")) {
        below.add(known.replaceFirst("^(" + Pattern.quote(path) + "/[^/]+).*$", "$1"));
      }
    }
    return below.stream().anyMatch(one -> one.endsWith("}")) ? Set.of() : below;
  }

  /** What stands in a path for what is not the same each time tells nothing of what was meant. */
  private Optional<String> nearTo(String path) {
    for (String meant : List.of("/v1" + path, path.replaceFirst("^/v1/", "/"))) {
      if (!methodsAt(meant).isEmpty()) {
        return Optional.of(meant);
      }
    }
    String[] asked = path.split("/", -1);
    Set<String> candidates = new TreeSet<>();
    for (String known : paths()) {
      String[] steps = known.split("/", -1);
      if (steps.length == asked.length) {
        IntStream.range(0, steps.length)
            .filter(i -> steps[i].startsWith("{"))
            .forEach(i -> steps[i] = asked[i]);
        candidates.add(String.join("/", steps));
      }
    }
    return Nearest.to(path, candidates)
        .filter(near -> near.startsWith("/v1/") == path.startsWith("/v1/"))
        .filter(
            near ->
                below(path.replaceFirst("/[^/]*$", "")).isEmpty()
                    || below(path.replaceFirst("/[^/]*$", "")).contains(near));
  }

  private Pattern at(String path) {
    return Objects.requireNonNull(paths.get(path));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
  }

  private static Operation operation(JsonNode written) {
    List<Parameter> parameters = new ArrayList<>();
    written.path("parameters").forEach(parameter -> parameters.add(Parameter.of(parameter)));
    Map<String, String> bodies = new HashMap<>();
    written
        .path("bodies")
        .properties()
        .forEach(body -> bodies.put(body.getKey(), body.getValue().asText()));
    return new Operation(
        written.path("id").asText(),
        written.path("method").asText(),
        written.path("path").asText(),
        Set.copyOf(texts(written.path("scopes"))),
        List.copyOf(parameters),
        written.path("mostBytes").asLong(),
        Map.copyOf(bodies),
        texts(written.path("answers")),
        written.path("open").asBoolean(),
        written.path("operators").asBoolean(),
        written.path("browsed").asBoolean(),
        written.path("sealed").asBoolean(),
        written.path("audited").asBoolean(),
        Admittance.of(written.path("limitedKeys").path("client").asText()),
        Admittance.of(written.path("limitedKeys").path("agent").asText()));
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /** A part of the digest, by its name on the class path. */
  public static JsonNode read(String file) {
    try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new ObjectMapper().readTree(in);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " is no digest of the contract", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
