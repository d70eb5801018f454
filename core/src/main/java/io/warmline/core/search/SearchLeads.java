package io.warmline.core.search;

import io.warmline.core.InvalidValue;
import io.warmline.core.SqlConditions;
import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.search.FoundLeads.Match;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds leads by a number in any writing, else by words: names, company, e-mail, external id, job
 * title, city, notes and custom fields; whole words, beginnings, and words with a slip in them.
 */
@ApplicationScoped
public class SearchLeads {

  /** What fits so much worse than the best is left out: our choice. */
  private static final double NEAR = 0.34;

  private final TenantTransaction transaction;
  private final FoundLeads found;
  private final Leads leads;

  SearchLeads(TenantTransaction transaction, FoundLeads found, Leads leads) {
    this.transaction = transaction;
    this.found = found;
    this.leads = leads;
  }

  /**
   * The best first. Where something fits exactly, what is only similar is left out.
   *
   * @param query at least two letters or digits
   * @param limit how many at most
   * @throws InvalidValue if there are fewer
   */
  public List<LeadHit> search(String query, Optional<CampaignId> campaign, int limit) {
    return search(query, campaign, new SqlConditions(), limit);
  }

  /**
   * As {@link #search(String, Optional, int)}, among some leads.
   *
   * @param among what else holds for a lead {@code l}
   */
  public List<LeadHit> search(
      String query, Optional<CampaignId> campaign, SqlConditions among, int limit) {
    requireEnough(query, "q");
    return transaction.call(() -> hits(matches(query, new SearchScope(campaign, among, limit))));
  }

  static void requireEnough(String query, String pointer) {
    if (query.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
      throw new InvalidValue(pointer, "TOO_SHORT", "must have at least two letters or digits");
    }
  }

  private List<Match> matches(String query, SearchScope scope) {
    Optional<SoughtNumber> number = SoughtNumber.in(query);
    if (number.isPresent()) {
      List<Match> called = found.byNumber(number.get(), scope);
      if (!called.isEmpty()) {
        return called;
      }
    }
    return nearTheBest(found.byWords(query, scope));
  }

  private static List<Match> nearTheBest(List<Match> all) {
    return all.stream().filter(match -> match.score() >= all.get(0).score() - NEAR).toList();
  }

  private List<LeadHit> hits(List<Match> matches) {
    List<UUID> ids = matches.stream().map(Match::lead).toList();
    Map<UUID, Lead> known =
        leads.of(ids).stream()
            .collect(Collectors.toMap(lead -> lead.id().value(), Function.identity()));
    Map<UUID, FoundLeads.Agreed> agreed = found.agreedWith(ids);
    return matches.stream()
        .filter(match -> known.containsKey(match.lead()))
        .map(match -> hit(match, known, agreed))
        .toList();
  }

  private static LeadHit hit(
      Match match, Map<UUID, Lead> known, Map<UUID, FoundLeads.Agreed> agreed) {
    Lead lead = Objects.requireNonNull(known.get(match.lead()));
    FoundLeads.Agreed open = Objects.requireNonNull(agreed.get(match.lead()));
    return new LeadHit(lead, match.by(), match.score(), open.promise(), open.meeting());
  }
}
