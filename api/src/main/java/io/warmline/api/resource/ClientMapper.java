package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.ClientDto;
import io.warmline.api.contract.model.FreeSlotDto;
import io.warmline.api.contract.model.HemisphereDto;
import io.warmline.api.contract.model.NewClientDto;
import io.warmline.core.appointment.Slot;
import io.warmline.core.client.Client;
import io.warmline.core.phrase.Hemisphere;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Clients between the contract and the domain. */
final class ClientMapper {

  private static final int JANUARY = 1;

  private ClientMapper() {}

  static Client.Profile profile(NewClientDto dto) {
    Integer start = dto.getFiscalYearStart();
    return new Client.Profile(
        dto.getName(),
        Optional.ofNullable(dto.getNotes()),
        Optional.ofNullable(dto.getTimeZone()).map(zone -> Values.zone(zone, "/timeZone")),
        Optional.ofNullable(dto.getCountry()).map(code -> Values.country(code, "/country")),
        start == null ? JANUARY : start,
        Optional.ofNullable(dto.getHemisphere()).map(ClientMapper::hemisphere),
        meetings(dto),
        Optional.ofNullable(dto.getDailyDials()));
  }

  private static Client.MeetingTimes meetings(NewClientDto dto) {
    Integer minutes = dto.getMeetingMinutes();
    return new Client.MeetingTimes(
        Optional.ofNullable(dto.getMeetingHours())
            .map(hours -> HoursMapper.hours(hours, "/meetingHours")),
        minutes == null ? Client.MeetingTimes.UNKNOWN.minutes() : minutes);
  }

  /** The profile in the shape in which it was given, for a patch to be laid over. */
  static NewClientDto newClient(Client.Profile profile) {
    return new NewClientDto()
        .name(profile.name())
        .notes(profile.notes().orElse(null))
        .timeZone(profile.timeZone().map(ZoneId::getId).orElse(null))
        .country(profile.country().orElse(null))
        .fiscalYearStart(profile.fiscalYearStart())
        .hemisphere(profile.hemisphere().map(ClientMapper::hemisphere).orElse(null))
        .meetingHours(profile.meetings().hours().map(HoursMapper::hours).orElse(null))
        .meetingMinutes(profile.meetings().minutes())
        .dailyDials(profile.dailyDials().orElse(null));
  }

  static ClientDto client(Client client) {
    NewClientDto profile = newClient(client.profile());
    return new ClientDto()
        .id(client.id().value())
        .name(profile.getName())
        .notes(profile.getNotes())
        .timeZone(profile.getTimeZone())
        .country(profile.getCountry())
        .fiscalYearStart(profile.getFiscalYearStart())
        .hemisphere(hemisphere(client.hemisphere()))
        .meetingHours(profile.getMeetingHours())
        .meetingMinutes(profile.getMeetingMinutes())
        .dailyDials(profile.getDailyDials())
        .createdAt(utc(client.createdAt()))
        .updatedAt(utc(client.updatedAt()));
  }

  private static Hemisphere hemisphere(HemisphereDto hemisphere) {
    return switch (hemisphere) {
      case NORTHERN -> Hemisphere.NORTHERN;
      case SOUTHERN -> Hemisphere.SOUTHERN;
    };
  }

  private static HemisphereDto hemisphere(Hemisphere hemisphere) {
    return switch (hemisphere) {
      case NORTHERN -> HemisphereDto.NORTHERN;
      case SOUTHERN -> HemisphereDto.SOUTHERN;
    };
  }

  /** A free slot as the client sees it. */
  static FreeSlotDto slot(Slot slot, ZoneId zone) {
    ZonedDateTime local = slot.startsAt().atZone(zone);
    return new FreeSlotDto()
        .startsAt(utc(slot.startsAt()))
        .endsAt(utc(slot.endsAt()))
        .localDate(local.toLocalDate())
        .localTime(Values.clock(local))
        .timeZone(zone.getId());
  }
}
