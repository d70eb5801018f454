package io.warmline.core.campaign;

/** What a call is for. Source: the campaign policies, "Objective of a call". */
public enum Objective {
  SECURE_MEETING,
  QUALIFY,
  CONFIRM_QUALITY,
  KEEP_CALLBACK,
  FOLLOW_UP,
  WARM_CHECK_IN,
  WIN_BACK,
  BUILD_RAPPORT,
  EXPLAIN,
  CLOSE
}
