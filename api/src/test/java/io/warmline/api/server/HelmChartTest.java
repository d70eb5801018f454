package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart as Helm renders it; the library has Helm for the usual machines. */
class HelmChartTest {

  private static final Helm CHART = new Helm(Path.of("..", "deploy", "helm", "warmline"));
  private static final Map<String, String> NEEDED =
      Map.of("database.url", "postgresql://db:5432/warmline");

  private static Manifests rendered(Map<String, String> values) {
    TemplateCommand command = CHART.template().withName("warmline");
    values.forEach(command::set);
    return Manifests.in(command.call());
  }

  @Test
  void helmFindsNoFault() {
    assertThat(CHART.lint().strict().call().isFailed()).isFalse();
  }

  @Test
  void kubernetesKnowsEveryField() {
    Manifests all =
        rendered(
            Map.of(
                "database.url", "postgresql://db:5432/warmline",
                "database.user", "warmline",
                "database.password", "secret",
                "apiKey", "wl_live_0123456789012345",
                "settings.WARMLINE_PUBLIC_URL", "https://calls.example",
                "ingress.enabled", "true",
                "ingress.className", "nginx",
                "ingress.host", "calls.example",
                "ingress.tlsSecret", "certificate"));

    assertThat(all.kinds())
        .containsExactlyInAnyOrder(
            Deployment.class,
            Service.class,
            Secret.class,
            PodDisruptionBudget.class,
            Ingress.class);
    assertThat(all.unknownFields()).isEmpty();
  }

  @Test
  void thePodsAreThoseOfTheManifests() throws IOException {
    PodSpec ours = rendered(NEEDED).get(Deployment.class).getSpec().getTemplate().getSpec();
    PodSpec theirs =
        Manifests.in(Files.readString(Path.of("..", "deploy", "kubernetes.yaml")))
            .get(Deployment.class)
            .getSpec()
            .getTemplate()
            .getSpec();

    ours.getContainers().get(0).setImagePullPolicy(null);

    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void theServiceLeadsToThePods() {
    Manifests all = rendered(NEEDED);

    Map<String, String> pods =
        all.get(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();

    assertThat(pods).containsAllEntriesOf(all.get(Service.class).getSpec().getSelector());
    assertThat(pods)
        .containsAllEntriesOf(all.get(Deployment.class).getSpec().getSelector().getMatchLabels());
    assertThat(pods)
        .containsAllEntriesOf(
            all.get(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels());
  }

  @Test
  void theVariablesAreKnownToTheServer() {
    Manifests all =
        rendered(
            Map.of(
                "database.url", "postgresql://db:5432/warmline",
                "database.user", "warmline",
                "database.password", "secret",
                "apiKey", "wl_live_0123456789012345",
                "settings.WARMLINE_PORT", "8080"));

    assertThat(Variable.names()).containsAll(all.get(Secret.class).getStringData().keySet());
    assertThat(
            all.get(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv())
        .containsExactly(new EnvVar("WARMLINE_PORT", "8080", null));
  }

  @Test
  void aSecretThatIsThereIsTaken() {
    Manifests all = rendered(Map.of("existingSecret", "of-the-vault"));

    assertThat(all.kinds()).doesNotContain(Secret.class);
    assertThat(
            all.get(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnvFrom()
                .get(0)
                .getSecretRef()
                .getName())
        .isEqualTo("of-the-vault");
  }

  @Test
  void oneServerNeedsNoBudget() {
    Manifests all =
        rendered(Map.of("database.url", "postgresql://db:5432/warmline", "replicas", "1"));

    assertThat(all.kinds()).doesNotContain(PodDisruptionBudget.class);
  }

  @Test
  void withoutADatabaseNothingIsRendered() {
    assertThatThrownBy(() -> rendered(Map.of())).hasMessageContaining("database.url is needed");
  }

  @ParameterizedTest
  @CsvSource({
    "apikey, wl_live_0123456789012345",
    "apiKey, short",
    "settings.PORT, 8080",
    "service.type, Loadbalancer"
  })
  void whatIsMisspeltIsRefused(String name, String value) {
    assertThatThrownBy(
            () -> rendered(Map.of("database.url", "postgresql://db:5432/warmline", name, value)))
        .hasMessageContaining("values don't meet the specifications of the schema");
  }
}
