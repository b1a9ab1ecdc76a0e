package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoicesTests {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Instant TODAY = Instant.parse("2026-04-15T12:00:00Z");
    private static final Instant IN_THE_INCIDENT = Instant.parse("2026-02-15T12:00:00Z");
    private static final Instant AFTERWARDS = Instant.parse("2026-04-01T12:00:00Z");

    private final Voices voices = new Voices(TODAY, WARSAW);

    @Test
    void the_same_number_says_the_same() {
        assertThat(new Voices(TODAY, WARSAW).number(4_711, AFTERWARDS)).isEqualTo(voices.number(4_711, AFTERWARDS));
    }

    @Test
    void deliveries_collapse_while_the_new_carrier_brings_them_and_recover() {
        assertThat(npsOfDeliveries(said(IN_THE_INCIDENT))).isLessThan(0);
        assertThat(npsOfDeliveries(said(AFTERWARDS))).isGreaterThan(25);
    }

    @Test
    void only_two_markets_have_the_new_carrier() {
        assertThat(said(IN_THE_INCIDENT).stream()
                        .filter(voice ->
                                Incident.CARRIER.equals(voice.attributes().get("courier")))
                        .map(FeedbackReceived::language)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("pl", "cs");
    }

    @Test
    void all_markets_touchpoints_and_kinds_are_heard() {
        List<FeedbackReceived> said = said(AFTERWARDS);

        assertThat(said).extracting(FeedbackReceived::language).contains("pl", "cs", "ro", "en");
        assertThat(said)
                .extracting(FeedbackReceived::touchpoint)
                .contains("website", "checkout", "delivery", "product", "returns", "service-desk", "store");
        assertThat(said).extracting(FeedbackReceived::kind).contains(FeedbackKind.values());
    }

    @Test
    void nobody_says_nothing() {
        assertThat(said(AFTERWARDS))
                .allMatch(voice -> voice.comment() != null || !voice.scores().isEmpty());
    }

    @Test
    void addresses_belong_to_nobody() {
        assertThat(said(AFTERWARDS))
                .extracting(FeedbackReceived::customerEmail)
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allMatch(email -> String.valueOf(email).matches("[a-z]+\\.\\d{5}@mail\\.example"));
    }

    private List<FeedbackReceived> said(Instant moment) {
        return IntStream.range(0, 2_000)
                .mapToObj(number -> voices.number(number, moment))
                .toList();
    }

    private static double npsOfDeliveries(List<FeedbackReceived> said) {
        return said.stream()
                        .filter(voice -> "delivery".equals(voice.touchpoint()))
                        .flatMap(voice -> voice.scores().stream())
                        .filter(score -> score.metric() == Metric.NPS)
                        .mapToInt(VoicesTests::vote)
                        .average()
                        .orElseThrow()
                * 100;
    }

    private static int vote(Score score) {
        return switch (score.band()) {
            case POSITIVE -> 1;
            case NEUTRAL -> 0;
            case NEGATIVE -> -1;
        };
    }
}
