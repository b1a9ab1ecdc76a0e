package cx.ecou.eventstore.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;

class ReadYourWritesTests {

    private final Standing positions = new Standing();

    @Test
    void who_has_written_nothing_waits_for_nobody() throws Exception {
        assertThat(new ReadYourWrites(positions)
                        .preHandle(request(null), new MockHttpServletResponse(), route("lamps")))
                .isTrue();

        assertThat(positions.awaited).isEmpty();
    }

    @Test
    void a_read_waits_until_its_read_model_contains_what_was_written() throws Exception {
        reads("lamps", " 7 ");

        assertThat(positions.awaited).containsExactly("lamp.log up to 7");
    }

    @Test
    void what_a_reaction_has_written_meanwhile_is_waited_for_too() throws Exception {
        reads("cases", "7");

        assertThat(positions.awaited).containsExactly("lamp.alarm up to 7", "case.file up to 9");
    }

    @Test
    void one_more_read_model_is_waited_for_because_of_what_is_asked() {
        new ReadYourWrites(positions).await("7", "lamp.colours");

        assertThat(positions.awaited).containsExactly("lamp.colours up to 7");
    }

    @Test
    void a_route_that_reads_no_model_waits_for_nobody() throws Exception {
        reads("settings", "7");

        assertThat(positions.awaited).isEmpty();
    }

    @Test
    void who_asks_too_early_is_told_to_ask_again() {
        positions.standing = Map.of("lamp.alarm", 9L, "case.file", 8L);

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> reads("cases", "7"))
                .satisfies(told -> {
                    assertThat(told.getStatusCode().value()).isEqualTo(504);
                    assertThat(told.getBody().getType()).isEqualTo(URI.create("/problems/not-yet-visible"));
                    assertThat(told.getBody().getDetail()).contains("Position 7");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "0x7", "9223372036854775808"})
    void what_is_no_position_is_named(String written) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> reads("lamps", written))
                .satisfies(told -> {
                    assertThat(told.getStatusCode().value()).isEqualTo(400);
                    assertThat(told.getBody().getType()).isEqualTo(URI.create("/problems/invalid-position"));
                    assertThat(told.getBody().getDetail())
                            .contains("Ecou-After")
                            .contains("Ecou-Position");
                });
        assertThat(positions.awaited).isEmpty();
    }

    private void reads(String route, String after) throws Exception {
        new ReadYourWrites(positions).preHandle(request(after), new MockHttpServletResponse(), route(route));
    }

    private static HandlerMethod route(String name) throws NoSuchMethodException {
        return new HandlerMethod(new Routes(), Routes.class.getDeclaredMethod(name));
    }

    private static MockHttpServletRequest request(@Nullable String after) {
        var request = new MockHttpServletRequest();
        if (after != null) {
            request.addHeader("Ecou-After", after);
        }
        return request;
    }

    static class Routes {

        @ReadsModel("lamp.log")
        void lamps() {}

        @ReadsModel({"lamp.alarm", "case.file"})
        void cases() {}

        void settings() {}
    }

    /** A store of nine events and groups that have seen them all, unless something else is said. */
    private static final class Standing implements Positions {

        private final List<String> awaited = new ArrayList<>();
        private Map<String, Long> standing = Map.of();

        @Override
        public long ofAggregate(UUID aggregateId) {
            return 7;
        }

        @Override
        public long head() {
            return 9;
        }

        @Override
        public long of(String processingGroup) {
            return standing.getOrDefault(processingGroup, 9L);
        }

        @Override
        public boolean await(String processingGroup, long position, Duration atMost) {
            awaited.add(processingGroup + " up to " + position);
            return of(processingGroup) >= position;
        }
    }
}
