package cx.ecou.webshell.format;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.texts.Language;
import cx.ecou.webshell.texts.TextBundle;
import cx.ecou.webshell.texts.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

class FormatTests {

    private static final Instant NOW = Instant.parse("2026-11-02T08:14:00Z");

    private final Format format = new Format(
            Texts.of(new TextBundle("texts/web-shell/messages")),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Reporting(ZoneId.of("Europe/Warsaw")));

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest(name = "{0}: {1} · {2} · {3} · {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH  | 12,840 | −27.5 | 80.3%  | +3.1",
                "POLISH   | 12 840 | −27,5 | 80,3%  | +3,1",
                "CZECH    | 12 840 | −27,5 | 80,3 % | +3,1",
                "ROMANIAN | 12.840 | −27,5 | 80,3 % | +3,1",
            })
    void numbers_follow_the_language_with_a_real_minus(
            Language language, String count, String value, String share, String change) {
        read(language);

        assertThat(spaced(format.number(12_840))).isEqualTo(count);
        assertThat(format.points(-27.5)).isEqualTo(value);
        assertThat(spaced(format.percent(80.3, 1))).isEqualTo(share);
        assertThat(format.signed(3.1, 1)).isEqualTo(change);
    }

    @Test
    void a_half_is_rounded_up_and_nothing_is_never_negative() {
        read(Language.ENGLISH);

        assertThat(format.number(0.125, 2)).isEqualTo("0.13");
        assertThat(format.points(-0.04)).isEqualTo("0.0");
        assertThat(format.signed(0, 1)).isEqualTo("0.0");
    }

    @Test
    void a_score_has_as_many_decimals_as_it_was_given() {
        read(Language.POLISH);

        assertThat(format.score(new BigDecimal("9.0"))).isEqualTo("9");
        assertThat(format.score(new BigDecimal("8.5"))).isEqualTo("8,5");
        assertThat(format.score(new BigDecimal("1E+1"))).isEqualTo("10");
    }

    @ParameterizedTest(name = "{0}: {1} · {2} · {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH  | 2 Nov 2026   | 2 Nov 2026, 09:14  | October 2026",
                "POLISH   | 2 lis 2026   | 2 lis 2026, 09:14  | październik 2026",
                "CZECH    | 2. 11. 2026  | 2. 11. 2026 9:14   | říjen 2026",
                "ROMANIAN | 2 nov. 2026  | 2 nov. 2026, 09:14 | octombrie 2026",
            })
    void moments_follow_the_language_and_the_reporting_zone(
            Language language, String date, String moment, String month) {
        read(language);

        assertThat(format.date(NOW)).isEqualTo(date);
        assertThat(format.dateTime(NOW)).isEqualTo(moment);
        assertThat(format.days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))
                .isEqualTo(month);
    }

    @Test
    void september_has_three_letters() {
        read(Language.ENGLISH);

        assertThat(format.date(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
    }

    @Test
    void days_that_are_no_month_show_the_first_and_the_last() {
        read(Language.ENGLISH);

        assertThat(format.days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7)))
                .isEqualTo("1 Oct 2026 – 7 Oct 2026");
        assertThat(format.days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 1)))
                .isEqualTo("1 Oct 2026");
    }

    @Test
    void a_reader_elsewhere_sees_their_own_time_and_the_zone_in_the_title() {
        LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(
                Language.ENGLISH.locale(), TimeZone.getTimeZone("America/New_York")));

        assertThat(format.dateTime(NOW)).isEqualTo("2 Nov 2026, 03:14");
        assertThat(format.exact(NOW)).isEqualTo("2026-11-02 03:14:00 (America/New_York)");
    }

    @ParameterizedTest(name = "{1} before now reads {2} in {0}")
    @CsvSource({
        "ENGLISH,  PT20S,  just now",
        "ENGLISH,  PT22M,  22 min ago",
        "ENGLISH,  PT5H,   5 h ago",
        "ENGLISH,  PT30H,  yesterday",
        "ENGLISH,  PT72H,  3 days ago",
        "ENGLISH,  PT168H, 26 Oct 2026",
        "POLISH,   PT30H,  wczoraj",
        "POLISH,   PT50H,  2 dni temu",
        "CZECH,    PT120H, před 5 dny",
        "ROMANIAN, PT72H,  acum 3 zile",
    })
    void what_has_passed_is_told_in_words_for_a_week(Language language, Duration passed, String words) {
        read(language);

        assertThat(format.ago(NOW.minus(passed))).isEqualTo(words);
    }

    @ParameterizedTest(name = "due in {1} reads {2} in {0}")
    @CsvSource({
        "ENGLISH,  PT166M,  2 h 46 min left,        soon,    clock",
        "ENGLISH,  PT4H,    4 h left,               '',      clock",
        "ENGLISH,  PT72H,   3 days left,            '',      clock",
        "ENGLISH,  -PT1S,   overdue by 1 min,       overdue, alert-circle",
        "ENGLISH,  -PT30H,  overdue by 1 day,       overdue, alert-circle",
        "POLISH,   PT50H,   jeszcze 2 dni,          '',      clock",
        "POLISH,   -PT120H, po terminie o 5 dni,    overdue, alert-circle",
        "CZECH,    -PT50H,  po termínu o 2 dny,     overdue, alert-circle",
        "ROMANIAN, -PT480H, termen depășit cu 20 de zile, overdue, alert-circle",
    })
    void a_due_time_says_how_it_stands_in_words_icon_and_tone(
            Language language, Duration ahead, String words, String tone, String icon) {
        read(language);

        assertThat(format.due(NOW.plus(ahead))).isEqualTo(new Due(words, tone, icon));
    }

    @Test
    void initials_are_those_of_the_first_two_words() {
        read(Language.ENGLISH);

        assertThat(format.initials("Ilinca Popescu Ionescu")).isEqualTo("IP");
        assertThat(format.initials("  łukasz ")).isEqualTo("Ł");
        assertThat(format.initials("😀 Ana")).isEqualTo("😀A");
    }

    private static void read(Language language) {
        LocaleContextHolder.setLocale(language.locale());
    }

    /** CLDR groups with spaces that do not break; a test is read by people. */
    private static String spaced(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }
}
