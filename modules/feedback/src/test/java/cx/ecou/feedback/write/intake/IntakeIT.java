package cx.ecou.feedback.write.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.kernel.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class IntakeIT {

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    @Test
    void a_batch_sent_ten_times_at_once_is_recorded_once() throws Exception {
        List<NewFeedback> batch = batch("race", 0, 1_000);
        ExecutorService senders = Executors.newFixedThreadPool(4);

        List<Future<List<Receipt>>> answers = senders.invokeAll(IntStream.range(0, 10)
                .<Callable<List<Receipt>>>mapToObj(n -> () -> intake.receive(batch))
                .toList());

        int accepted = 0;
        for (Future<List<Receipt>> answer : answers) {
            accepted += count(answer.get(), Receipt.Accepted.class);
            assertThat(count(answer.get(), Receipt.Accepted.class) + count(answer.get(), Receipt.Repeated.class))
                    .isEqualTo(1_000);
        }
        senders.shutdown();
        assertThat(accepted).isEqualTo(1_000);
        assertThat(stored("race", 0, 1_000)).isEqualTo(1_000);
    }

    @Test
    void batches_that_overlap_in_any_order_lose_nothing_and_double_nothing() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Callable<List<Receipt>>> deliveries = new ArrayList<>();
        for (int first = 0; first < 900; first += 100) {
            List<NewFeedback> batch = batch("overlap", first, first + 200);
            deliveries.add(() -> intake.receive(batch));
        }

        for (Future<List<Receipt>> answer : senders.invokeAll(deliveries)) {
            assertThat(count(answer.get(), Receipt.Rejected.class)).isZero();
        }
        senders.shutdown();

        assertThat(stored("overlap", 0, 1_000)).isEqualTo(1_000);
    }

    @Test
    void the_same_key_twice_in_one_batch_is_one_fact() {
        List<NewFeedback> twice = new ArrayList<>(batch("twice", 0, 3));
        twice.addAll(batch("twice", 0, 3));

        List<Receipt> receipts = intake.receive(twice);

        assertThat(receipts.subList(0, 3)).hasOnlyElementsOfType(Receipt.Accepted.class);
        assertThat(receipts.subList(3, 6)).hasOnlyElementsOfType(Receipt.Repeated.class);
    }

    @Test
    void what_is_delivered_is_counted_by_what_became_of_it() {
        double accepted = delivered("accepted");
        double repeated = delivered("repeated");
        double rejected = delivered("rejected");
        List<NewFeedback> mixed = new ArrayList<>(batch("meters", 0, 3));
        mixed.addAll(batch("meters", 2, 3));
        mixed.add(one(FeedbackExamples.anAnonymousScore("bad", 11)));

        intake.receive(mixed);

        assertThat(delivered("accepted") - accepted).isEqualTo(3);
        assertThat(delivered("repeated") - repeated).isEqualTo(1);
        assertThat(delivered("rejected") - rejected).isEqualTo(1);
    }

    private double delivered(String outcome) {
        return meters.get("ecou.feedback.delivered")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static int count(List<Receipt> receipts, Class<? extends Receipt> type) {
        return (int) receipts.stream().filter(type::isInstance).count();
    }

    private long stored(String source, int first, int end) {
        UUID[] ids = IntStream.range(first, end)
                .mapToObj(n -> Ids.derived("feedback", source, "n-" + n))
                .toArray(UUID[]::new);
        return database.sql("select count(*) from event_store.domain_event where aggregate_identifier = any (?)")
                .param(ids)
                .query(Long.class)
                .single();
    }

    private static List<NewFeedback> batch(String source, int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(n ->
                        one(FeedbackExamples.anAnonymousScore("n-" + n, n % 11).replace("kiosk", source)))
                .collect(Collectors.toList());
    }

    private static NewFeedback one(String json) {
        return Delivery.one(json.getBytes(StandardCharsets.UTF_8));
    }
}
