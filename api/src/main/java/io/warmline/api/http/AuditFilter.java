package io.warmline.api.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts on record what is not done in one transaction: files that come or go. They are there by
 * then; should the record fail, so does the request.
 */
@Singleton
public class AuditFilter {

  private static final int FIRST_REFUSAL = 400;

  private final Audit audit;
  private final RequestFacts facts;

  AuditFilter(Audit audit, RequestFacts facts) {
    this.audit = audit;
    this.facts = facts;
  }

  @ServerResponseFilter
  public void keep(ContainerResponseContext response) {
    boolean done = response.getStatus() < FIRST_REFUSAL;
    boolean before = response.getHeaders().containsKey("Idempotent-Replayed");
    if (done && !before && !facts.isOnRecord() && audit.isWanted()) {
      audit.keep(
          response.getStatus(),
          Optional.ofNullable(response.getHeaderString("Location")),
          response.getEntity());
    }
  }
}
