package cx.ecou.insight.web;

import static cx.ecou.insight.figures.AnswersExamples.ONE_TO_SEVEN;
import static cx.ecou.insight.figures.AnswersExamples.answers;
import static cx.ecou.insight.figures.AnswersExamples.csat;
import static cx.ecou.insight.figures.AnswersExamples.nps;
import static cx.ecou.insight.web.DashboardExamples.BAD;
import static cx.ecou.insight.web.DashboardExamples.FEW;
import static cx.ecou.insight.web.DashboardExamples.GOOD;
import static cx.ecou.insight.web.DashboardExamples.LOW;
import static cx.ecou.insight.web.DashboardExamples.nobody;
import static cx.ecou.insight.web.DashboardExamples.ofNps;
import static cx.ecou.insight.web.DashboardExamples.query;
import static cx.ecou.insight.web.DashboardExamples.tile;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Series;
import cx.ecou.webshell.testing.InEnglish;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The sentence on top, in every situation. */
@EcouTest
@ExtendWith(InEnglish.class)
class AnswerIT {

    @Autowired
    Wording wording;

    @Test
    void a_fall_is_told_with_its_size_its_result_and_its_reason() {
        Answer answer = answer(ofNps(GOOD, BAD));

        assertThat(answer.finding()).isEqualTo("NPS fell by 40.0 points to 5.0, a real change.");
        assertThat(answer.rest()).isEqualTo("Delivery explains 26.7 of it.");
    }

    @Test
    void so_is_a_rise() {
        assertThat(answer(ofNps(BAD, GOOD)).finding()).isEqualTo("NPS rose by 40.0 points to 45.0, a real change.");
    }

    @Test
    void what_may_be_chance_is_no_change_and_has_no_reason() {
        Answer answer = answer(ofNps(nps(52, 27, 15), nps(52, 23, 12)));

        assertThat(answer).isEqualTo(new Answer("No significant change in NPS: 46.0.", ""));
    }

    @Test
    void a_low_base_is_too_early_to_tell() {
        assertThat(answer(ofNps(GOOD, LOW)).finding()).isEqualTo("NPS is 25.0, too early to tell (20 answers).");
        assertThat(answer(ofNps(LOW, GOOD)).finding())
                .isEqualTo("NPS is 45.0. There is too little before it to compare with.");
    }

    @Test
    void a_hidden_figure_is_not_told() {
        assertThat(answer(ofNps(GOOD, FEW)).finding()).isEqualTo("Too few answers for NPS: it is not shown.");
    }

    @Test
    void no_answers_are_no_answers() {
        assertThat(answer(ofNps(GOOD, Answers.none(Series.NPS))).finding())
                .isEqualTo("Nobody answered the question of NPS in this period.");
    }

    @Test
    void the_other_kpis_are_told_in_half_a_sentence() {
        KpiTile recommending = tile(Kpi.NPS, GOOD, GOOD);
        KpiTile easier = tile(Kpi.CES, answers(ONE_TO_SEVEN, 4, 100, 5, 100), answers(ONE_TO_SEVEN, 5, 100, 6, 100));
        KpiTile same = tile(Kpi.CSAT, csat(80, 20), csat(80, 20));
        KpiTile better = tile(Kpi.CSAT, csat(500, 500), csat(800, 200));
        KpiTile worse = tile(Kpi.CSAT, csat(800, 200), csat(500, 500));

        assertThat(rest(recommending, same, easier)).isEqualTo("CES improved; no significant change in CSAT.");
        assertThat(rest(recommending, better, easier)).isEqualTo("CSAT and CES improved.");
        assertThat(rest(recommending, worse, easier)).isEqualTo("CES improved; CSAT got worse.");
        assertThat(rest(recommending, same, nobody(Kpi.CES))).isEqualTo("No significant change in CSAT.");
        assertThat(rest(recommending, nobody(Kpi.CSAT), nobody(Kpi.CES))).isEmpty();
    }

    @Test
    void shares_change_in_percentage_points_and_means_in_their_own_unit() {
        KpiTile satisfied = tile(Kpi.CSAT, csat(500, 500), csat(800, 200));
        KpiTile easier = tile(Kpi.CES, answers(ONE_TO_SEVEN, 4, 100, 5, 100), answers(ONE_TO_SEVEN, 5, 100, 6, 100));

        assertThat(finding(satisfied)).isEqualTo("CSAT rose by 30.0 percentage points to 80.0%, a real change.");
        assertThat(finding(easier)).isEqualTo("CES rose by 1.00 to 5.50, a real change.");
    }

    @Test
    void a_part_against_the_change_or_too_small_a_part_is_no_reason() {
        var answers = new Bands(0, 0, 10);
        var against = List.of(new Part("returns", 0, 12, answers), new Part(null, 5, -52, answers));
        var small = List.of(new Part("returns", 0, -9, answers), new Part("ordering", 0, -8, answers));
        var unnamed = List.of(new Part("", 0, -40, answers));

        for (List<Part> parts : List.of(against, small, unnamed)) {
            var dashboard =
                    DashboardExamples.of(List.of(tile(Kpi.NPS, GOOD, BAD), nobody(Kpi.CSAT), nobody(Kpi.CES)), parts);
            assertThat(answer(dashboard).rest()).isEmpty();
        }
    }

    @Test
    void plurals_follow_the_language() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("pl"));
        assertThat(answer(ofNps(GOOD, nps(22, 0, 0))).finding())
                .isEqualTo("NPS wynosi 100,0, za wcześnie na wnioski (22 odpowiedzi).");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("cs"));
        assertThat(answer(ofNps(GOOD, nps(25, 0, 0))).finding())
                .isEqualTo("NPS je 100,0, na závěry je příliš brzy (25 odpovědí).");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ro"));
        assertThat(answer(ofNps(GOOD, nps(20, 0, 0))).finding())
                .isEqualTo("NPS este 100,0, prea devreme pentru concluzii (20 de răspunsuri).");
    }

    private Answer answer(Dashboard dashboard) {
        return Answer.of(dashboard, query(dashboard.chosen().kpi()), wording);
    }

    private String rest(KpiTile... tiles) {
        return answer(DashboardExamples.of(List.of(tiles), List.of())).rest();
    }

    private String finding(KpiTile tile) {
        return answer(DashboardExamples.of(List.of(tile), List.of())).finding();
    }
}
