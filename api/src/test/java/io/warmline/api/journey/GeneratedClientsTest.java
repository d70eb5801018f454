package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.api.journey.Program.Ended;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that the generator makes for Go and Python, as their pages say: they compile, and
 * their examples work a day. Where there is no Go, no Python or no way to what Python's client
 * needs, that test is skipped and says why.
 */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class GeneratedClientsTest {

  private static final Path CLIENTS = Path.of("../clients");
  private static final Path GENERATED = Path.of("target/clients");
  private static final Pattern SCHEMA = Pattern.compile("(?m)^    (\\w+):$");

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;
  @TempDir Path folder;

  @Test
  void goCompilesAndWorksADay() throws IOException, InterruptedException {
    assumeTrue(Program.isOnPath("go"), "no Go on the path: nothing was tried");
    Path module = GENERATED.resolve("go").toAbsolutePath();
    Files.createDirectories(module.resolve("examples"));
    Files.writeString(
        module.resolve("examples/day.go"), Files.readString(CLIENTS.resolve("go/examples/day.go")));
    Program go = Program.in(module).with(Map.of("GOFLAGS", "-mod=mod", "GOTOOLCHAIN", "local"));
    Ended version = go.run("go", "list", "-m");
    assumeTrue(version.status() == 0, () -> "this Go is too old: " + version.output());

    Ended checked = go.run("go", "vet", ".", "./examples");

    assertThat(checked.status()).as(checked.output()).isZero();
    worksADay(go, "go", "run", "./examples");
  }

  @Test
  void pythonIsImportedAndWorksADay() throws IOException, InterruptedException {
    assumeTrue(Program.isOnPath("python3"), "no Python on the path: nothing was tried");
    Path client = GENERATED.resolve("python").toAbsolutePath();
    Ended made = Program.in(folder).run("python3", "-m", "venv", "venv");
    assumeTrue(made.status() == 0, () -> "Python cannot make an environment: " + made.output());
    String python = folder.resolve("venv/bin/python").toString();
    Program inClient = Program.in(client).with(Map.of("PYTHONPATH", client.toString()));
    Ended installed =
        inClient.run(
            python, "-m", "pip", "install", "-q", "--retries", "1", "-r", "requirements.txt");
    assumeTrue(
        installed.status() == 0,
        () -> "pip could not install what the client needs: " + installed.output());

    worksADay(
        inClient, python, CLIENTS.toAbsolutePath().resolve("python/examples/day.py").toString());
  }

  private void worksADay(Program program, String... command)
      throws IOException, InterruptedException {
    Ended day =
        program
            .with(
                Map.of(
                    "WARMLINE_URL",
                    server.resolve("/").toString().replaceAll("/$", ""),
                    "WARMLINE_API_KEY",
                    tenants.create()))
            .run(command);

    assertThat(day.status()).as(day.output()).isZero();
    assertThat(day.output())
        .contains(
            "Call +1",
            "The lead comes back as a due callback at ",
            "The lead is tried again from ",
            "Refused: INVALID_",
            "Promised: in two weeks (SCHEDULED)",
            "rows in the report");
  }

  /** Go has a function NewAgent for Agent, so a schema of that name would not compile. */
  @Test
  void whatGoWouldTakeForItsOwnIsNamedOtherwise() throws IOException {
    String contract = Files.readString(Path.of("../openapi.yaml"));
    List<String> schemas =
        SCHEMA
            .matcher(contract.substring(contract.indexOf("\n  schemas:")))
            .results()
            .map(MatchResult::group)
            .map(line -> line.strip().replace(":", ""))
            .toList();
    String settings = Files.readString(CLIENTS.resolve("go/generator.yaml"));

    assertThat(schemas).contains("NewLead", "Lead");
    assertThat(schemas)
        .filteredOn(name -> name.startsWith("New") && schemas.contains(name.substring(3)))
        .allSatisfy(name -> assertThat(settings).contains("\n  " + name + ": "));
  }
}
