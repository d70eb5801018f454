package io.warmline.core.campaign;

import io.warmline.core.Faults;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.client.Clients;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.queue.ListShare;
import io.warmline.core.queue.Lists;
import io.warmline.core.rule.HouseRules;
import io.warmline.core.tag.KnownTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of terms before they are agreed on. The client they name stays while the
 * transaction lasts.
 */
@ApplicationScoped
class CheckTerms {

  private final HouseRules houseRules;
  private final Clients clients;
  private final Lists lists;
  private final GuardScreening guardScreening;
  private final Staff staff;
  private final KnownTags tags;

  CheckTerms(
      HouseRules houseRules,
      Clients clients,
      Lists lists,
      GuardScreening guardScreening,
      Staff staff,
      KnownTags tags) {
    this.tags = tags;
    this.houseRules = houseRules;
    this.clients = clients;
    this.lists = lists;
    this.guardScreening = guardScreening;
    this.staff = staff;
  }

  /**
   * @throws InvalidValue if they name a house rule that the tenant does not have, an objective that
   *     does not go with what is delivered, two questions by one id, shares that cannot be meant,
   *     or a team or a skill that no agent has
   * @throws WarmlineException INVALID_VALUE if they have scripts or messages that cannot be said
   * @throws NotFound if there is no such client, or no such import in its shares
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED if they screen prospects more than usual
   */
  void ofNew(CampaignTerms terms) {
    Faults faults = new Faults();
    check(terms, Scripts.NONE, Distribution.DEFAULT, faults);
    faults.refuse();
    guardScreening.requireUsual(terms.approach());
    terms.client().ifPresent(clients::hold);
  }

  /**
   * As {@link #ofNew}; a client that the campaign had before may have gone since.
   *
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED if they screen prospects more without the
   *     evidence
   */
  void ofChange(CampaignId campaign, CampaignTerms before, CampaignTerms after, Instant now) {
    Faults faults = new Faults();
    check(after, before.scripts(), before.distribution(), faults);
    faults.check(() -> requireTags(campaign, before, after));
    faults.refuse();
    guardScreening.requireJustified(campaign, before.approach(), after.approach(), now);
    after.client().filter(c -> !before.client().equals(Optional.of(c))).ifPresent(clients::hold);
  }

  private void check(
      CampaignTerms terms, Scripts before, Distribution distributedBefore, Faults faults) {
    faults.check(() -> requireSense(terms));
    faults.check(() -> requireLists(terms));
    faults.check(() -> terms.scripts().requireSound(before));
    faults.check(() -> terms.messages().requireSound());
    faults.check(() -> houseRules.require(terms.houseRules()));
    requireSomebody(distributedBefore, terms.distribution(), faults);
  }

  private void requireLists(CampaignTerms terms) {
    terms
        .shares()
        .fault()
        .ifPresent(
            fault -> {
              throw new InvalidValue(fault.pointer(), fault.code(), fault.message());
            });
    lists.require(
        terms.shares().lists().stream()
            .flatMap(list -> list.imports().stream())
            .map(ImportId::new)
            .toList());
  }

  /**
   * Who shares out a campaign may do so before its lists are there. Once leads of it have tags, a
   * list that is asked for by others is misspelt.
   */
  private void requireTags(CampaignId campaign, CampaignTerms before, CampaignTerms after) {
    if (after.shares().equals(before.shares()) || !tags.areIn(campaign)) {
      return;
    }
    List<ListShare> shares = after.shares().lists();
    for (int i = 0; i < shares.size(); i++) {
      tags.require(shares.get(i).segment().tags(), List.of(), "/shares/" + i + "/tags");
    }
  }

  /** Leads that nobody can get would wait in silence. */
  private void requireSomebody(Distribution before, Distribution after, Faults faults) {
    faults.check(
        () ->
            refuseUnknown(
                "/distribution/teams",
                after.teams(),
                before.teams(),
                staff.teams(),
                "is of the team"));
    faults.check(
        () ->
            refuseUnknown(
                "/distribution/skills",
                after.skills(),
                before.skills(),
                staff.skills(),
                "has the skill"));
  }

  private static void refuseUnknown(
      String pointer, List<String> wanted, List<String> before, Set<String> known, String what) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!known.contains(wanted.get(i)) && !before.contains(wanted.get(i))) {
        throw new InvalidValue(
            pointer, "NOBODY", "no agent " + what + " " + wanted.get(i) + "; say so of one first");
      }
    }
  }

  private static void requireSense(CampaignTerms terms) {
    Approach approach = terms.approach();
    if (!approach.deliverable().goesWith(approach.objective())) {
      throw new InvalidValue(
          "/policy/objective",
          "NOT_DELIVERED",
          "a campaign that delivers "
              + approach.deliverable()
              + " makes no calls to "
              + approach.objective());
    }
    String doubled = terms.qualifying().doubled();
    if (doubled != null) {
      throw new InvalidValue(
          "/qualifying/questions", "DUPLICATE", "two questions have the id " + doubled);
    }
  }
}
