package io.warmline.api.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven over its DevTools protocol with what Java has: the usual
 * libraries bring a driver for every platform along, which is more than all other dependencies of
 * the build together, and fetch a browser of their own.
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox", // has none for root; it sees nothing but the server under test
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--window-size=1300,1000",
          "--remote-debugging-port=0");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final DevTools page;

  private Browser(Process process, DevTools page) {
    this.process = process;
    this.page = page;
  }

  /** The Chromium that CHROME_BIN names, or the first on the path. */
  static Optional<Path> executable() {
    Stream<Path> named = Stream.ofNullable(System.getenv("CHROME_BIN")).map(Path::of);
    Stream<Path> onPath =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts with an empty page.
   *
   * @param profile an empty folder
   */
  static Browser start(Path executable, Path profile) throws IOException {
    List<String> command =
        Stream.of(
                Stream.of(executable.toString()),
                OPTIONS.stream(),
                Stream.of("--user-data-dir=" + profile, "about:blank"))
            .flatMap(part -> part)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    try {
      return new Browser(process, DevTools.connect(pageAt(port(process, profile))));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Chromium chooses a free port and writes it down. */
  private static int port(Process process, Path profile) throws IOException {
    Path file = profile.resolve("DevToolsActivePort");
    Instant until = Instant.now().plus(PATIENCE);
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new IOException(
            "Chromium does not start:\n" + Files.readString(profile.resolve("chromium.log")));
      }
      pause();
    }
    return Integer.parseInt(Files.readAllLines(file).get(0).trim());
  }

  private static URI pageAt(int port) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
      String targets =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (JsonNode target : JSON.readTree(targets)) {
        if (target.path("type").asText().equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asText());
        }
      }
      throw new IOException("Chromium has no page: " + targets);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  void open(URI address) {
    page.call("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
  }

  /** Clicks on the first element that the selector finds, as soon as there is one. */
  void click(String selector) {
    await(selector);
    run(element(selector) + ".click()");
  }

  /** Replaces what stands in a field, as somebody does who selects it all, types, and goes on. */
  void type(String selector, String text) {
    await(selector);
    run("(field => { field.focus(); field.select(); })(" + element(selector) + ")");
    page.call("Input.insertText", JSON.createObjectNode().put("text", text));
    run("document.activeElement.blur()");
  }

  /** What the first element that the selector finds says, as soon as there is one. */
  String text(String selector) {
    await(selector);
    return run(element(selector) + ".textContent").asText();
  }

  boolean shows(String selector) {
    return run(element(selector) + " !== null").asBoolean();
  }

  /** Waits until the selector finds something. */
  void await(String selector) {
    Instant until = Instant.now().plus(PATIENCE);
    while (!shows(selector)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError(
            "the page shows no %s but:%n%s"
                .formatted(selector, run("document.body.innerText.slice(0, 3000)").asText()));
      }
      pause();
    }
  }

  private static String element(String selector) {
    return "document.querySelector(" + JSON.valueToTree(selector) + ")";
  }

  private JsonNode run(String script) {
    JsonNode answer =
        page.call(
            "Runtime.evaluate",
            JSON.createObjectNode().put("expression", script).put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(script + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
  }
}
