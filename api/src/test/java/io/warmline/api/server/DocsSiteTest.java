package io.warmline.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.PostgresForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the repository as the server shows them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DocsSiteTest {

  private static final Path SITE = Path.of("target/classes/META-INF/resources/docs");
  private static final Pattern LINK = Pattern.compile("<(?:a|link)[^>]* href=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ids(Path file) {
    return ID.matcher(read(file)).results().map(id -> id.group(1)).collect(Collectors.toSet());
  }

  @Test
  void everyPageOfTheRepositoryIsAPageOfTheSite() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".md")))
          .hasSizeGreaterThan(50)
          .allSatisfy(
              file -> {
                String inside = Path.of("../docs").relativize(file).toString();
                assertThat(SITE.resolve(inside.replaceAll("\\.md$", ".html"))).exists();
              });
    }
  }

  @Test
  void everyLinkAndEveryAnchorLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      URI place = URI.create("/docs/" + SITE.relativize(page));
      for (String link : LINK.matcher(read(page)).results().map(l -> l.group(1)).toList()) {
        URI target = place.resolve(link.replace("&amp;", "&"));
        links++;
        if (!leadsSomewhere(target)) {
          dead.add(place + " -> " + link);
        }
      }
    }

    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(1000);
  }

  private static boolean leadsSomewhere(URI target) {
    if (target.isAbsolute()) {
      return target.getScheme().matches("https?|mailto");
    }
    if (!target.getPath().startsWith("/docs/")) {
      return Set.of("/", "/swagger-ui", "/openapi.yaml").contains(target.getPath());
    }
    String inside = target.getPath().substring("/docs/".length());
    Path file = SITE.resolve(inside.isEmpty() ? "index.html" : inside);
    return Files.isRegularFile(file)
        && (target.getFragment() == null || ids(file).contains(target.getFragment()));
  }

  @Test
  void thePagesAreServedAndTheStartPageLeadsToThem() {
    assertThat(given().get("/").asString()).contains("href=\"/docs/\"");
    given()
        .redirects()
        .follow(false)
        .get("/docs")
        .then()
        .statusCode(308)
        .header("Location", "/docs/");
    assertThat(given().get("/docs/").then().statusCode(200).extract().asString())
        .contains("<title>Warmline", "href=\"/docs/sdk.html\"");
    String page = given().get("/docs/deployment.html").then().statusCode(200).extract().asString();
    assertThat(page).contains("<h2 id=\"backup-and-restore\">", "<table>");
    given().get("/docs/site.css").then().statusCode(200).contentType("text/css");
    given().get("/docs/nothing.html").then().statusCode(404);
  }

  @Test
  void whatAPageLinksToIsShownAsItIs() {
    given()
        .get("/docs/repository/deploy/kubernetes.yaml.html")
        .then()
        .statusCode(200)
        .contentType("text/html");
    assertThat(given().get("/docs/repository/sdk/examples.html").asString())
        .contains("CallingDay.java");
  }
}
