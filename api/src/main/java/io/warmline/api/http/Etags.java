package io.warmline.api.http;

import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. A tag is strong: the row's version, in quotes. */
public final class Etags {

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
   * none.
   *
   * @throws HttpProblem IF_MATCH_REQUIRED if the header is missing
   */
  public static Optional<Integer> required(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw HttpProblem.of(
          ProblemKind.IF_MATCH_REQUIRED,
          "Send If-Match with the ETag you read, so that no change of somebody else is lost.");
    }
    return optional(ifMatch);
  }

  /** As {@link #required}, where the header may be missing. */
  public static Optional<Integer> optional(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.trim().equals("*")) {
      return Optional.empty();
    }
    String tag = ifMatch.trim();
    boolean ours = tag.matches("\"[0-9]{1,9}\"");
    return Optional.of(ours ? Integer.parseInt(tag.substring(1, tag.length() - 1)) : -1);
  }
}
