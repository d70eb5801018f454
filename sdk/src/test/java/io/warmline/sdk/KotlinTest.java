package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin at its strictest takes the SDK as its annotations say: warnings are errors. */
class KotlinTest {

  private static final Path PROGRAM = Path.of("src/test/kotlin/CallingDay.kt");
  private static final String HEEDED = "claim.lead().firstName ?: \"there\"";

  @TempDir Path folder;

  @Test
  void aConsoleInKotlinCompilesWithoutAWarning() {
    Compiled compiled = compile(PROGRAM);

    assertThat(compiled.said()).isEmpty();
    assertThat(compiled.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatMayBeAbsentIsNullable() throws IOException {
    String program = Files.readString(PROGRAM);
    assertThat(program).contains(HEEDED);
    Path careless = folder.resolve("Careless.kt");
    Files.writeString(careless, program.replace(HEEDED, "claim.lead().firstName"));

    Compiled compiled = compile(careless);

    assertThat(compiled.exit()).isEqualTo(ExitCode.COMPILATION_ERROR);
    assertThat(compiled.said()).contains("expected 'String', actual 'String?'");
  }

  private record Compiled(ExitCode exit, String said) {}

  private Compiled compile(Path program) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "-Werror",
                "-Xjspecify-annotations=strict",
                "-jvm-target",
                "17",
                "-no-stdlib",
                "-no-reflect",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                program.toString());
    return new Compiled(exit, said.toString(StandardCharsets.UTF_8));
  }
}
