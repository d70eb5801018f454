package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files by which a server is deployed say nothing that their reader does not know. */
class DeployFilesTest {

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "v1 Service", Service.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  private static Map<String, Object> manifests(String text) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      Map<?, ?> manifest = (Map<?, ?>) document;
      String kind = manifest.get("apiVersion") + " " + manifest.get("kind");
      assertThat(KINDS).containsKey(kind);
      found.put(kind, new ObjectMapper().convertValue(manifest, KINDS.get(kind)));
    }
    return found;
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  @Test
  void kubernetesKnowsEveryFieldOfTheManifests() throws IOException {
    Map<String, Object> manifests = manifests(read("deploy/kubernetes.yaml"));

    assertThat(manifests).hasSize(3);
    assertThat(unknown(manifests)).isEmpty();
  }

  @Test
  void aFieldThatIsMisspeltIsFound() throws IOException {
    String text = read("deploy/kubernetes.yaml").replace("readinessProbe:", "readyProbe:");

    assertThat(unknown(manifests(text))).containsExactly("readyProbe");
  }

  @Test
  void theServiceAndTheProbesLeadToTheServer() throws IOException {
    Map<String, Object> manifests = manifests(read("deploy/kubernetes.yaml"));
    Deployment deployment = (Deployment) manifests.get("apps/v1 Deployment");
    Service service = (Service) manifests.get("v1 Service");
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(service.getSpec().getSelector()).isEqualTo(labels);
    Container container = deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(8080);
    assertThat(
            Stream.of(
                    container.getStartupProbe(),
                    container.getReadinessProbe(),
                    container.getLivenessProbe())
                .map(probe -> probe.getHttpGet())
                .map(HTTPGetAction::getPath))
        .containsExactly("/q/health/started", "/q/health/ready", "/q/health/live");
  }

  /** Names that stand in the manifests and in no schema of Kubernetes. */
  private static List<String> unknown(Object value) throws IOException {
    List<String> names = new ArrayList<>();
    collect(value, names);
    return names;
  }

  private static void collect(Object value, List<String> names) throws IOException {
    if (value instanceof Map<?, ?> map) {
      for (Object one : map.values()) {
        collect(one, names);
      }
    } else if (value instanceof Collection<?> all) {
      for (Object one : all) {
        collect(one, names);
      }
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          collect(field, value, names);
        }
      }
    }
  }

  private static void collect(Field field, Object owner, List<String> names) throws IOException {
    try {
      field.setAccessible(true);
      Object value = field.get(owner);
      if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
        unknown.keySet().forEach(name -> names.add(name.toString()));
      } else {
        collect(value, names);
      }
    } catch (IllegalAccessException e) {
      throw new IOException(e);
    }
  }

  /** The unit's options, with {@code -version} in place of the server. */
  @Test
  void javaTakesTheOptionsOfTheUnit() throws IOException, InterruptedException {
    String line =
        read("deploy/warmline.service")
            .lines()
            .filter(one -> one.startsWith("ExecStart="))
            .findFirst()
            .orElseThrow()
            .substring("ExecStart=".length());
    List<String> command = new ArrayList<>(Arrays.asList(line.split(" ")));
    assertThat(command).endsWith("-jar", "/opt/warmline/quarkus-run.jar");
    assertThat(command.get(0)).isEqualTo("/usr/bin/java");
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.subList(command.indexOf("-jar"), command.size()).clear();
    command.add("-version");

    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(output).isZero();
    assertThat(output).contains("version").doesNotContain("Unrecognized", "warning");
  }
}
