package io.warmline.core.call;

import io.warmline.core.id.ClaimId;
import io.warmline.core.queue.Claims;
import io.warmline.core.suppression.RevokeClaims;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Takes a lead out of the hands of another agent, where a call that was logged late has promised it
 * to be called later: nobody is to ring it before.
 */
@ApplicationScoped
class OtherClaims {

  private final Claims claims;
  private final RevokeClaims revokeClaims;

  OtherClaims(Claims claims, RevokeClaims revokeClaims) {
    this.claims = claims;
    this.revokeClaims = revokeClaims;
  }

  void giveWay(Writing writing) {
    if (writing.links().callback() == null) {
      return;
    }
    Optional<ClaimId> live = claims.liveOn(writing.call().lead());
    live.ifPresent(claim -> revokeClaims.of(List.of(claim), "CALLBACK_PROMISED", writing.now()));
  }
}
