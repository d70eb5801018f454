package io.warmline.core.report;

/**
 * Whose the calls of merged leads are. A lead that was found to be another keeps its calls; who
 * counts people counts them with those of the lead that stayed, over however many mergers. A merger
 * that was undone is none.
 */
final class MergedLeads {

  /**
   * The table {@code merged} for a statement that begins with {@code with recursive}: a lead that
   * was merged, and the one that stayed.
   */
  static final String MERGED =
      """
      step as (
        select m.merged_id as lead_id, m.lead_id as person
        from lead_merge m
        where m.tenant_id = :tenant and m.undone_at is null
        union all
        select s.lead_id, m.lead_id
        from step s
        join lead_merge m on m.tenant_id = :tenant and m.merged_id = s.person and m.undone_at is null
      ), merged as (
        select s.lead_id, s.person
        from step s
        where not exists (select 1 from lead_merge m
                          where m.tenant_id = :tenant and m.merged_id = s.person and m.undone_at is null)
      )\
      """;

  /**
   * The table {@code others}, after {@link #MERGED}: all leads that were merged into a person, as
   * an array.
   */
  static final String OTHERS =
      """
      others as (
        select person, array_agg(lead_id) as leads from merged group by person
      )\
      """;

  private MergedLeads() {}
}
