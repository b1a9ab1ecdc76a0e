package cx.ecou.segment.web;

import static cx.ecou.segment.Rules.all;
import static cx.ecou.segment.Rules.any;
import static cx.ecou.segment.Rules.attribute;
import static cx.ecou.segment.Rules.band;
import static cx.ecou.segment.Rules.happened;
import static cx.ecou.segment.Rules.none;
import static cx.ecou.segment.Rules.nps;
import static cx.ecou.segment.Rules.number;
import static cx.ecou.segment.Rules.profile;
import static cx.ecou.segment.Rules.unhappyAndComplaining;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.write.segment.RuleReader;
import cx.ecou.webshell.problems.FieldChecks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDraftTests {

    @Test
    void a_rule_that_is_shown_and_sent_again_is_the_same_in_a_group() {
        Rule everything = any(
                all(
                        profile(ProfileField.LANGUAGE, Operator.IS, "pl", "cs"),
                        profile(ProfileField.EMAIL, Operator.UNKNOWN),
                        attribute("city", Operator.CONTAINS, "Brno"),
                        number("orders", Operator.AT_LEAST, "2.5")),
                none(
                        nps(Pick.AVERAGE, Operator.AT_MOST, "6.5", 90),
                        band(Metric.CES, Pick.LATEST, Band.NEGATIVE),
                        new Rule.Scored(
                                Metric.CSAT, Pick.WORST, Operator.AT_MOST, BigDecimal.ONE, new Scale(1, 5), null, null),
                        new Rule.Counted(Operator.AT_MOST, 0, FeedbackKind.REVIEW, Metric.NPS, Band.POSITIVE, 30),
                        happened(Moment.LAST_FEEDBACK, Operator.BEFORE, 365)));

        assertThat(read(RuleDraft.of(everything).orElseThrow())).isEqualTo(everything);
        assertThat(read(RuleDraft.of(unhappyAndComplaining()).orElseThrow())).isEqualTo(all(unhappyAndComplaining()));
        assertThat(read(RuleDraft.of(profile(ProfileField.ROLE, Operator.KNOWN)).orElseThrow()))
                .isEqualTo(all(all(profile(ProfileField.ROLE, Operator.KNOWN))));
        assertThat(read(RuleDraft.of(any(profile(ProfileField.ROLE, Operator.KNOWN), unhappyAndComplaining()))
                        .orElseThrow()))
                .isEqualTo(any(all(profile(ProfileField.ROLE, Operator.KNOWN)), unhappyAndComplaining()));
    }

    @Test
    void what_the_form_cannot_show_is_not_shown_half() {
        assertThat(RuleDraft.of(all(any(none(profile(ProfileField.ROLE, Operator.KNOWN))))))
                .isEmpty();
        assertThat(RuleDraft.of(profile(ProfileField.ROLE, Operator.IS, "buyer, user")))
                .isEmpty();
    }

    @Test
    void a_condition_is_added_to_its_group_and_taken_out_again() {
        RuleDraft two =
                RuleDraft.empty().after("group", "").after("add:1", "NPS").after("add:1", "LANGUAGE");

        assertThat(two.groups().get(0).conditions()).isEmpty();
        assertThat(two.groups().get(1).conditions())
                .extracting(ConditionDraft::question)
                .containsExactly(Question.NPS, Question.LANGUAGE);
        assertThat(two.after("remove:1:0", "").groups().get(1).conditions())
                .extracting(ConditionDraft::question)
                .containsExactly(Question.LANGUAGE);
        assertThat(two.after("drop:0", "").groups()).hasSize(1);
        assertThat(two.after("drop:0", "").after("drop:0", "")).isEqualTo(RuleDraft.empty());
    }

    @ParameterizedTest
    @CsvSource({"nothing", "remove:7:1", "remove:0:7", "remove:0:x", "add:99999999999", "add:-1", "drop:1", "''"})
    void a_button_that_is_none_changes_nothing(String button) {
        RuleDraft draft = RuleDraft.empty().after("add:0", "NPS");

        assertThat(draft.after(button, "MAGIC")).isEqualTo(draft);
    }

    @Test
    void what_is_sent_is_read_as_far_as_it_is_a_form() {
        RuleDraft draft = RuleDraft.of(Map.of(
                "g0.match", "ANY",
                "g0.c0.about", "NPS",
                "g0.c0.operator", "AT_MOST",
                "g0.c0.value", " 6,5 ",
                "g0.c1.about", "MAGIC",
                "g0.c2.about", "COUNT",
                "g0.c2.colour", "red",
                "g7.match", "ALL",
                "match", "SOME"));

        assertThat(draft.match()).isEqualTo("ALL");
        assertThat(draft.groups()).hasSize(1);
        assertThat(draft.json().toString())
                .isEqualTo(
                        "{\"kind\":\"GROUP\",\"match\":\"ALL\",\"rules\":[{\"kind\":\"GROUP\",\"match\":\"ANY\",\"rules\":["
                                + "{\"kind\":\"SCORE\",\"metric\":\"NPS\",\"pick\":\"LATEST\",\"operator\":\"AT_MOST\",\"number\":6.5},"
                                + "{\"kind\":\"COUNT\"}]}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "rule.rules[0].rules[2].days, g0.c2.days",
        "rule.rules[1].rules[0].values[3], g1.c0.value",
        "rule.rules[1].rules[0].number, g1.c0.value",
        "rule.rules[1].rules, g1.add",
        "name, name"
    })
    void what_is_wrong_stands_beside_its_field(String path, String field) {
        assertThat(RuleDraft.field(path)).isEqualTo(field);
    }

    private static Rule read(RuleDraft draft) {
        var checks = new FieldChecks(List.of());
        Rule rule = new RuleReader(checks).read("rule", draft.json());
        assertThat(checks.problems()).isEmpty();
        return Objects.requireNonNull(rule);
    }
}
