package io.warmline.core.report;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Metric;
import io.warmline.core.report.Report.Row;
import io.warmline.core.tenant.LocalSettings;
import io.warmline.core.tenant.LongReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Makes the inquiries of a report, each in a transaction of its own, so that none holds an old
 * snapshot for longer than one statement takes.
 */
@ApplicationScoped
class Figures {

  /**
   * What takes longer than any report is stopped. A plan is made for the period and the campaign at
   * hand, unlike the queue's, and the leads of a year's calls are told apart in memory.
   */
  private static final LocalSettings SETTINGS =
      LocalSettings.of("statement_timeout", "30s")
          .and("plan_cache_mode", "force_custom_plan")
          .and("random_page_cost", "4")
          .and("work_mem", "64MB");

  private static final GenericType<Map<String, String>> NAMES = new GenericType<>() {};

  private final LongReads reads;
  private final Clock clock;

  Figures(LongReads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * The rows of all inquiries, in the order of their groups. Figures of one group stand in one row,
   * in the inquiries' order.
   */
  List<Row> of(ReportScope scope, Inquiry... inquiries) {
    Map<Map<String, String>, Row> rows = new LinkedHashMap<>();
    for (Inquiry inquiry : inquiries) {
      for (Row row : ask(inquiry, scope)) {
        rows.merge(row.group(), row, Figures::together);
      }
    }
    return inOrder(scope, rows.values());
  }

  /** Rows with the names of their groups, in order. */
  List<Row> inOrder(ReportScope scope, Collection<Row> rows) {
    return RowOrder.of(scope.grouping(), rows, names(scope.grouping()));
  }

  /** What the groups are called, by id. */
  private Map<String, String> names(Grouping grouping) {
    String statement =
        switch (grouping) {
          case AGENT -> "select id::text as id, name from agent where tenant_id = :tenant";
          case CAMPAIGN -> "select id::text as id, name from campaign where tenant_id = :tenant";
          case NONE,
              DAY,
              WEEK,
              MONTH,
              CONFIRMATION,
              LEAD_TIME,
              DELIVERABLE,
              SCRIPT_VERSION,
              DISPOSITION ->
              null;
          case IMPORT ->
              """
              select id::text as id, coalesce(source, format) || ' of ' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as name
              from import_job where tenant_id = :tenant
              """;
        };
    return statement == null
        ? Map.of()
        : reads.call(
            reader ->
                reader.query(
                    statement,
                    q -> q.setMapKeyColumn("id").setMapValueColumn("name").collectInto(NAMES)));
  }

  private static Row together(Row one, Row other) {
    List<Metric> metrics = Stream.concat(one.metrics().stream(), other.metrics().stream()).toList();
    List<Figure> figures = Stream.concat(one.figures().stream(), other.figures().stream()).toList();
    return new Row(one.group(), metrics, figures);
  }

  private List<Row> ask(Inquiry inquiry, ReportScope scope) {
    return rows(inquiry.sql(), scope, row -> inquiry.read(row, scope.grouping()));
  }

  /** What a statement finds in a scope. */
  <T> List<T> rows(String statement, ReportScope scope, Function<RowView, T> read) {
    return reads.call(
        reader -> {
          reader.set(SETTINGS);
          return reader.query(
              statement, q -> bind(q, scope).map((RowView row) -> read.apply(row)).list());
        });
  }

  private Query bind(Query query, ReportScope scope) {
    query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    Query bound = scope.bind(query);
    return bound
        .bind("now", clock.instant())
        .bindArray("answered", String.class, codes(Figures::isAnswer))
        .bindArray("conversations", String.class, codes(Figures::isConversation))
        .bindArray("decisionMaker", String.class, codes(Figures::isWithDecisionMaker))
        .bindArray("human", String.class, codes(Disposition::humanReached));
  }

  /** The prospect, or somebody at the prospect's place, answered. */
  static boolean isAnswer(Disposition disposition) {
    return disposition.humanReached() && disposition != Disposition.WRONG_NUMBER;
  }

  /**
   * The prospect, or somebody at the prospect's place, was spoken to: answered, and we were there.
   */
  static boolean isConversation(Disposition disposition) {
    return isAnswer(disposition) && disposition != Disposition.ABANDONED_BY_US;
  }

  static boolean isWithDecisionMaker(Disposition disposition) {
    return disposition.reached() == Disposition.Reached.DECISION_MAKER;
  }

  private static Object[] codes(Predicate<Disposition> which) {
    return Arrays.stream(Disposition.values()).filter(which).map(Enum::name).toArray();
  }
}
