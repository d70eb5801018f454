package io.warmline.core.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Programs that open links although nobody has clicked: scanners at the gates of mailboxes, makers
 * of previews, crawlers, and browsers that look ahead. They are told by the file {@code
 * signals/scanners.tsv}.
 */
@ApplicationScoped
public class Scanners {

  private static final String FILE = "/signals/scanners.tsv";
  private static final String PROGRAM = "program";

  private final List<Mark> programs;
  private final List<Mark> headers;

  Scanners() {
    List<Mark> all = read();
    this.programs = all.stream().filter(mark -> mark.of().equals(PROGRAM)).toList();
    this.headers = all.stream().filter(mark -> !mark.of().equals(PROGRAM)).toList();
  }

  /**
   * How a link was asked for.
   *
   * @param method of HTTP
   * @param headers by name, in lower case
   */
  public record Visit(String method, Map<String, String> headers) {

    /** What tells a program stands at the beginning; the rest would only cost time. */
    private static final int LONGEST = 500;

    public Visit {
      Map<String, String> shortened = new HashMap<>();
      headers.forEach((name, value) -> shortened.put(name, shortened(value)));
      headers = Map.copyOf(shortened);
    }

    static String shortened(String value) {
      return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** Of which program. */
    public @Nullable String userAgent() {
      return headers.get("user-agent");
    }

    /** Hides the headers. */
    @Override
    public String toString() {
      return "Visit[" + method + "]";
    }
  }

  /**
   * A mark of a program.
   *
   * @param of what carries it: "program", or the name of a header in lower case
   */
  private record Mark(String of, Pattern pattern) {

    boolean on(@Nullable String text) {
      return text != null && pattern.matcher(text).find();
    }
  }

  /** Why a visit is no click of a person; empty if it may be one. */
  public Optional<SignalReason> verdict(Visit visit) {
    if (visit.method().equals("HEAD")) {
      return Optional.of(SignalReason.HEAD_REQUEST);
    }
    if (headers.stream().anyMatch(mark -> mark.on(visit.headers().get(mark.of())))) {
      return Optional.of(SignalReason.PREFETCH);
    }
    String program = visit.userAgent();
    return program == null || program.isBlank()
        ? Optional.of(SignalReason.SCANNER)
        : ofProgram(program);
  }

  /** Why what this program does is no interest of a person; empty if it may be one. */
  public Optional<SignalReason> ofProgram(@Nullable String userAgent) {
    String known = userAgent == null ? null : Visit.shortened(userAgent);
    return programs.stream().anyMatch(mark -> mark.on(known))
        ? Optional.of(SignalReason.SCANNER)
        : Optional.empty();
  }

  private static List<Mark> read() {
    InputStream file = Objects.requireNonNull(Scanners.class.getResourceAsStream(FILE), FILE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Scanners::mark)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mark mark(String line) {
    String[] cells = line.split("\t", -1);
    return new Mark(
        cells[0].strip().toLowerCase(Locale.ROOT),
        Pattern.compile(cells[1].strip(), Pattern.CASE_INSENSITIVE));
  }
}
