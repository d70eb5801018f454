package io.warmline.core.talktrack;

/** The objective of a call in words, after "you suggested that …" as well as after "… is". */
public enum ObjectivePhrase {
  SECURE_MEETING("to set up an appointment"),
  QUALIFY("to go over what you need"),
  CONFIRM_QUALITY("to go through the details of your appointment"),
  KEEP_CALLBACK("to finish the conversation that we began"),
  FOLLOW_UP("to go over what I sent you"),
  WARM_CHECK_IN("to hear how everything is working for you"),
  WIN_BACK("to talk about working together again"),
  BUILD_RAPPORT("to introduce myself in person"),
  EXPLAIN("to explain how it works"),
  CLOSE("to settle your order");

  private final String words;

  ObjectivePhrase(String words) {
    this.words = words;
  }

  /** An infinitive without a stop: "to set up an appointment". */
  public String words() {
    return words;
  }
}
