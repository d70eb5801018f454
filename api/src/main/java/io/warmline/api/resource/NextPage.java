package io.warmline.api.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Says in a header where the next page is, since lines of CSV have no place for it. */
@ApplicationScoped
class NextPage {

  private final UriInfo uri;

  NextPage(UriInfo uri) {
    this.uri = uri;
  }

  /**
   * The page as an answer.
   *
   * @param cursor of the next one; null: there is none
   */
  <T> RestResponse<T> after(T page, @Nullable String cursor) {
    ResponseBuilder<T> answer = ResponseBuilder.ok(page);
    if (cursor != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
      answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }
}
