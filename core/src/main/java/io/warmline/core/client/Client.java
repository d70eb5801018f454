package io.warmline.core.client;

import io.warmline.core.InvalidValue;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.id.ClientId;
import io.warmline.core.phrase.Hemisphere;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A business on whose behalf campaigns call. */
@Entity
public class Client {

  @Id private UUID id;

  @TenantId
  @PartitionKey
  @Column(name = "tenant_id")
  private String tenantId;

  @Version private int version;

  private String name;
  private @Nullable String notes;

  @Column(name = "time_zone")
  private @Nullable String timeZone;

  private @Nullable String country;

  @Column(name = "fiscal_year_start")
  private int fiscalYearStart;

  @Enumerated(EnumType.STRING)
  private @Nullable Hemisphere hemisphere;

  @Column(name = "meeting_hours")
  private @Nullable String meetingHours;

  @Column(name = "meeting_minutes")
  private int meetingMinutes;

  @Column(name = "daily_dials")
  private @Nullable Integer dailyDials;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  /** For Hibernate. */
  protected Client() {}

  /**
   * What is known about a client.
   *
   * @param country ISO 3166-1 alpha-2
   * @param fiscalYearStart month in which its fiscal year begins, 1 to 12
   * @param hemisphere as it was given; empty: that of the country
   * @param meetings when it takes meetings
   * @param dailyDials how many dials its campaigns make a day, together and on its clock, 0 or
   *     more; empty: as many as there are
   */
  public record Profile(
      String name,
      Optional<String> notes,
      Optional<ZoneId> timeZone,
      Optional<String> country,
      int fiscalYearStart,
      Optional<Hemisphere> hemisphere,
      MeetingTimes meetings,
      Optional<Integer> dailyDials) {

    /** A client that sets no daily quota. */
    public Profile(
        String name,
        Optional<String> notes,
        Optional<ZoneId> timeZone,
        Optional<String> country,
        int fiscalYearStart,
        Optional<Hemisphere> hemisphere,
        MeetingTimes meetings) {
      this(name, notes, timeZone, country, fiscalYearStart, hemisphere, meetings, Optional.empty());
    }

    /** A client that says nothing about meetings. */
    public Profile(
        String name,
        Optional<String> notes,
        Optional<ZoneId> timeZone,
        Optional<String> country,
        int fiscalYearStart,
        Optional<Hemisphere> hemisphere) {
      this(name, notes, timeZone, country, fiscalYearStart, hemisphere, MeetingTimes.UNKNOWN);
    }

    /**
     * @throws InvalidValue if it takes meetings, or counts dials, by the clock of no zone
     */
    public Profile {
      if (meetings.hours().isPresent() && timeZone.isEmpty()) {
        throw InvalidValue.required("/timeZone", "meetingHours are times of a timeZone");
      }
      if (dailyDials.isPresent() && timeZone.isEmpty()) {
        throw InvalidValue.required("/timeZone", "dailyDials are counted by the day of a timeZone");
      }
    }
  }

  /**
   * When a client takes meetings.
   *
   * @param hours by its own clock; empty: not known
   * @param minutes how long a meeting takes where nobody says otherwise, 5 to 480
   */
  public record MeetingTimes(Optional<CallingHours> hours, int minutes) {

    /** Half an hour at times that are not known. */
    public static final MeetingTimes UNKNOWN = new MeetingTimes(Optional.empty(), 30);
  }

  static Client create(Profile profile, Instant now) {
    Client client = new Client();
    client.id = ClientId.next().value();
    client.createdAt = now;
    client.become(profile, now);
    return client;
  }

  void become(Profile profile, Instant now) {
    name = profile.name();
    notes = profile.notes().orElse(null);
    timeZone = profile.timeZone().map(ZoneId::getId).orElse(null);
    country = profile.country().orElse(null);
    fiscalYearStart = profile.fiscalYearStart();
    hemisphere = profile.hemisphere().orElse(null);
    meetingHours = profile.meetings().hours().map(CallingHoursText::format).orElse(null);
    meetingMinutes = profile.meetings().minutes();
    dailyDials = profile.dailyDials().orElse(null);
    updatedAt = now;
  }

  void leave(Instant now) {
    deletedAt = now;
    updatedAt = now;
  }

  boolean hasLeft() {
    return deletedAt != null;
  }

  public ClientId id() {
    return new ClientId(id);
  }

  public int version() {
    return version;
  }

  public Profile profile() {
    return new Profile(
        name,
        Optional.ofNullable(notes),
        Optional.ofNullable(timeZone).map(ZoneId::of),
        Optional.ofNullable(country),
        fiscalYearStart,
        Optional.ofNullable(hemisphere),
        new MeetingTimes(
            Optional.ofNullable(meetingHours).map(CallingHoursText::parse), meetingMinutes),
        Optional.ofNullable(dailyDials));
  }

  /** The one that was given, else that of the country, else the northern. */
  public Hemisphere hemisphere() {
    if (hemisphere != null) {
      return hemisphere;
    }
    return country == null ? Hemisphere.NORTHERN : Hemisphere.of(country);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
