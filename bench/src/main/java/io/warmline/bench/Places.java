package io.warmline.bench;

import java.util.List;

/**
 * Where leads are: places with calling rules, and as many without. The first ten of each are those
 * that were measured first.
 */
final class Places {

  /** States, provinces and countries that have calling rules, with a number of each. */
  private static final List<Place> WITH_LAW =
      places(
          """
          US-FL +13052345678
          US-TX +15122345678
          US-WA +12062345678
          US-OK +14052345678
          CA-BC +16042345678
          GB +442079460958
          DE +493012345678
          FR +33123456789
          AU +61291234567
          IN +911123456789
          US-AL +12052345678
          US-CT +12032345678
          US-IN +13172345678
          US-KY +15022345678
          US-LA +15042345678
          US-MA +16172345678
          US-MD +14102345678
          US-MI +13132345678
          US-MN +16122345678
          US-MS +16012345678
          US-NJ +12012345678
          US-NM +15052345678
          US-NV +17022345678
          US-NY +12122345678
          US-OR +15032345678
          US-PA +12152345678
          US-RI +14012345678
          US-SC +18032345678
          US-TN +16152345678
          US-UT +18012345678
          US-VA +18042345678
          US-WY +13072345678
          CA +14162345678
          AE +97142345678
          AR +541123456789
          AT +4312345678
          BE +3222345678
          BR +551123456789
          CO +576012345678
          CZ +420212345678
          DK +4532123456
          ES +34911234567
          FI +35891234567
          GR +302123456789
          HK +85221234567
          IE +35314567890
          IT +390212345678
          JP +81312345678
          KR +8222123456
          MX +525512345678
          """);

  /**
   * Countries of which no rule is known, so that they are accepted by name; and Switzerland, which
   * has a rule that restricts nothing.
   */
  private static final List<Place> WITHOUT_LAW =
      places(
          """
          CH +41446681800
          TR +902123456789
          TH +6621234567
          IS +3545510000
          KZ +77272345678
          NG +2348021234567
          KE +254202012345
          EG +20234567890
          VN +842101234567
          PH +63282345678
          HU +3612345678
          ID +62218350123
          IL +97221234567
          IQ +96412345678
          JO +96262001234
          KW +96522345678
          LK +94112345678
          LU +35227123456
          LV +37163123456
          MA +212520123456
          MT +35621001234
          MU +23054480123
          MY +60323856789
          NP +97714567890
          OM +96823123456
          PA +5072001234
          PK +922123456789
          PY +595212345678
          QA +97444123456
          RO +40211234567
          RS +38110234567
          SA +966112345678
          SI +38612345678
          SK +421221234567
          TN +21630010123
          TW +886221234567
          TZ +255222345678
          UA +380311234567
          UG +256312345678
          UY +59821231234
          UZ +998669050123
          ZM +260211234567
          ZW +263202012345
          GT +50222456789
          HR +38512345678
          LB +9611123456
          KG +996312123456
          KH +85523756789
          MN +97653123456
          SV +50321234567
          """);

  private Places() {}

  /**
   * @param code of ISO 3166
   */
  record Place(String code, String number) {}

  private static List<Place> places(String lines) {
    return lines.lines().map(line -> line.split(" ", -1)).map(c -> new Place(c[0], c[1])).toList();
  }

  /** The first so many places that have calling rules; 50 at most. */
  static List<Place> withLaw(int count) {
    return WITH_LAW.subList(0, count);
  }

  /** The first so many places where no rule restricts a call; 50 at most. */
  static List<Place> withoutLaw(int count) {
    return WITHOUT_LAW.subList(0, count);
  }
}
