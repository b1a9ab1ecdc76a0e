package cx.ecou.customer.automation;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.write.person.Recognitions;
import cx.ecou.customer.write.person.Sighting;
import cx.ecou.eventstore.RowBuffer;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/**
 * Whoever shows up in what is recorded, here or in a module above, is recognised as the customer they are, in the order of the
 * store. It begins with the first event: also those who were seen before this existed are customers.
 */
@Component
@ProcessingGroup(WhenCustomerIsSeenThenRecognise.PROCESSING_GROUP)
class WhenCustomerIsSeenThenRecognise {

    static final String PROCESSING_GROUP = "customer.recognition";

    private final RowBuffer<Sighting> seen;

    WhenCustomerIsSeenThenRecognise(Recognitions recognitions) {
        this.seen = new RowBuffer<>(recognitions::recognise);
    }

    @EventHandler
    void on(CustomerSeen event, @Timestamp Instant recordedAt) {
        if (event.tellsWho()) {
            seen.add(new Sighting(event, recordedAt));
        }
    }
}
