package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All examples of the contract go through the models the same way with the Jackson of others. */
class JacksonVersionsTest {

  /** As the POM maps them. */
  private static final Map<String, String> NAMED_OTHERWISE = Map.of("Import", "LeadImport");

  @ParameterizedTest
  @ValueSource(strings = {"oldest", "newest"})
  void everyExampleIsReadAndWrittenTheSame(String which) throws Exception {
    Path jars = Path.of("target", "jackson", which);
    ObjectMapper json = new ObjectMapper();
    int read = 0;
    try (URLClassLoader loader =
        new URLClassLoader(classPath(jars), ClassLoader.getPlatformClassLoader())) {
      assertThat(version(loader)).isNotEqualTo(version(getClass().getClassLoader()));
      Class<?> theirs = loader.loadClass("io.warmline.sdk.WarmlineJson");
      Method reads = theirs.getMethod("fromJson", String.class, Class.class);
      Method writes = theirs.getMethod("toJson", Object.class);
      for (Contract.Example example : Contract.examples().toList()) {
        String name = NAMED_OTHERWISE.getOrDefault(example.schema(), example.schema());
        if (name.isEmpty() || !isModel(loader, name)) {
          continue;
        }
        Class<?> model = loader.loadClass("io.warmline.sdk.model." + name);
        Object value = reads.invoke(null, example.value().toString(), model);
        Class<?> ours = Class.forName("io.warmline.sdk.model." + name);
        String expected =
            WarmlineJson.toJson(WarmlineJson.fromJson(example.value().toString(), ours));
        assertThat(json.readTree((String) writes.invoke(null, value)))
            .as(example.where())
            .isEqualTo(json.readTree(expected));
        read++;
      }
    }
    assertThat(read).isGreaterThan(150);
  }

  private static boolean isModel(ClassLoader loader, String name) {
    return loader.getResource("io/warmline/sdk/model/" + name + ".class") != null;
  }

  private static Object version(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> mapper = loader.loadClass("com.fasterxml.jackson.databind.cfg.PackageVersion");
    return mapper.getField("VERSION").get(null).toString();
  }

  private static URL[] classPath(Path jars) throws IOException {
    List<Path> places = new ArrayList<>();
    try (Stream<Path> files = Files.list(jars)) {
      files.forEach(places::add);
    }
    assertThat(places).hasSize(4);
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(
            place ->
                !place
                    .getFileName()
                    .toString()
                    .matches("jackson-(core|databind|annotations|datatype-jsr310)-[0-9].*"))
        .forEach(places::add);
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = places.get(i).toUri().toURL();
    }
    return urls;
  }
}
