package io.warmline.core.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is among campaigns of different weight: of a hundred turns each gets its share,
 * spread evenly. Every server keeps its own account, and each of them is right, so the sum is.
 */
@ApplicationScoped
class CampaignTurns {

  private final Cache<TenantId, Map<UUID, Integer>> accounts =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).maximumSize(10_000).build();

  /** The campaign whose turn it is; empty where all weigh the same and the queue decides alone. */
  Optional<UUID> next(TenantId tenant, Collection<Share> shares) {
    Map<UUID, Integer> weights = new LinkedHashMap<>();
    shares.forEach(share -> weights.put(share.campaign(), share.weight()));
    if (weights.values().stream().distinct().count() < 2) {
      return Optional.empty();
    }
    Map<UUID, Integer> account = accounts.get(tenant, t -> new HashMap<>());
    synchronized (account) {
      return Optional.of(turn(account, weights));
    }
  }

  /** All earn by their weight; who has most pays for all. */
  private static UUID turn(Map<UUID, Integer> account, Map<UUID, Integer> weights) {
    weights.forEach((campaign, weight) -> account.merge(campaign, weight, Integer::sum));
    List<UUID> campaigns = List.copyOf(weights.keySet());
    UUID first = campaigns.get(0);
    for (UUID campaign : campaigns) {
      if (account.getOrDefault(campaign, 0) > account.getOrDefault(first, 0)) {
        first = campaign;
      }
    }
    int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
    account.merge(first, -sum, Integer::sum);
    return first;
  }
}
