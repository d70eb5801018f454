import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build: writes down for GraalVM's native images which classes Jackson reads and writes
 * by reflection, all models that were generated, and which resource the client reads.
 */
final class WriteNativeHints {

  private static final String MODELS = "io/warmline/sdk/model";

  private WriteNativeHints() {}

  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    Path hints = classes.resolve("META-INF/native-image/io.warmline/warmline-sdk");
    Files.createDirectories(hints);
    Files.writeString(hints.resolve("reflect-config.json"), reflection(models(classes)));
    Files.writeString(
        hints.resolve("resource-config.json"),
        """
        {"resources": {"includes": [{"pattern": "\\\\Qio/warmline/sdk/sdk.properties\\\\E"}]}}
        """);
  }

  private static List<String> models(Path classes) throws IOException {
    try (Stream<Path> files = Files.list(classes.resolve(MODELS))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> MODELS.replace('/', '.') + "." + name.substring(0, name.length() - 6))
          .sorted()
          .toList();
    }
  }

  private static String reflection(List<String> models) {
    return models.stream()
        .map(
            name ->
                "  {\"name\": \""
                    + name
                    + "\", \"allDeclaredConstructors\": true, \"allPublicMethods\": true,"
                    + " \"allDeclaredMethods\": true, \"allDeclaredFields\": true}")
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
