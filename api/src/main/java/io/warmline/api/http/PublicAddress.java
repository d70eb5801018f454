package io.warmline.api.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people outside reach this server: links that are sent to them begin with it. Without a
 * setting it is the address of the request, which somebody inside may have sent by another name.
 */
@Singleton
public class PublicAddress {

  private final Optional<URI> configured;
  private final RequestFacts facts;

  PublicAddress(
      @ConfigProperty(name = "warmline.public-url") Optional<URI> configured, RequestFacts facts) {
    this.configured = configured;
    this.facts = facts;
  }

  /** The beginning of a link, to which the path is added. */
  public UriBuilder link(UriInfo request) {
    return configured.map(UriBuilder::fromUri).orElseGet(() -> reached(request));
  }

  private UriBuilder reached(UriInfo request) {
    UriBuilder address = request.getBaseUriBuilder();
    facts.scheme().ifPresent(address::scheme);
    return address;
  }
}
