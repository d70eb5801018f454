package io.warmline.core.queue;

import java.util.Optional;

/**
 * Why a cold lead comes from the list it is on.
 *
 * @param list the list that has it; empty: none has
 * @param share of that list
 * @param of all shares of the campaign together
 * @param insteadOf the list whose turn it was, and which had nobody to call; empty: it was its own
 */
public record ListTurn(Optional<String> list, int share, int of, Optional<String> insteadOf) {

  /** The same in words. */
  public String detail() {
    return list.map(this::ofAList)
        .orElse("On none of the campaign's lists, which have nobody to call now.");
  }

  private String ofAList(String name) {
    return insteadOf
        .map(
            other ->
                "From \"%s\", in place of \"%s\", which has nobody to call now."
                    .formatted(name, other))
        .orElseGet(
            () ->
                share == 0
                    ? "From \"%s\": lists with a share have nobody to call now.".formatted(name)
                    : "The turn of \"%s\", which gets %d of every %d leads never called before."
                        .formatted(name, share, of));
  }
}
