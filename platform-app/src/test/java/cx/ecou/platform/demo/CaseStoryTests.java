package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.commands.TakeOverCase;
import cx.ecou.actionplan.commands.TakeOverCase.Closed;
import cx.ecou.actionplan.commands.TakeOverCase.Contacted;
import cx.ecou.actionplan.commands.TakeOverCase.Step;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseStoryTests {

    private static final Instant NOW = Instant.parse("2026-04-15T12:00:00Z");

    private final Voices voices = new Voices(NOW, ZoneId.of("Europe/Warsaw"));
    private final CaseStory story = new CaseStory(NOW, everybody(), Map.of("pl", Phrases.in("pl")));

    @Test
    void old_cases_are_closed() {
        assertThat(casesOf(NOW.minus(Duration.ofDays(60))))
                .allSatisfy(found -> assertThat(last(found)).isInstanceOf(Closed.class));
    }

    @Test
    void most_customers_hear_from_us_within_a_day() {
        List<TakeOverCase> cases = casesOf(NOW.minus(Duration.ofDays(60)));

        long soon = cases.stream()
                .filter(found -> found.steps().get(0) instanceof Contacted contacted
                        && contacted.at().isBefore(found.openedAt().plus(Duration.ofDays(1))))
                .count();
        assertThat(soon).isBetween(cases.size() * 80L / 100, cases.size() * 92L / 100);
    }

    @Test
    void of_this_weeks_cases_some_are_in_work_and_some_forgotten() {
        List<TakeOverCase> cases = casesOf(NOW.minus(Duration.ofDays(3)));

        assertThat(cases).anyMatch(found -> found.steps().isEmpty());
        assertThat(cases).anyMatch(found -> !found.steps().isEmpty() && last(found) instanceof Contacted);
    }

    @Test
    void of_last_nights_cases_some_wait_in_the_queue() {
        assertThat(casesOf(NOW.minus(Duration.ofHours(8)))).anyMatch(found -> found.owner() == null);
    }

    @Test
    void nothing_lies_ahead_and_every_step_follows_the_one_before() {
        for (int hours = 0; hours < 200; hours += 20) {
            assertThat(casesOf(NOW.minus(Duration.ofHours(hours)))).allSatisfy(found -> {
                assertThat(found.openedAt()).isBeforeOrEqualTo(NOW);
                assertThat(found.steps()).extracting(Step::at).isSorted().allMatch(NOW::isAfter);
            });
        }
    }

    private List<TakeOverCase> casesOf(Instant occurredAt) {
        return IntStream.range(0, 300)
                .mapToObj(number -> story.of(voices.number(number, occurredAt)))
                .toList();
    }

    private static Step last(TakeOverCase found) {
        return found.steps().get(found.steps().size() - 1);
    }

    private static DemoPeople.Staff everybody() {
        return new DemoPeople.Staff(DemoPeople.EVERYBODY.stream()
                .map(DemoPeople.Person::email)
                .collect(Collectors.toMap(Function.identity(), email -> Ids.derived("person", email))));
    }
}
