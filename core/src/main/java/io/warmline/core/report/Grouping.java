package io.warmline.core.report;

/** By what the rows of a report are told apart. */
public enum Grouping {
  NONE("", "''"),
  CAMPAIGN("campaignId", "%1$s.campaign_id::text"),
  /** Empty for what is nobody's: the team's callbacks, hot leads, meetings set outside calls. */
  AGENT("agentId", "coalesce(%2$s::text, '')"),
  DAY("day", "to_char(%3$s at time zone :zone, 'YYYY-MM-DD')"),
  /** The Monday it begins with. */
  WEEK("week", "to_char(date_trunc('week', %3$s at time zone :zone), 'YYYY-MM-DD')"),
  MONTH("month", "to_char(%3$s at time zone :zone, 'YYYY-MM')"),
  /** The confirmation policy, for appointments. */
  CONFIRMATION("confirmation", "%1$s.confirmation"),
  /** Days from the setting of a meeting to its day. */
  LEAD_TIME(
      "leadTimeDays",
      """
      case when %4$s <= 0 then '0' when %4$s = 1 then '1' when %4$s <= 3 then '2-3' when %4$s <= 7 then '4-7'
           when %4$s <= 14 then '8-14' else '15+' end\
      """),
  /** What the campaign delivers by now. */
  DELIVERABLE(
      "deliverable",
      "(select cd.deliverable from campaign cd where cd.tenant_id = :tenant and cd.id ="
          + " %1$s.campaign_id)"),
  /** The list that made the lead; empty for leads that came singly. */
  IMPORT(
      "importId",
      "(select coalesce(li.import_id::text, '') from lead li where li.tenant_id = :tenant and li.id ="
          + " %1$s.lead_id)"),
  /** What a call came to; for calls. */
  DISPOSITION("disposition", "%1$s.disposition"),
  /** Which version of the campaign's scripts was in force: the first is that of its creation. */
  SCRIPT_VERSION(
      "scriptVersion",
      """
      (select (1 + (select count(*) from unnest(cv.script_changes) t where t <= %5$s))::text
       from campaign cv where cv.tenant_id = :tenant and cv.id = %1$s.campaign_id)\
      """);

  private final String label;
  private final String expression;

  Grouping(String label, String expression) {
    this.label = label;
    this.expression = expression;
  }

  /** The name of what is told apart. */
  public String label() {
    return label;
  }

  /**
   * The expression that tells the group of a row.
   *
   * @param alias of the table that has {@code campaign_id} and {@code lead_id}
   * @param agent column of the agent
   * @param at column of the instant by which a row belongs to the period
   * @param leadTime expression of the days from setting to meeting; only for appointments
   */
  String sql(String alias, String agent, String at, String leadTime) {
    return sql(alias, agent, at, leadTime, at);
  }

  /**
   * As above.
   *
   * @param said column of the instant at which the prospect was spoken to
   */
  String sql(String alias, String agent, String at, String leadTime, String said) {
    return expression.formatted(alias, agent, at, leadTime, said);
  }

  /** Whether it applies to everything that happens in a campaign. */
  boolean isGeneral() {
    return switch (this) {
      case NONE, CAMPAIGN, AGENT, DAY, WEEK, MONTH, DELIVERABLE, IMPORT -> true;
      case CONFIRMATION, LEAD_TIME, SCRIPT_VERSION, DISPOSITION -> false;
    };
  }
}
