package cx.ecou.insight.read.scorecount;

import static cx.ecou.insight.FeedbackExamples.on;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.insight.Intake;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class RecountIT {

    private static final Instant ALWAYS = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant FOR_EVER = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    Intake intake;

    @Autowired
    StoredEvents stored;

    @Autowired
    ScoreCountProjection projection;

    @Autowired
    TransactionManager transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.set(Intake.NOON);
    }

    @Test
    void counting_everything_again_in_one_go_gives_the_same_rows() {
        intake.recordAt(
                "2014-04-02T12:00:00Z",
                on("2014-03-04", Score.nps(9)),
                on("2014-03-04", Score.nps(9)).at("returns"));
        intake.recordAt("2014-04-03T12:00:00Z", on("2014-03-04", Score.nps(9)));
        intake.recordAt("2014-04-03T13:00:00Z", on("2014-03-05", Score.nps(3)).through(null));
        List<Map<String, Object>> before = rows();

        countEverythingAgain();

        assertThat(rows()).isEqualTo(before).isNotEmpty();
    }

    private void countEverythingAgain() {
        var unitOfWork = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.execute(() -> {
            database.sql("truncate insight.score_count").update();
            stored.recordedBetween(
                    ALWAYS,
                    FOR_EVER,
                    FeedbackReceived.class,
                    event -> projection.on((FeedbackReceived) event.event(), event.recordedAt()));
        });
    }

    private List<Map<String, Object>> rows() {
        return database.sql("""
                        select counted_by, touchpoint, channel, metric, scale, occurred_on, recorded_on, value, answers
                          from insight.score_count join insight.scope using (scope_id)
                         order by scope_id, metric, occurred_on, recorded_on, scale, value""").query().listOfRows();
    }
}
