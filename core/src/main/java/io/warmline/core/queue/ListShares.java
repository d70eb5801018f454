package io.warmline.core.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The lists of a campaign, each with its share of the cold leads that are handed out. A lead is on
 * the first that has it. Kept as JSON.
 *
 * @param lists empty: the best lead comes first, wherever it came from
 */
public record ListShares(List<ListShare> lists) {

  /** None: the best lead comes first. */
  public static final ListShares NONE = new ListShares(List.of());

  /** The place of the list that has a lead {@code l} of a campaign {@code c}; 0: none has it. */
  static final String LIST_OF_A_LEAD =
      """
      case when c.shares is not null then coalesce(
        (select min(s.place)
         from jsonb_array_elements(c.shares -> 'lists') with ordinality s (list, place)
         where (s.list -> 'tags' = '[]' or jsonb_exists_any(s.list -> 'tags', l.tags))
           and (s.list -> 'imports' = '[]' or jsonb_exists(s.list -> 'imports', cast(l.import_id as text)))
           and (s.list -> 'sources' = '[]'
                or exists (select 1 from import_job j
                           where j.tenant_id = :tenant and j.id = l.import_id
                             and jsonb_exists(s.list -> 'sources', coalesce(j.source, 'OTHER'))))), 0) end
      """;

  public ListShares {
    lists = List.copyOf(Objects.requireNonNullElse(lists, List.of()));
  }

  /** Something about them that cannot be meant. */
  public record Fault(String pointer, String code, String message) {}

  /** What cannot be meant, the first of it. */
  public Optional<Fault> fault() {
    return IntStream.range(0, lists.size()).boxed().flatMap(i -> faultOf(i).stream()).findFirst();
  }

  private Optional<Fault> faultOf(int index) {
    ListShare list = lists.get(index);
    String at = "/shares/" + index;
    Set<String> before = new HashSet<>();
    lists.subList(0, index).forEach(other -> before.add(other.name()));
    if (before.contains(list.name())) {
      return Optional.of(new Fault(at + "/name", "DUPLICATE", "two lists are called the same"));
    }
    if (list.segment().isEveryone() && index < lists.size() - 1) {
      return Optional.of(
          new Fault(
              at,
              "NOTHING_LEFT",
              "a list without tags, importIds and sources has everybody, and leaves nobody to those"
                  + " after it; put it last"));
    }
    return index == 0 && lists.stream().allMatch(one -> one.share() == 0)
        ? Optional.of(new Fault(at + "/share", "NO_SHARE", "one list must have a share above 0"))
        : Optional.empty();
  }
}
