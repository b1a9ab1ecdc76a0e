package cx.ecou.platform.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When something was said in the twelve months before the moment of the first start. */
final class Year {

    private static final int DAYS = 365;
    private static final int FIRST_HOUR = 7;
    private static final int[] BY_HOUR = {2, 4, 6, 7, 8, 9, 8, 7, 7, 8, 9, 10, 11, 11, 9, 5};
    private static final int SECONDS_OF_HOUR = 3_600;

    private Year() {}

    /**
     * Every moment at which something was said, in their order.
     *
     * @param voices how much is said in the whole year; what would lie ahead on the last day is left out
     */
    static List<Instant> before(Instant now, ZoneId zone, int voices) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<LocalDate> days =
                today.minusDays(DAYS - 1).datesUntil(today.plusDays(1)).toList();
        double perVolume = voices / days.stream().mapToDouble(Season::volume).sum();
        List<Instant> moments = new ArrayList<>(voices);
        double owed = 0;
        for (LocalDate day : days) {
            owed += Season.volume(day) * perVolume;
            int said = (int) owed;
            owed -= said;
            moments.addAll(on(day, said, zone));
        }
        return moments.stream().filter(moment -> moment.isBefore(now)).toList();
    }

    private static List<Instant> on(LocalDate day, int count, ZoneId zone) {
        Chance chance = Chance.of("day", day.toEpochDay());
        List<Instant> moments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LocalTime time = LocalTime.of(hour(chance), 0).plusSeconds(chance.below(SECONDS_OF_HOUR));
            moments.add(day.atTime(time).atZone(zone).toInstant());
        }
        moments.sort(null);
        return moments;
    }

    private static int hour(Chance chance) {
        int left = chance.below(Arrays.stream(BY_HOUR).sum());
        int hour = 0;
        while (left >= BY_HOUR[hour]) {
            left -= BY_HOUR[hour];
            hour++;
        }
        return FIRST_HOUR + hour;
    }
}
