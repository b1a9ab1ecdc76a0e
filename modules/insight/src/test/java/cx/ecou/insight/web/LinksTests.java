package cx.ecou.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.kernel.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinksTests {

    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 10, 31);

    @Test
    void an_address_says_everything_that_is_looked_at() {
        assertThat(links(Filters.only(Dimension.REGION, "Łódź & okolice")).here())
                .isEqualTo("/dashboard?kpi=nps&period=2026-10-01..2026-10-31&by=touchpoint"
                        + "&asOf=2026-11-02T08:14:00Z".replace(":", "%3A")
                        + "&region=%C5%81%C3%B3d%C5%BA%20%26%20okolice");
    }

    @Test
    void another_kpi_or_dimension_keeps_the_rest() {
        assertThat(links(Filters.NONE).kpi(Kpi.CES)).contains("kpi=ces").contains("period=2026-10-01..2026-10-31");
        assertThat(links(Filters.NONE).by(Dimension.CHANNEL))
                .contains("by=channel")
                .contains("kpi=nps");
        assertThat(links(Filters.NONE).now()).doesNotContain("asOf");
    }

    @Test
    void one_member_of_a_filter_can_be_dropped() {
        var filters = new Filters(
                Map.of(Dimension.REGION, Set.of("north", "south"), Dimension.PRODUCT, Set.of(Dimension.NOT_STATED)));

        assertThat(links(filters).without(Dimension.REGION, "north"))
                .contains("region=south")
                .contains("product=-")
                .doesNotContain("north");
        assertThat(links(filters).without(Dimension.PRODUCT, Dimension.NOT_STATED))
                .doesNotContain("product");
        assertThat(links(filters).unfiltered()).doesNotContain("region").doesNotContain("product");
    }

    @Test
    void voices_are_narrowed_as_the_figures_are() {
        assertThat(links(Filters.only(Dimension.CHANNEL, "web")).voices(FROM, TO, Band.NEGATIVE))
                .isEqualTo("/inbox?from=2026-10-01&to=2026-10-31&metric=NPS&band=NEGATIVE&channel=web");
        assertThat(links(Filters.NONE).voicesAt("delivery & returns", null))
                .isEqualTo("/inbox?from=2026-10-01&to=2026-10-31&metric=NPS&touchpoint=delivery%20%26%20returns");
    }

    @Test
    void what_the_inbox_has_no_name_for_is_not_linked() {
        assertThat(links(Filters.NONE).voicesAt(Dimension.NOT_STATED, null)).isNull();
        assertThat(links(Filters.NONE).voicesAt(null, null)).isNull();
        assertThat(links(Filters.only(Dimension.CHANNEL, "web", "store")).voices(FROM, TO, null))
                .doesNotContain("channel");
    }

    @Test
    void a_form_sends_along_what_it_does_not_ask_for() {
        assertThat(links(Filters.only(Dimension.CHANNEL, "web")).fieldsBut("period"))
                .extracting(Links.Field::name)
                .containsExactly("kpi", "by", "asOf", "channel");
    }

    @Test
    void a_chart_is_taken_along_as_it_is_seen() {
        assertThat(links(Filters.NONE).csv("trend"))
                .startsWith("/dashboard/trend.csv?kpi=nps&period=2026-10-01..2026-10-31");
    }

    private static Links links(Filters filters) {
        return new Links(new DashboardQuery(
                Kpi.NPS,
                Period.custom(FROM, TO),
                Dimension.TOUCHPOINT,
                filters,
                Instant.parse("2026-11-02T08:14:00Z")));
    }
}
