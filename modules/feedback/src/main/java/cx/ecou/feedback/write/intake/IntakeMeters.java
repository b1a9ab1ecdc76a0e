package cx.ecou.feedback.write.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what the intake answers: accepted, repeated, rejected. */
@Component
class IntakeMeters {

    private final Counter accepted;
    private final Counter repeated;
    private final Counter rejected;

    IntakeMeters(MeterRegistry meters) {
        this.accepted = counter(meters, "accepted");
        this.repeated = counter(meters, "repeated");
        this.rejected = counter(meters, "rejected");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("ecou.feedback.delivered")
                .description("Feedback delivered to the intake, by what became of it")
                .tag("outcome", outcome)
                .register(meters);
    }

    void count(List<Receipt> receipts) {
        int accepts = 0;
        int repeats = 0;
        for (Receipt receipt : receipts) {
            if (receipt instanceof Receipt.Accepted) {
                accepts++;
            } else if (receipt instanceof Receipt.Repeated) {
                repeats++;
            }
        }
        accepted.increment(accepts);
        repeated.increment(repeats);
        rejected.increment(receipts.size() - accepts - repeats);
    }
}
