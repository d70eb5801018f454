package io.warmline.api.http;

import io.warmline.core.Cursor;
import io.warmline.core.ProblemCode;
import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cursors as opaque texts, bound to tenant, operation and filters: one made for another list is
 * refused.
 */
@Singleton
public class Cursors {

  private static final int SEAL = 16;

  private final RequestFacts facts;
  private final CurrentTenant tenant;
  private final UriInfo uri;

  Cursors(RequestFacts facts, CurrentTenant tenant, UriInfo uri) {
    this.facts = facts;
    this.tenant = tenant;
    this.uri = uri;
  }

  /**
   * The page that is asked for.
   *
   * @throws WarmlineException INVALID_CURSOR if the cursor was made for another list
   */
  public Cursor.Paging paging(Integer limit, @Nullable String cursor) {
    return new Cursor.Paging(limit, cursor == null ? null : read(cursor));
  }

  /** The text of the next cursor, if there is a next page. */
  public @Nullable String text(Optional<Cursor> next) {
    return next.map(
            cursor -> {
              String content = cursor.id() + "|" + cursor.key();
              return Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString((seal(content) + content).getBytes(StandardCharsets.UTF_8));
            })
        .orElse(null);
  }

  private Cursor read(String text) {
    try {
      String sealed = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String content = sealed.substring(SEAL);
      if (sealed.startsWith(seal(content))) {
        int bar = content.indexOf('|');
        return new Cursor(content.substring(bar + 1), UUID.fromString(content.substring(0, bar)));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw refusal();
    }
    throw refusal();
  }

  private static WarmlineException refusal() {
    return new WarmlineException(
        ProblemCode.INVALID_CURSOR,
        "This cursor was not made by this list with these filters. Begin without a cursor, and keep"
            + " the filters.",
        List.of(new Violation("cursor", "INVALID_CURSOR", "was not made by this list")));
  }

  /** Binds a cursor's content to the list it belongs to. */
  private String seal(String content) {
    String filters =
        new TreeMap<>(uri.getQueryParameters())
            .entrySet().stream()
                .filter(e -> !e.getKey().equals("cursor") && !e.getKey().equals("limit"))
                .map(Object::toString)
                .collect(Collectors.joining("&"));
    String list =
        tenant.known().map(TenantId::toString).orElse("operator")
            + " "
            + facts.operation().id()
            + " "
            + uri.getPath()
            + " "
            + filters
            + " "
            + content;
    return Sha256.of(list).substring(0, SEAL);
  }
}
