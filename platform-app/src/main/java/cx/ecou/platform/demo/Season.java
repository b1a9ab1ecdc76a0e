package cx.ecou.platform.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** The year of a shop: how much is said on a day, and how the time of year colours it. */
final class Season {

    private static final List<Double> BY_WEEKDAY = List.of(1.05, 1.1, 1.05, 1.0, 1.0, 0.9, 0.85);
    private static final MonthDay SALES = MonthDay.of(11, 15);
    private static final MonthDay ADVENT = MonthDay.of(12, 1);
    private static final MonthDay RUSH = MonthDay.of(12, 8);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 24);
    private static final MonthDay AFTER_CHRISTMAS = MonthDay.of(12, 27);
    private static final MonthDay END_OF_RETURNS = MonthDay.of(1, 25);
    private static final MonthDay SUMMER = MonthDay.of(7, 1);
    private static final MonthDay END_OF_SUMMER = MonthDay.of(9, 1);

    private Season() {}

    /** How much is said on a day, 1 on an ordinary one. */
    static double volume(LocalDate day) {
        return BY_WEEKDAY.get(day.getDayOfWeek().ordinal()) * ofYear(MonthDay.from(day));
    }

    private static double ofYear(MonthDay day) {
        if (!day.isBefore(CHRISTMAS)) {
            return day.isBefore(AFTER_CHRISTMAS) ? 0.5 : 1.0;
        }
        if (!day.isBefore(ADVENT)) {
            return 1.9;
        }
        if (!day.isBefore(SALES)) {
            return 1.45;
        }
        if (!day.isBefore(SUMMER) && day.isBefore(END_OF_SUMMER)) {
            return 0.72;
        }
        return day.isBefore(END_OF_RETURNS) ? 1.2 : 1.0;
    }

    /** How much better or worse a touchpoint does at that time of year. */
    static double mood(LocalDate date, Touchpoint touchpoint) {
        MonthDay day = MonthDay.from(date);
        boolean rush = !day.isBefore(RUSH) && day.isBefore(CHRISTMAS);
        return switch (touchpoint) {
            case DELIVERY -> rush ? -0.07 : 0;
            case SERVICE_DESK, STORE -> rush ? -0.05 : 0;
            case RETURNS -> day.isBefore(END_OF_RETURNS) ? -0.08 : 0;
            case WEBSITE, CHECKOUT, PRODUCT -> 0;
        };
    }
}
