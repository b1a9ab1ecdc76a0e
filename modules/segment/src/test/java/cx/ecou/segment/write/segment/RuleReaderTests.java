package cx.ecou.segment.write.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.segment.Rules;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.StrictJson;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RuleReaderTests {

    private static final StrictJson JSON = new StrictJson();

    @Test
    void the_rule_of_the_issue_is_read() {
        assertThat(read("""
                { "kind": "GROUP", "match": "ALL", "rules": [
                  { "kind": "SCORE", "metric": "NPS", "pick": "LATEST", "operator": "AT_MOST", "number": 6, "days": 90 },
                  { "kind": "COUNT", "feedback": "COMPLAINT", "operator": "AT_LEAST", "number": 2 } ] }""")).isEqualTo(Rules.unhappyAndComplaining());
    }

    @Test
    void what_is_written_of_a_rule_is_read_as_the_same() {
        Rule rule = Rules.any(
                Rules.profile(ProfileField.LANGUAGE, Operator.IS, "pl", "cs"),
                Rules.none(Rules.number("orders", Operator.AT_LEAST, "2.5"), Rules.attribute("city", Operator.KNOWN)),
                Rules.unhappyAndComplaining());

        assertThat(read(JSON.mapper().writeValueAsString(rule))).isEqualTo(rule);
    }

    @Test
    void spaces_around_values_do_not_count() {
        assertThat(read("{'kind':'PROFILE','field':'ROLE','operator':'IS','values':[' buyer ']}"))
                .isEqualTo(Rules.profile(ProfileField.ROLE, Operator.IS, "buyer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[] | rule | wrong-type",
                "'text' | rule | wrong-type",
                "{} | rule.kind | required",
                "{'kind':'MAGIC'} | rule.kind | unknown-value",
                "{'kind':7} | rule.kind | unknown-value",
                "{'kind':'GROUP','rules':[]} | rule.match | required",
                "{'kind':'GROUP','match':'SOME','rules':[]} | rule.match | unknown-value",
                "{'kind':'GROUP','match':'ALL','rules':[]} | rule.rules | required",
                "{'kind':'GROUP','match':'ALL','rules':{}} | rule.rules | wrong-type",
                "{'kind':'GROUP','match':'ALL','rules':[null]} | rule.rules[0] | wrong-type",
                "{'kind':'GROUP','match':'ALL','rules':[{'kind':'TIME'}]} | rule.rules[0].moment | required",
                "{'kind':'PROFILE','field':'SHOE_SIZE','operator':'KNOWN'} | rule.field | unknown-value",
                "{'kind':'PROFILE','field':'EMAIL','operator':'IS','values':['a@b']} | rule.operator | wrong-operator",
                "{'kind':'PROFILE','field':'ROLE','operator':'AT_LEAST','number':1} | rule.operator | wrong-operator",
                "{'kind':'PROFILE','field':'ROLE','operator':'IS'} | rule.values | required",
                "{'kind':'PROFILE','field':'ROLE','operator':'IS','values':[]} | rule.values | required",
                "{'kind':'PROFILE','field':'ROLE','operator':'IS','values':'buyer'} | rule.values | wrong-type",
                "{'kind':'PROFILE','field':'ROLE','operator':'IS','values':['a',' ']} | rule.values[1] | required",
                "{'kind':'PROFILE','field':'ROLE','operator':'IS','values':[1]} | rule.values[0] | required",
                "{'kind':'PROFILE','field':'ROLE','operator':'KNOWN','values':['a']} | rule.values | unknown-field",
                "{'kind':'PROFILE','field':'ROLE','operator':'KNOWN','days':3} | rule.days | unknown-field",
                "{'kind':'ATTRIBUTE','operator':'KNOWN'} | rule.name | required",
                "{'kind':'ATTRIBUTE','name':5,'operator':'KNOWN'} | rule.name | wrong-type",
                "{'kind':'ATTRIBUTE','name':'a\\u0000b','operator':'KNOWN'} | rule.name | control-character",
                "{'kind':'ATTRIBUTE','name':'a','operator':'AT_LEAST'} | rule.number | required",
                "{'kind':'ATTRIBUTE','name':'a','operator':'AT_LEAST','number':'5'} | rule.number | wrong-type",
                "{'kind':'ATTRIBUTE','name':'a','operator':'AT_LEAST','number':1e400} | rule.number | out-of-range",
                "{'kind':'ATTRIBUTE','name':'a','operator':'AT_LEAST','number':1e15} | rule.number | out-of-range",
                "{'kind':'ATTRIBUTE','name':'a','operator':'AT_MOST','number':0.0000001} | rule.number | out-of-range",
                "{'kind':'ATTRIBUTE','name':'a','operator':'WITHIN','days':3} | rule.operator | wrong-operator",
                "{'kind':'SCORE','metric':'NPS','pick':'LATEST','operator':'AT_MOST'} | rule.number | required",
                "{'kind':'SCORE','metric':'NPS','pick':'LATEST','operator':'AT_MOST','number':11} | rule.number | off-scale",
                "{'kind':'SCORE','metric':'NPS','pick':'LATEST','operator':'AT_MOST','number':-1} | rule.number | off-scale",
                "{'kind':'SCORE','metric':'NPS','pick':'LATEST','operator':'AT_MOST','number':6,'scale':'0-10'} | rule.scale | unknown-field",
                "{'kind':'SCORE','metric':'CSAT','pick':'LATEST','operator':'AT_MOST','number':2} | rule.scale | required",
                "{'kind':'SCORE','metric':'CSAT','pick':'LATEST','operator':'AT_MOST','number':2,'scale':'five'} | rule.scale | not-a-scale",
                "{'kind':'SCORE','metric':'CSAT','pick':'LATEST','operator':'AT_MOST','number':6,'scale':'1-5'} | rule.number | off-scale",
                "{'kind':'SCORE','metric':'NPS','pick':'AVERAGE','operator':'IS','band':'NEGATIVE'} | rule.operator | wrong-operator",
                "{'kind':'SCORE','metric':'NPS','pick':'WORST','operator':'IS'} | rule.band | required",
                "{'kind':'SCORE','metric':'NPS','pick':'WORST','operator':'IS','band':'BAD'} | rule.band | unknown-value",
                "{'kind':'SCORE','metric':'NPS','pick':'FIRST','operator':'IS','band':'NEGATIVE'} | rule.pick | unknown-value",
                "{'kind':'SCORE','metric':'NPS','pick':'WORST','operator':'IS','band':'NEGATIVE','days':0} | rule.days | out-of-range",
                "{'kind':'COUNT','operator':'AT_LEAST','number':0} | rule.number | out-of-range",
                "{'kind':'COUNT','operator':'AT_LEAST','number':1001} | rule.number | out-of-range",
                "{'kind':'COUNT','operator':'AT_LEAST','number':1.5} | rule.number | wrong-type",
                "{'kind':'COUNT','operator':'AT_LEAST','number':99999999999} | rule.number | out-of-range",
                "{'kind':'COUNT','operator':'IS','number':2} | rule.operator | wrong-operator",
                "{'kind':'COUNT','operator':'AT_MOST','number':2,'band':'NEGATIVE'} | rule.metric | required",
                "{'kind':'COUNT','operator':'AT_MOST','number':2,'feedback':'GOSSIP'} | rule.feedback | unknown-value",
                "{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN'} | rule.days | required",
                "{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':3651} | rule.days | out-of-range",
                "{'kind':'TIME','moment':'LAST_SEEN','operator':'KNOWN','days':3} | rule.operator | wrong-operator",
                "{'kind':'TIME','moment':'BIRTHDAY','operator':'WITHIN','days':3} | rule.moment | unknown-value"
            })
    void what_is_wrong_is_named_by_its_path(String written, String field, String code) {
        assertThat(problems(written))
                .extracting(FieldProblem::field, FieldProblem::code)
                .contains(tuple(field, code));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(problems("""
                { "kind": "GROUP", "match": "ALL", "rules": [
                  { "kind": "TIME", "moment": "LAST_SEEN", "operator": "WITHIN", "days": -3 },
                  { "kind": "GROUP", "match": "ANY", "rules": [ { "kind": "COUNT", "operator": "AT_LEAST", "extra": 1 } ] } ] }"""))
                .extracting(FieldProblem::field)
                .containsExactly("rule.rules[0].days", "rule.rules[1].rules[0].number", "rule.rules[1].rules[0].extra");
    }

    @Test
    void a_missing_rule_is_missing() {
        var checks = new FieldChecks(List.of());

        assertThat(new RuleReader(checks).read("rule", null)).isNull();

        assertThat(checks.problems()).extracting(FieldProblem::code).containsExactly("required");
    }

    @Test
    void a_rule_is_neither_too_deep_nor_too_large() {
        String condition = "{'kind':'TIME','moment':'LAST_SEEN','operator':'WITHIN','days':3}";
        String five = condition;
        for (int n = 0; n < RuleLimits.DEEPEST; n++) {
            five = group(five);
        }
        String fifty = String.join(",", Collections.nCopies(RuleLimits.MOST_CONDITIONS, condition));

        assertThat(problems(five)).isEmpty();
        assertThat(problems(group(five))).extracting(FieldProblem::code).containsExactly("too-deep");
        assertThat(problems(group(fifty))).isEmpty();
        assertThat(problems(group(fifty + "," + condition)))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("rule.rules[50]", "too-many"));
    }

    @Test
    void a_text_of_a_rule_is_neither_too_long_nor_one_of_too_many() {
        String values = "{'kind':'PROFILE','field':'ROLE','operator':'IS','values':[%s]}";

        assertThat(problems(values.formatted("'" + "x".repeat(RuleLimits.LONGEST_TEXT + 1) + "'")))
                .extracting(FieldProblem::code)
                .contains("too-long");
        assertThat(problems(values.formatted(String.join(",", Collections.nCopies(RuleLimits.MOST_VALUES + 1, "'x'")))))
                .extracting(FieldProblem::code)
                .containsExactly("too-many");
    }

    private static String group(String rules) {
        return "{'kind':'GROUP','match':'ALL','rules':[" + rules + "]}";
    }

    private static Rule read(String written) {
        var checks = new FieldChecks(List.of());
        Rule rule = new RuleReader(checks).read("rule", json(written));
        assertThat(checks.problems()).isEmpty();
        assertThat(rule).isNotNull();
        return rule;
    }

    private static List<FieldProblem> problems(String written) {
        var checks = new FieldChecks(List.of());
        new RuleReader(checks).read("rule", json(written));
        return checks.problems();
    }

    private static JsonNode json(String written) {
        return JSON.read(written.replace('\'', '"'), JsonNode.class);
    }
}
