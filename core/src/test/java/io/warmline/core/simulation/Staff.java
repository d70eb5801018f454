package io.warmline.core.simulation;

import java.util.ArrayList;
import java.util.List;

/** Those who work for the firm, and those who have left and may still have something to log. */
final class Staff {

  private final List<SimulatedAgent> all;

  Staff(List<SimulatedAgent> first) {
    all = new ArrayList<>(first);
  }

  /** Everybody who ever worked here. */
  List<SimulatedAgent> all() {
    return all;
  }

  List<SimulatedAgent> employed() {
    return all.stream().filter(SimulatedAgent::isEmployed).toList();
  }

  void hire(SimulatedAgent agent) {
    all.add(agent);
  }
}
