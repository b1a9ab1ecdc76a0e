package cx.ecou.actionplan.write.customercase;

import cx.ecou.actionplan.events.Priority;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a customer may wait for us: {@code ecou.action-plan.due.urgent}, {@code .high}, {@code .normal}. It counts
 * from when the case is opened, in calendar time, so that a case of feedback that was imported late can still be kept.
 */
@ConfigurationProperties("ecou.action-plan.due")
public record DueTimes(
        @DefaultValue("4h") Duration urgent,
        @DefaultValue("1d") Duration high,
        @DefaultValue("3d") Duration normal) {

    public DueTimes {
        if (urgent.toMinutes() < 1 || high.compareTo(urgent) < 0 || normal.compareTo(high) < 0) {
            throw new IllegalArgumentException("ecou.action-plan.due: urgent is at least a minute (1m), high at least"
                    + " as long as urgent, normal at least as long as high");
        }
    }

    /** Until when somebody must hear from us whose case is opened, or opened again, at this instant. */
    public Instant dueAt(Priority priority, Instant openedAt) {
        return openedAt.plus(
                switch (priority) {
                    case URGENT -> urgent;
                    case HIGH -> high;
                    case NORMAL -> normal;
                });
    }
}
