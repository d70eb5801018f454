package io.warmline.api.demo;

import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A firm with a story so far, to try Warmline on: Blue Harbor Outbound, which calls for three
 * clients. Its lists are imported as anybody's are; the story is one transaction, so that nobody
 * sees half of it.
 */
@ApplicationScoped
public class Demo {

  /** The firm's name. */
  public static final String FIRM = "Blue Harbor Outbound";

  /** So many working days ago. */
  private static final int BEGINS = 20;

  /** So many of the autumn list are in America; those after them can be called at any hour. */
  private static final int AUTUMN = 45;

  /** On a machine that has other things to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final DemoLaw law;
  private final DemoLists lists;
  private final FoundFirm foundFirm;
  private final Prospects prospects;
  private final Floor floor;
  private final Desk desk;
  private final DemoFilters filters;
  private final NameByExamples names;
  private final StoryClock clock;
  private final TenantTransaction transaction;

  Demo(
      DemoLaw law,
      DemoLists lists,
      FoundFirm foundFirm,
      Prospects prospects,
      Floor floor,
      Desk desk,
      DemoFilters filters,
      NameByExamples names,
      StoryClock clock,
      TenantTransaction transaction) {
    this.law = law;
    this.lists = lists;
    this.foundFirm = foundFirm;
    this.prospects = prospects;
    this.floor = floor;
    this.desk = desk;
    this.filters = filters;
    this.names = names;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Makes it, in the tenant that was entered. What it makes goes by the ids of the contract's
   * examples, which only the owner of the database can give: it is for a database of the server's
   * own.
   */
  public void create() {
    create(clock.instant());
  }

  /**
   * As the other, of a firm that has its story so far at this time.
   *
   * @param present not in the future
   */
  public void create(Instant present) {
    law.answerFor();
    Workdays days = new Workdays(present);
    try {
      clock.tell(days.ago(BEGINS, 9, 0));
      Firm firm = foundFirm.found();
      clock.end();
      DemoLists.Files files = lists.load(firm.meetings());
      transaction.run(PATIENCE, () -> tell(firm, files, days, present));
      ExampleIds ids = new ExampleIds();
      ids.bulk(desk.tidyUp(ExampleIds.MEETINGS));
      ids.savedFilters(filters.save(ExampleIds.MEETINGS));
      transaction.run(() -> names.name(ids.all()));
    } finally {
      clock.end();
    }
  }

  /** Begins anew if it is run again, because it collided with housekeeping. */
  private void tell(Firm firm, DemoLists.Files files, Workdays days, Instant present) {
    Timeline timeline = new Timeline(present);
    ExampleIds ids = new ExampleIds();
    ids.firm(firm);
    ids.files(files);
    clock.tell(days.ago(BEGINS, 10, 0));
    plot(firm, new Story(floor, firm, timeline, days, ids), ids);
    arrange(firm, timeline, days, ids);
    timeline.play(clock);
    clock.end();
    desk.signOn(firm);
    ids.claim(desk.claim(firm).id());
    desk.mapping();
    desk.key().ifPresent(ids::key);
    names.name(ids.all());
    names.shareCalendar(ExampleIds.GONE);
  }

  private void plot(Firm firm, Story story, ExampleIds ids) {
    List<LeadId> autumn = prospects.enter(firm.meetings(), "autumn");
    ids.leads(autumn);
    story.ofMeetings(autumn.subList(0, AUTUMN));
    story.ofToday(autumn.subList(AUTUMN, autumn.size()));
    story.ofWarmLeads(prospects.enter(firm.warmLeads(), "warm"));
    story.ofCustomers(prospects.enter(firm.checkIns(), "customers"));
  }

  /** What the examples name and no call brings about. */
  private void arrange(Firm firm, Timeline timeline, Workdays days, ExampleIds ids) {
    timeline.at(days.ago(15, 13, 0), () -> ids.suppression(desk.suppression()));
    timeline.at(days.ago(8, 16, 0), () -> ids.review(desk.review(firm, ids.call())));
    timeline.at(days.ago(2, 13, 0), () -> ids.complaint(desk.complaints(firm, ids.lead())));
    timeline.at(
        days.ago(1, 12, 0),
        () -> {
          desk.links(firm, ids.lead());
          ids.appointment(desk.meeting(firm, ids.lead(), days.in(6, 14, 30)));
        });
  }
}
