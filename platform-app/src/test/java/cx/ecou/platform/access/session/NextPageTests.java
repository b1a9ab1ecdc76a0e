package cx.ecou.platform.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/inbox", "/inbox?kind=SURVEY&q=a%20b", "/cases/01a2#notes"})
    void a_path_of_ours_is_where_one_goes_on(String wanted) {
        assertThat(NextPage.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "inbox",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "/inbox\r\nSet-Cookie: x=1",
                "/\tevil",
                "/a\\b",
                "/sign-in",
                "/sign-out"
            })
    void anything_else_leads_to_the_start_page(@Nullable String wanted) {
        assertThat(NextPage.of(wanted)).isEqualTo("/");
    }

    @Test
    void a_page_that_only_begins_like_another_is_fine() {
        assertThat(NextPage.of("/signals")).isEqualTo("/signals");
    }
}
