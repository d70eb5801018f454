package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.EffectCode;
import java.util.ArrayList;
import java.util.List;

/** What has happened so far because of a call, in order. */
final class Effects {

  private final List<Effect> done = new ArrayList<>();

  void add(EffectCode code, String detail) {
    done.add(new Effect(code, detail));
  }

  boolean contain(EffectCode code) {
    return done.stream().anyMatch(effect -> effect.code() == code);
  }

  List<Effect> list() {
    return List.copyOf(done);
  }
}
