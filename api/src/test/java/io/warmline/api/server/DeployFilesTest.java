package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files by which a server is deployed say nothing that their reader does not know. */
class DeployFilesTest {

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  @Test
  void kubernetesKnowsEveryFieldOfTheManifests() throws IOException {
    Manifests manifests = Manifests.in(read("deploy/kubernetes.yaml"));

    assertThat(manifests.kinds()).hasSize(3);
    assertThat(manifests.unknownFields()).isEmpty();
  }

  @Test
  void aFieldThatIsMisspeltIsFound() throws IOException {
    String text = read("deploy/kubernetes.yaml").replace("readinessProbe:", "readyProbe:");

    assertThat(Manifests.in(text).unknownFields()).containsExactly("readyProbe");
  }

  @Test
  void theServiceAndTheProbesLeadToTheServer() throws IOException {
    Manifests manifests = Manifests.in(read("deploy/kubernetes.yaml"));
    Deployment deployment = manifests.get(Deployment.class);
    Service service = manifests.get(Service.class);
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

  /** The unit's options. */
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
    requireTaken(command.subList(1, command.indexOf("-jar")));
  }

  @Test
  void javaTakesTheOptionsForAFirstLook() throws IOException, InterruptedException {
    List<String> options =
        read("deploy/first-look.args").lines().filter(line -> !line.startsWith("#")).toList();

    assertThat(options.get(options.size() - 1))
        .isEqualTo("-jar api/target/quarkus-app/quarkus-run.jar");
    requireTaken(options.subList(0, options.size() - 1));
  }

  /** With {@code -version} in place of the server. */
  private static void requireTaken(List<String> options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.add("-version");

    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).as(output).isZero();
    assertThat(output).contains("version").doesNotContain("Unrecognized", "warning");
  }
}
