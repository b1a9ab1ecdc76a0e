package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.FeedbackExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTests {

    private static final Circumstances CIRCUMSTANCES = Circumstances.of(
            FeedbackExamples.on("2026-07-01").at("delivery").through(null).received());

    @Test
    void an_answer_counts_in_the_total_in_each_dimension_and_in_its_combination() {
        assertThat(Scope.of(CIRCUMSTANCES))
                .extracting(Scope::countedBy)
                .containsExactly(
                        "total",
                        "touchpoint",
                        "channel",
                        "product",
                        "region",
                        "segment",
                        "source",
                        "kind",
                        "combination");
    }

    @Test
    void a_scope_names_only_what_it_looks_at() {
        Scope touchpoint = new Scope.Member(Dimension.TOUCHPOINT, "delivery");

        assertThat(touchpoint.member(Dimension.TOUCHPOINT)).isEqualTo("delivery");
        assertThat(touchpoint.member(Dimension.CHANNEL)).isNull();
        assertThat(new Scope.Total().member(Dimension.TOUCHPOINT)).isNull();
        assertThat(new Scope.Combination(CIRCUMSTANCES).member(Dimension.CHANNEL))
                .isEqualTo(Dimension.NOT_STATED);
    }

    @Test
    void every_scope_has_a_key_of_its_own() {
        List<Scope> scopes = List.of(
                new Scope.Total(),
                new Scope.Member(Dimension.TOUCHPOINT, "web"),
                new Scope.Member(Dimension.CHANNEL, "web"),
                new Scope.Member(Dimension.CHANNEL, ""),
                new Scope.Combination(CIRCUMSTANCES));

        assertThat(scopes).extracting(Scope::key).doesNotHaveDuplicates();
        assertThat(new Scope.Member(Dimension.CHANNEL, "web").key())
                .isEqualTo(scopes.get(2).key());
    }
}
