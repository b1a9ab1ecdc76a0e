package cx.ecou.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InsightSettingsTests {

    @Test
    void without_settings_five_and_thirty_are_the_rule_and_nothing_is_aimed_at() {
        InsightSettings settings = settings(Map.of());

        assertThat(settings.baseRule()).isEqualTo(BaseRule.USUAL);
        assertThat(settings.targets()).isEmpty();
    }

    @Test
    void a_company_sets_its_targets_by_the_names_of_the_kpis() {
        InsightSettings settings =
                settings(Map.of("ecou.insight.targets.nps", "45", "ecou.insight.targets.ces", "5.5"));

        assertThat(settings.targets()).containsOnly(Map.entry(Kpi.NPS, 45.0), Map.entry(Kpi.CES, 5.5));
    }

    @Test
    void and_the_lines_below_which_figures_are_hidden_and_marked() {
        assertThat(settings(Map.of("ecou.insight.hidden-below", "10", "ecou.insight.low-base-below", "100"))
                        .baseRule())
                .isEqualTo(new BaseRule(10, 100));
    }

    @Test
    void lines_that_contradict_each_other_are_refused() {
        InsightSettings settings = settings(Map.of("ecou.insight.hidden-below", "50"));

        assertThatThrownBy(settings::baseRule).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_target_for_an_unknown_kpi_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("ecou.insight.targets.happiness", "1")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static InsightSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ecou.insight", InsightSettings.class);
    }
}
