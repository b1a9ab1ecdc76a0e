package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Span;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.testing.InEnglish;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@EcouTest
@ExtendWith(InEnglish.class)
class WordingIT {

    @Autowired
    Wording wording;

    @Test
    void nps_has_one_decimal_csat_a_percent_sign_and_ces_two_decimals() {
        assertThat(wording.value(Kpi.NPS, 35)).isEqualTo("35.0");
        assertThat(wording.value(Kpi.CSAT, 80.26)).isEqualTo("80.3%");
        assertThat(wording.value(Kpi.CES, 5.617)).isEqualTo("5.62");
    }

    @Test
    void a_minus_is_a_minus_and_not_a_hyphen() {
        assertThat(wording.value(Kpi.NPS, -27.46)).isEqualTo("−27.5");
        assertThat(wording.signed(Kpi.NPS, -43.94)).isEqualTo("−43.9");
        assertThat(wording.signed(Kpi.CES, 0.214)).isEqualTo("+0.21");
    }

    @Test
    void an_interval_is_written_with_words_because_its_ends_may_be_negative() {
        assertThat(wording.interval(Kpi.NPS, new Interval(-39.63, -14.41))).isEqualTo("−39.6 to −14.4");
        assertThat(wording.interval(Kpi.CES, new Interval(5.53, 5.714))).isEqualTo("5.53 to 5.71");
    }

    @Test
    void a_unit_stands_beside_what_needs_one() {
        assertThat(wording.unit(Kpi.NPS, Scale.NPS)).isEmpty();
        assertThat(wording.unit(Kpi.CSAT, new Scale(1, 5))).isEqualTo("%");
        assertThat(wording.unit(Kpi.CES, new Scale(1, 7))).isEqualTo("of 7");
    }

    @Test
    void a_round_target_has_no_decimals() {
        assertThat(wording.target(Kpi.NPS, 45)).isEqualTo("45");
        assertThat(wording.target(Kpi.CES, 5.5)).isEqualTo("5.50");
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    2026-10-01 | 2026-10-31 | October 2026
                    2026-02-01 | 2026-02-28 | February 2026
                    2026-07-01 | 2026-09-30 | Q3 2026
                    2026-01-01 | 2026-12-31 | 2026
                    2026-10-12 | 2026-11-10 | 12 Oct 2026 – 10 Nov 2026
                    2026-10-12 | 2026-10-12 | 12 Oct 2026
                    2026-10-01 | 2026-11-30 | 1 Oct 2026 – 30 Nov 2026
                    """)
    void days_that_are_a_span_of_the_calendar_have_its_name(LocalDate from, LocalDate to, String name) {
        assertThat(wording.days(from, to)).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0} {1}: {2}, short {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    DAY     | 2026-10-12 | 12 Oct 2026         | 12 Oct
                    WEEK    | 2026-10-12 | Week of 12 Oct 2026 | 12 Oct
                    MONTH   | 2026-10-01 | October 2026        | Oct
                    MONTH   | 2026-01-01 | January 2026        | Jan 26
                    QUARTER | 2026-10-01 | Q4 2026             | Q4 26
                    YEAR    | 2026-01-01 | 2026                | 2026
                    """)
    void a_step_of_the_trend_has_a_name_and_a_short_one(Span span, LocalDate start, String name, String shortName) {
        assertThat(wording.step(span, start)).isEqualTo(name);
        assertThat(wording.shortStep(span, start, false)).isEqualTo(shortName);
    }

    @Test
    void the_first_month_of_a_trend_names_its_year() {
        assertThat(wording.shortStep(Span.MONTH, LocalDate.of(2025, 11, 1), true))
                .isEqualTo("Nov 25");
    }

    @Test
    void the_month_before_has_its_name_other_days_are_before() {
        assertThat(wording.before(PeriodChoice.LAST_MONTH.on(DashboardExamples.TODAY)))
                .isEqualTo("Sep");
        assertThat(wording.before(PeriodChoice.LAST_30_DAYS.on(DashboardExamples.TODAY)))
                .isEqualTo("Before");
    }

    @Test
    void a_member_is_named_as_the_feedback_names_it() {
        assertThat(wording.member(Dimension.TOUCHPOINT, "Dostawa", 0)).isEqualTo("Dostawa");
        assertThat(wording.member(Dimension.TOUCHPOINT, Dimension.NOT_STATED, 0))
                .isEqualTo("Not stated");
        assertThat(wording.member(Dimension.KIND, "COMPLAINT", 0)).isEqualTo("Complaint");
        assertThat(wording.member(Dimension.REGION, null, 1)).isEqualTo("1 other region");
        assertThat(wording.member(Dimension.REGION, null, 5)).isEqualTo("5 other regions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pl | 80,3%  | od −39,6 do −14,4    | październik 2026 | 3 inne punkty styku
                    cs | 80,3 % | −39,6 až −14,4       | říjen 2026       | 3 další kontaktní body
                    ro | 80,3 % | de la −39,6 la −14,4 | octombrie 2026   | 3 alte puncte de contact
                    """)
    void numbers_dates_and_plurals_follow_the_language(
            String language, String share, String interval, String month, String others) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        assertThat(wording.share(80.26).replace('\u00a0', ' ')).isEqualTo(share);
        assertThat(wording.interval(Kpi.NPS, new Interval(-39.63, -14.41))).isEqualTo(interval);
        assertThat(wording.step(Span.MONTH, DashboardExamples.OCTOBER)).isEqualTo(month);
        assertThat(wording.member(Dimension.TOUCHPOINT, null, 3)).isEqualTo(others);
    }

    @Test
    void a_sentence_begins_with_a_capital() {
        assertThat(Wording.capital("łódź")).isEqualTo("Łódź");
        assertThat(Wording.capital("")).isEmpty();
    }
}
