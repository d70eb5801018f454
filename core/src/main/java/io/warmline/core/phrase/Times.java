package io.warmline.core.phrase;

import io.warmline.core.phrase.Clock.Half;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hours as said, before the part of the day and the business hours decide what was left open. */
record Times(Clock from, Clock to, Type type) {

  private static final LocalTime BUSINESS_END = LocalTime.of(17, 0);
  private static final LocalTime LEGAL_START = LocalTime.of(8, 0);
  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime DAWN = LocalTime.of(6, 0);
  private static final int HALF_HOUR = 30;
  private static final int SLACK = 90;
  private static final LocalTime LATEST = LocalTime.of(23, 0);
  private static final LocalTime EARLIEST = LocalTime.of(9, 0);

  enum Type {
    /** One point in time. */
    POINT,
    /** From one time to another. */
    RANGE,
    /** A part of the day, which may say which half of it a clock means. */
    PART,
    /** Up to a time. */
    UP_TO,
    /** From a time on. */
    ON_FROM,
    /** The time at which the words were spoken. */
    SAME
  }

  static final Times SAME_TIME = new Times(Clock.open(12, 0), Clock.open(12, 0), Type.SAME);

  static Times point(Clock clock) {
    return new Times(clock, clock, Type.POINT);
  }

  static Times part(PartOfDay part) {
    return part(part.from(), part.to());
  }

  static Times part(LocalTime from, LocalTime to) {
    return new Times(Clock.known(from), Clock.known(to), Type.PART);
  }

  static Times range(Clock from, Clock to) {
    Clock first = to.half() == Half.OPEN ? from : from.in(to.half());
    Clock before =
        first.time().isAfter(to.time()) ? first.equals(from) ? from : flipped(first) : first;
    return new Times(before, to, Type.RANGE);
  }

  private static Clock flipped(Clock clock) {
    return new Clock(clock.hour(), clock.minute(), clock.half() == Half.PM ? Half.AM : Half.PM);
  }

  /** What it leaves open: "after three" has no last hour, "by noon" no first. */
  Set<Leeway> leeway() {
    return switch (type) {
      case ON_FROM -> Set.of(Leeway.LATER_HOURS);
      case UP_TO -> Set.of(Leeway.EARLIER_HOURS);
      case POINT, RANGE, PART, SAME -> Set.of();
    };
  }

  /** Whether it is open on one side: "after three". */
  boolean isOpen() {
    return type == Type.UP_TO || type == Type.ON_FROM;
  }

  /** Whether it has a beginning only: "from nine on". */
  boolean opens() {
    return type == Type.ON_FROM;
  }

  /** Whether the clocks of one phrase cannot all be meant. */
  static boolean disagree(List<Times> said) {
    return said.stream().filter(times -> !times.isPart() && !times.isOpen()).distinct().count() > 1;
  }

  /**
   * Whether the times cannot all be meant: "tonight at two", "in the morning, but after lunch",
   * "tomorrow afternoon before noon".
   */
  static boolean areApart(List<Times> said) {
    List<Times> parts = said.stream().filter(Times::isPart).toList();
    return parts.stream().anyMatch(part -> parts.stream().anyMatch(part::isApartFrom))
        || parts.stream()
            .limit(1)
            .anyMatch(
                part ->
                    said.stream()
                        .filter(times -> !times.isPart() && times.type != Type.SAME)
                        .map(times -> times.in(part))
                        .anyMatch(times -> !times.liesIn(part) || times.leavesNothingOf(part)));
  }

  /** Whether two parts of the day have no hour in common. */
  private boolean isApartFrom(Times other) {
    return !from.time().isBefore(other.to.time()) || !other.from.time().isBefore(to.time());
  }

  /** Whether nothing of the part lies before, or behind. */
  private boolean leavesNothingOf(Times part) {
    return switch (type) {
      case UP_TO -> !part.from.time().isBefore(to.time());
      case ON_FROM -> !from.time().isBefore(part.to.time()) && !follows(part);
      case POINT, RANGE, PART, SAME -> false;
    };
  }

  /** "This afternoon, after five": the afternoon has no sharp end, the hour has. */
  private boolean follows(Times part) {
    return !part.to.time().isBefore(BUSINESS_END);
  }

  /** Parts of the day have no sharp ends. */
  private boolean liesIn(Times part) {
    LocalTime time = type == Type.UP_TO ? to.time() : from.time();
    LocalTime first = part.from.time();
    LocalTime lowest =
        first.isBefore(NOON)
            ? DAWN
            : first.minusMinutes(first.isBefore(BUSINESS_END) ? SLACK : HALF_HOUR);
    LocalTime last = part.to.time();
    LocalTime highest = last.plusHours(last.isAfter(BUSINESS_END) ? 3 : 2);
    return !time.isBefore(lowest) && !time.isAfter(highest);
  }

  /** Whether it is from one time of the clock to another. */
  boolean isRange() {
    return type == Type.RANGE;
  }

  /** "Six to two": the end that was said last comes first, so one of the halves was misread. */
  boolean isBackward() {
    return type == Type.RANGE && from.time().isAfter(to.time());
  }

  boolean isPart() {
    return type == Type.PART;
  }

  /** With the half of the day that another word told ("in the morning"), where it is still open. */
  Times in(Times part) {
    Half half =
        part.from.time().isBefore(NOON) && !part.to.time().isAfter(NOON) ? Half.AM : Half.PM;
    return type == Type.SAME ? this : new Times(from.in(half), to.in(half), type);
  }

  boolean doubtful() {
    return from.doubtful() || to.doubtful();
  }

  /** The hours after this part of the day or, if business ends with it, before it. */
  Times others() {
    return bounded(to.time().isBefore(BUSINESS_END) ? Item.Bound.AFTER : Item.Bound.BEFORE);
  }

  Times bounded(Item.Bound bound) {
    return switch (bound) {
      case BEFORE -> new Times(from, from, Type.UP_TO);
      case BY, UNTIL -> new Times(to, to, Type.UP_TO);
      case AFTER -> new Times(isPart() || type == Type.RANGE ? to : from, to, Type.ON_FROM);
      case FROM -> new Times(from, from, Type.ON_FROM);
    };
  }

  /** "3 or 4", "morning or afternoon". */
  Times joined(Times other) {
    return isPart() && other.isPart()
        ? part(
            earlier(from.time(), other.from.time()),
            to.time().isAfter(other.to.time()) ? to.time() : other.to.time())
        : range(from, other.to);
  }

  /** "At two or at four": the first, unless no more than an hour is between them. */
  Times offered(Times other, Item.Join how) {
    Times both = joined(other);
    boolean first = how == Item.Join.OR && isFarFrom(other);
    return !first ? both : isPart() || other.isPart() ? this : point(both.from);
  }

  /**
   * Whether more than an hour is between two times of the clock, or two parts of the day; one of
   * each are two offers.
   */
  boolean isFarFrom(Times other) {
    if (isPart() && other.isPart()) {
      return to.time().plusHours(1).isBefore(other.from.time())
          || other.to.time().plusHours(1).isBefore(from.time());
    }
    if (isPart() != other.isPart()) {
      return true;
    }
    Times both = joined(other);
    return type == Type.POINT
        && other.type == Type.POINT
        && both.from.time().plusHours(1).isBefore(both.to.time());
  }

  /** What several times of one phrase say together; empty if there are none. */
  static Optional<Times> together(List<Times> said) {
    Optional<Times> part = said.stream().filter(Times::isPart).reduce(Times::narrowed);
    List<Times> clocks =
        said.stream()
            .filter(times -> !times.isPart())
            .map(times -> part.map(times::in).orElse(times))
            .toList();
    if (clocks.isEmpty()) {
      return part;
    }
    Times last = clocks.get(clocks.size() - 1);
    if (clocks.size() > 1 && clocks.get(0).type == Type.ON_FROM && last.type == Type.UP_TO) {
      return Optional.of(range(clocks.get(0).from, last.to));
    }
    boolean open = last.isOpen();
    return Optional.of(open && part.isPresent() ? last.boundedIn(part.get()) : last);
  }

  /** What is left of the part; if nothing, what was said by the clock. */
  private Times boundedIn(Times part) {
    boolean nothing =
        type == Type.UP_TO
            ? !part.from.time().isBefore(to.time())
            : !from.time().isBefore(part.to.time());
    return nothing ? this : narrowed(part);
  }

  /** What both allow; if nothing, the later said. */
  private Times narrowed(Times other) {
    LocalTime first = start(EARLIEST);
    LocalTime last = end(EARLIEST);
    LocalTime from = other.from.time().isAfter(first) ? other.from.time() : first;
    LocalTime to = earlier(last, other.to.time());
    return from.isBefore(to) ? part(from, to) : other;
  }

  /** The first and last time of day, both in. */
  LocalTime start(LocalTime spoken) {
    return switch (type) {
      case SAME -> spoken;
      case UP_TO -> to.time().isAfter(EARLIEST) ? EARLIEST : earlier(LEGAL_START, to.time());
      case POINT, PART, ON_FROM -> from.time();
      case RANGE -> earlier(from.time(), to.time());
    };
  }

  LocalTime end(LocalTime spoken) {
    return switch (type) {
      case SAME -> spoken;
      case ON_FROM -> later(from.time());
      case UP_TO, PART, POINT -> to.time();
      case RANGE -> from.time().isAfter(to.time()) ? from.time() : to.time();
    };
  }

  private static LocalTime earlier(LocalTime one, LocalTime other) {
    return one.isBefore(other) ? one : other;
  }

  /** Until business ends or, for a time when it has ended, until the evening does. */
  private static LocalTime later(LocalTime from) {
    LocalTime evening = PartOfDay.EVENING.to();
    if (from.isBefore(BUSINESS_END)) {
      return BUSINESS_END;
    }
    return from.isBefore(evening) ? evening : from.isBefore(LATEST) ? from.plusHours(1) : from;
  }
}
