package cx.ecou.insight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cx.ecou.insight.read.scorecount.Dimension;
import cx.ecou.insight.read.scorecount.Filters;
import cx.ecou.insight.read.scorecount.Grouping;
import cx.ecou.insight.read.scorecount.Span;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.problems.FieldProblem;
import cx.ecou.webshell.problems.InvalidInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class KpiParametersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @Test
    void without_a_period_it_is_the_current_month_and_the_eleven_before_it() {
        KpiRequest request = read("");

        assertThat(request.from()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(request.to()).isEqualTo(TODAY);
        assertThat(request.grouping()).isEqualTo(Grouping.NONE);
        assertThat(request.filters()).isEqualTo(Filters.NONE);
        assertThat(request.scale()).isNull();
        assertThat(request.asOf()).isNull();
    }

    @Test
    void everything_that_was_asked_is_understood() {
        KpiRequest request =
                read("from=2026-07-01&to=2026-07-31&groupBy=week&scale=1-5&asOf=2026-08-01T00:00:00%2B02:00"
                        + "&touchpoint=delivery&touchpoint=returns&kind=SURVEY&region=");

        assertThat(request.from()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(request.to()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(request.grouping()).isEqualTo(new Grouping.BySpan(Span.WEEK));
        assertThat(request.scale()).isEqualTo(new Scale(1, 5));
        assertThat(request.asOf()).isEqualTo(Instant.parse("2026-07-31T22:00:00Z"));
        assertThat(request.filters().members())
                .containsOnlyKeys(Dimension.TOUCHPOINT, Dimension.KIND, Dimension.REGION)
                .containsEntry(Dimension.REGION, Set.of(Dimension.NOT_STATED));
        assertThat(request.filters().members().get(Dimension.TOUCHPOINT)).containsExactly("delivery", "returns");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "from=2026-08-01&to=2026-07-31, from, after-to",
        "from=yesterday, from, unreadable",
        "from=2026-02-30, from, unreadable",
        "from=, from, unreadable",
        "to=0001-01-01, to, unreadable",
        "to=99999-01-01, to, unreadable",
        "groupBy=decade, groupBy, unreadable",
        "groupBy=MONTH, groupBy, unreadable",
        "scale=5, scale, unreadable",
        "scale=5-1, scale, unreadable",
        "scale=0-1000, scale, unreadable",
        "asOf=2026-08-01, asOf, unreadable",
        "asOf=2026-08-01T00:00:00, asOf, unreadable",
        "asOf=2026-08-01T00:00:00 02:00, asOf, unreadable",
        "from=2026-07-01&from=2026-07-02, from, repeated",
        "groupBy=day&groupBy=week, groupBy, repeated",
        "touchpiont=delivery, touchpiont, unknown-parameter",
        "from=2000-01-01&groupBy=day, groupBy, too-many-groups",
        "from=1900-01-01&groupBy=week, groupBy, too-many-groups",
    })
    void what_is_wrong_is_named(String query, String field, String code) {
        assertThat(problems(query))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple(field, code));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2021-05-21&to=2026-11-10&groupBy=day",
        "from=1990-01-01&groupBy=week",
        "from=1900-01-01&groupBy=month",
        "from=1900-01-01&to=2199-12-31&groupBy=year",
        "from=1900-01-01&to=2199-12-31",
    })
    void two_thousand_groups_are_not_too_many(String query) {
        assertThat(read(query).from()).isBefore(TODAY);
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        assertThat(problems("from=soon&to=later&groupBy=x&colour=red"))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("from", "to", "groupBy", "colour");
    }

    @Test
    void a_hundred_members_of_a_dimension_are_enough() {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < 101; i++) {
            parameters.add("product", "product " + i);
        }

        assertThat(problems(parameters))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("product", "too-many-values"));
    }

    @Test
    void a_message_says_what_would_be_right() {
        assertThat(problems("asOf=now"))
                .extracting(FieldProblem::message)
                .containsExactly("an instant with its offset, for instance 2026-08-01T00:00:00Z");
    }

    @Test
    void the_name_of_an_unknown_parameter_is_not_repeated_at_any_length() {
        assertThat(problems("x".repeat(500) + "=1"))
                .extracting(problem -> problem.field().length())
                .containsExactly(50);
    }

    private static KpiRequest read(String query) {
        return new KpiParameters(parameters(query), TODAY).read();
    }

    private static List<FieldProblem> problems(String query) {
        return problems(parameters(query));
    }

    private static List<FieldProblem> problems(MultiValueMap<String, String> parameters) {
        return catchThrowableOfType(InvalidInput.class, () -> new KpiParameters(parameters, TODAY).read())
                .problems();
    }

    private static MultiValueMap<String, String> parameters(String query) {
        var parsed = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        var decoded = new LinkedMultiValueMap<String, String>();
        parsed.forEach((name, values) -> values.forEach(value -> decoded.add(
                name, value == null ? "" : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))));
        return decoded;
    }
}
