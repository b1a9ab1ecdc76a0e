package cx.ecou.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiTests {

    @Test
    void a_kpi_is_found_by_its_name_in_addresses() {
        assertThat(Kpi.named("nps")).contains(Kpi.NPS);
        assertThat(Kpi.named("csat")).contains(Kpi.CSAT);
        assertThat(Kpi.named("ces")).contains(Kpi.CES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NPS", "nps/1", "happiness"})
    void anything_else_is_unknown(String name) {
        assertThat(Kpi.named(name)).isEmpty();
    }
}
