package cx.ecou.insight.read.closedloop;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.insight.CaseExamples;
import cx.ecou.insight.Intake;
import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test has a touchpoint of its own. */
@EcouTest
class ClosedLoopIT {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = LocalDate.of(2026, 11, 30);

    @Autowired
    CaseExamples cases;

    @Autowired
    ClosedLoop loop;

    @Autowired
    SettableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void work_that_waits_is_open_due_today_or_overdue() {
        cases.open("returns", "2026-11-09T11:00:00Z", "2026-11-10T10:59:59Z");
        cases.open("returns", "2026-11-10T10:00:00Z", "2026-11-10T22:59:59Z");
        cases.open("returns", "2026-11-10T10:00:00Z", "2026-11-10T23:00:00Z");

        assertThat(openCases("returns"))
                .usingRecursiveComparison()
                .ignoringFields("byTouchpoint")
                .isEqualTo(new OpenCases(3, 1, 1, List.of()));
    }

    @Test
    void a_customer_who_heard_from_us_is_neither_due_nor_overdue_but_the_case_is_open() {
        var called = cases.open("payment", "2026-11-09T11:00:00Z", "2026-11-10T10:00:00Z");
        cases.assign(called);
        cases.contact(called, "2026-11-10T10:30:00Z");

        assertThat(openCases("payment").open()).isEqualTo(1);
        assertThat(openCases("payment").overdue()).isZero();
    }

    @Test
    void resolved_and_closed_cases_wait_for_nobody_until_they_are_reopened() {
        var reopened = cases.open("ordering", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        cases.contact(reopened, "2026-11-09T10:00:00Z");
        cases.resolve(reopened);
        var closed = cases.open("ordering", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        cases.resolve(closed);
        cases.close(closed);

        assertThat(openCases("ordering").open()).isZero();

        cases.reopen(reopened, "2026-11-10T10:00:00Z");

        assertThat(openCases("ordering").open()).isEqualTo(1);
        assertThat(openCases("ordering").overdue()).isEqualTo(1);
    }

    @Test
    void contacted_in_time_is_measured_against_the_first_promise() {
        var inTime = cases.open("store visit", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        cases.contact(inTime, "2026-11-09T11:00:00Z");
        cases.contact(inTime, "2026-11-09T18:00:00Z");
        var tooLate = cases.open("store visit", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        cases.reopen(tooLate, "2026-11-12T11:00:00Z");
        cases.contact(tooLate, "2026-11-09T11:00:01Z");
        cases.open("store visit", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        cases.open("store visit", "2026-11-08T11:00:00Z", "2026-11-10T12:00:00Z");

        assertThat(contactedInTime("store visit")).isEqualTo(new Share(1, 3));
    }

    @Test
    void what_is_undecided_today_is_decided_when_its_time_has_passed() {
        cases.open("chat", "2026-11-08T11:00:00Z", "2026-11-10T12:00:00Z");
        assertThat(contactedInTime("chat")).isEqualTo(new Share(0, 0));

        clock.set(Instant.parse("2026-11-10T12:00:01Z"));

        assertThat(contactedInTime("chat")).isEqualTo(new Share(0, 1));
    }

    @Test
    void only_feedback_of_the_period_counts() {
        cases.open("phone", "2026-10-31T22:59:59Z", "2026-11-01T11:00:00Z");
        cases.open("phone", "2026-10-31T23:00:00Z", "2026-11-01T11:00:00Z");

        assertThat(contactedInTime("phone").n()).isEqualTo(1);
    }

    @Test
    void the_touchpoints_with_most_open_cases_come_first() {
        for (int i = 0; i < 40; i++) {
            cases.open(i < 39 ? "warehouse" : "gate", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        }

        cases.awaitFigures();
        var ofBoth = loop.openCases(Filters.only(Dimension.TOUCHPOINT, "warehouse", "gate"));

        assertThat(ofBoth.byTouchpoint())
                .containsExactly(
                        new OpenCases.AtTouchpoint("warehouse", 39, 39), new OpenCases.AtTouchpoint("gate", 1, 1));
        assertThat(loop.openCases(Filters.NONE).byTouchpoint())
                .hasSize(4)
                .startsWith(ofBoth.byTouchpoint().get(0));
    }

    @Test
    void a_filter_of_which_a_case_knows_nothing_is_passed_over() {
        cases.open("fax", "2026-11-08T11:00:00Z", "2026-11-09T11:00:00Z");
        var filters = new Filters(Map.of(Dimension.TOUCHPOINT, Set.of("fax"), Dimension.PRODUCT, Set.of("shoes")));

        cases.awaitFigures();
        assertThat(ClosedLoop.heeded(filters)).isEqualTo(Filters.only(Dimension.TOUCHPOINT, "fax"));
        assertThat(loop.openCases(filters).open()).isEqualTo(1);
    }

    private OpenCases openCases(String touchpoint) {
        cases.awaitFigures();
        return loop.openCases(Filters.only(Dimension.TOUCHPOINT, touchpoint));
    }

    private Share contactedInTime(String touchpoint) {
        cases.awaitFigures();
        return loop.contactedInTime(FROM, TO, Filters.only(Dimension.TOUCHPOINT, touchpoint));
    }
}
