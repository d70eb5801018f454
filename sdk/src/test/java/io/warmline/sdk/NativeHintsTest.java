package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What GraalVM is told: whoever builds a native image lists none of our classes. */
class NativeHintsTest {

  private static final String PLACE = "/META-INF/native-image/io.warmline/warmline-sdk/";

  @Test
  void everyModelIsListed() throws IOException, ReflectiveOperationException, URISyntaxException {
    Set<String> listed = new TreeSet<>();
    for (JsonNode entry : read("reflect-config.json")) {
      listed.add(entry.path("name").asText());
      assertThat(entry.path("allDeclaredConstructors").asBoolean()).isTrue();
      assertThat(entry.path("allPublicMethods").asBoolean()).isTrue();
      Class.forName(entry.path("name").asText(), false, getClass().getClassLoader());
    }

    assertThat(listed).isEqualTo(models());
    assertThat(listed).contains("io.warmline.sdk.model.Lead", "io.warmline.sdk.model.Disposition");
  }

  @Test
  void theResourceThatTheClientReadsIsListed() throws IOException {
    String pattern = read("resource-config.json").at("/resources/includes/0/pattern").asText();

    assertThat("io/warmline/sdk/sdk.properties").matches(pattern);
    assertThat(WarmlineClient.class.getResource("sdk.properties")).isNotNull();
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream stream = NativeHintsTest.class.getResourceAsStream(PLACE + file)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(stream, file));
    }
  }

  private static Set<String> models() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
                io.warmline.sdk.model.Lead.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .resolve("io/warmline/sdk/model");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> "io.warmline.sdk.model." + name.replace(".class", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
