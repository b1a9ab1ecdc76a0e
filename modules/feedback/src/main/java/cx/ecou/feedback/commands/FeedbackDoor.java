package cx.ecou.feedback.commands;

import cx.ecou.feedback.write.intake.Delivery;
import cx.ecou.feedback.write.intake.Intake;
import cx.ecou.feedback.write.intake.Receipt;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes feedback in that another module of this program brings along, by the rules of the API. */
@Component
public class FeedbackDoor {

    private final Intake intake;

    FeedbackDoor(Intake intake) {
        this.intake = intake;
    }

    /**
     * What became of a delivery.
     *
     * @param accepted how many are new and recorded
     * @param repeated how many were recorded before, with the same content
     * @param rejected how many were refused
     */
    public record Outcome(int accepted, int repeated, int rejected) {}

    /**
     * Takes in one piece of feedback from each line; a key that is known adds nothing.
     *
     * @param lines JSON in UTF-8 as in {@code POST /api/v1/feedback/batch}, at most 5,000
     * @throws cx.ecou.webshell.problems.InvalidInput when there are more
     */
    public Outcome receive(byte[] lines) {
        List<Receipt> receipts = intake.receive(Delivery.lines(lines));
        int accepted = count(receipts, Receipt.Accepted.class);
        int repeated = count(receipts, Receipt.Repeated.class);
        return new Outcome(accepted, repeated, receipts.size() - accepted - repeated);
    }

    private static int count(List<Receipt> receipts, Class<? extends Receipt> kind) {
        return (int) receipts.stream().filter(kind::isInstance).count();
    }
}
