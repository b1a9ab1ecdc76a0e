package cx.ecou.platform.demo;

import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.commands.FeedbackDoor;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads the year, a chunk after the other: first the cases as they were worked on, then the feedback, through the doors of
 * their modules. So the reaction to negative feedback finds that there is a case already. What is there is passed over.
 */
@Component
@Profile("demo")
class DemoYear {

    private static final int CHUNK = 500;
    private static final int CASES_AT_ONCE = 50;

    private final FeedbackDoor feedback;
    private final CommandGateway commands;
    private final TransactionOperations transaction;
    private final StoredEvents stored;
    private final Reporting reporting;
    private final int size;

    /** @param size {@code ecou.demo.voices}, how much is said in the year */
    DemoYear(
            FeedbackDoor feedback,
            CommandGateway commands,
            TransactionOperations transaction,
            StoredEvents stored,
            Reporting reporting,
            @Value("${ecou.demo.voices:20000}") int size) {
        this.feedback = feedback;
        this.commands = commands;
        this.transaction = transaction;
        this.stored = stored;
        this.reporting = reporting;
        this.size = size;
    }

    /**
     * Loads what is not there yet.
     *
     * @param now where the year ends
     * @param progress is told how many pieces of feedback are there, and how many there will be
     */
    void load(Instant now, DemoPeople.Staff staff, Progress progress) {
        List<Instant> moments = Year.before(now, reporting.timeZone(), size);
        var voices = new Voices(now, reporting.timeZone());
        int last = moments.size() - 1;
        if (isThere(voices.number(last, moments.get(last)))) {
            return;
        }
        feedback.receive(WireFormat.lines(List.of(beginning(now))));
        var stories = new CaseStory(now, staff, notes());
        for (int first = 0; first < moments.size(); first += CHUNK) {
            int next = Math.min(first + CHUNK, moments.size());
            load(
                    IntStream.range(first, next)
                            .mapToObj(number -> voices.number(number, moments.get(number)))
                            .toList(),
                    stories);
            progress.accept(next, moments.size());
        }
    }

    private boolean isThere(FeedbackReceived voice) {
        return !stored.firstOf(List.of(voice.feedbackId())).isEmpty();
    }

    private void load(List<FeedbackReceived> chunk, CaseStory stories) {
        List<FeedbackReceived> scored =
                chunk.stream().filter(voice -> !voice.scores().isEmpty()).toList();
        for (int first = 0; first < scored.size(); first += CASES_AT_ONCE) {
            List<FeedbackReceived> few = scored.subList(first, Math.min(first + CASES_AT_ONCE, scored.size()));
            transaction.executeWithoutResult(status -> few.forEach(voice -> commands.sendAndWait(stories.of(voice))));
        }
        feedback.receive(WireFormat.lines(chunk));
    }

    /** Somebody who wants to know how far it is. */
    interface Progress {

        void accept(int loaded, int all);
    }

    private static Map<String, Phrases> notes() {
        return Arrays.stream(Market.values())
                .map(Market::language)
                .collect(Collectors.toMap(language -> language, Phrases::in));
    }

    private static FeedbackReceived beginning(Instant now) {
        UUID id = Ids.derived("feedback", FirstStart.SOURCE, FirstStart.KEY);
        return new FeedbackReceived(
                id,
                id,
                FirstStart.SOURCE,
                FirstStart.KEY,
                FeedbackKind.INTERVIEW,
                now.minus(FirstStart.YEAR),
                "en",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "Here the year of the demonstration begins. It ends at the moment of its first start.",
                Map.of());
    }
}
