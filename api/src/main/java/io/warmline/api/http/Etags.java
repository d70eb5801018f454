package io.warmline.api.http;

import io.warmline.core.WarmlineException.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. A tag is strong: the row's version, in quotes. */
public final class Etags {

  /** One entity tag. Source: RFC 9110, 8.8.3. */
  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

  private static final Pattern OURS = Pattern.compile("\"[0-9]{1,9}\"");

  /** The version of nothing. */
  private static final int NONE = -1;

  private Etags() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /** 200 with the resource and its tag. */
  public static <T> RestResponse<T> ok(T body, int version) {
    return ResponseBuilder.ok(body).header("ETag", of(version)).build();
  }

  /** 200, or 304 if the reader has this version. */
  public static <T> RestResponse<T> read(T body, int version, @Nullable String ifNoneMatch) {
    return names(ifNoneMatch, version)
        ? ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
            .header("ETag", of(version))
            .build()
        : ok(body, version);
  }

  /** 201 with the resource, its tag and where it is. */
  public static <T> RestResponse<T> created(T body, int version, String location) {
    return ResponseBuilder.<T>create(RestResponse.Status.CREATED)
        .entity(body)
        .header("ETag", of(version))
        .header("Location", location)
        .build();
  }

  private static boolean names(@Nullable String header, int version) {
    if (header == null) {
      return false;
    }
    String tag = of(version);
    return Arrays.stream(header.split(",", -1))
        .map(String::trim)
        .anyMatch(t -> t.equals("*") || t.equals(tag) || t.equals("W/" + tag));
  }

  /**
   * The version that {@code If-Match} names; empty for {@code *}. A tag that no version has matches
   * none, and neither does a weak one.
   *
   * @throws HttpProblem IF_MATCH_REQUIRED if the header is missing; INVALID_REQUEST if it is no
   *     entity tag, or more than one
   */
  public static Optional<Integer> required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw missing();
    }
    return optional(ifMatch);
  }

  static HttpProblem missing() {
    return HttpProblem.of(
        ProblemKind.IF_MATCH_REQUIRED,
        "Send If-Match with the ETag you read, so that no change of somebody else is lost.",
        List.of(new Violation("If-Match", "REQUIRED", "must be given: the ETag you read, or *")));
  }

  /** As {@link #required}, where the header may be missing. */
  public static Optional<Integer> optional(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.trim().equals("*")) {
      return Optional.empty();
    }
    String tag = ifMatch.trim();
    if (!TAG.matcher(tag).matches()) {
      throw notATag();
    }
    return Optional.of(OURS.matcher(tag).matches() ? version(tag) : NONE);
  }

  private static int version(String tag) {
    return Integer.parseInt(tag.substring(1, tag.length() - 1));
  }

  private static HttpProblem notATag() {
    return HttpProblem.invalid(
        List.of(
            new Violation(
                "If-Match",
                "MALFORMED_ETAG",
                "must be one ETag as it was read, in its double quotes: \"3\", or *")));
  }
}
