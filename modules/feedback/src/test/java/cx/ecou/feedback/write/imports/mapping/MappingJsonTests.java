package cx.ecou.feedback.write.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.feedback.write.imports.ImportExamples;
import cx.ecou.webshell.problems.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingJsonTests {

    @Test
    void what_is_written_is_read_back() {
        Mapping mapping = ImportExamples.ofAShopExport("shop").named("Shop export");

        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    @Test
    void words_that_stand_for_scores_and_words_that_are_left_out_are_kept() {
        String json = """
            {"fields":{},"scores":[{"column":"a","metric":"CSAT","scale":"1-5","values":{"very satisfied":5,"n/a":null}}]}""";

        Mapping mapping = MappingJson.read(json);

        assertThat(mapping.scores().get(0).values()).hasSize(2).containsEntry("n/a", null);
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colums\":{}} | mapping.colums | unknown-field",
                "{\"fields\":{\"source\":{\"const\":\"x\"}}} | mapping.fields.source.const | unknown-field",
                "{\"fields\":{\"source\":\"x\"}} | mapping.fields.source | wrong-type",
                "{\"fields\":{\"comment\":{\"columns\":\"a\"}}} | mapping.fields.comment.columns | wrong-type",
                "{\"scores\":[{\"column\":\"a\",\"values\":{\"x\":\"y\"}}]} | mapping.scores[0].values.x | wrong-type",
                "{\"name\":\"a\",\"name\":\"b\"} | mapping | unreadable-json",
                "{} {} | mapping | wrong-type",
                "[] | mapping | wrong-type",
                "{ | mapping | unreadable-json",
                "NaN | mapping | unreadable-json"
            })
    void what_does_not_belong_there_is_named_with_its_place(String json, String field, String code) {
        assertThatThrownBy(() -> MappingJson.read(json)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.problems().get(0).field()).isEqualTo(field);
            assertThat(refusal.problems().get(0).code()).isEqualTo(code);
        });
    }
}
