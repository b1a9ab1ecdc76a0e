package cx.ecou.eventstore;

import cx.ecou.eventstore.Lamp.LampLit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reaction that cannot bear some lamps, and says too much about them. */
@Component
@ProcessingGroup("lamp.alarm")
class LampAlarm {

    static final int DARK = -1;
    static final int NOT_A_NUMBER = -2;

    private final JdbcClient database;

    LampAlarm(JdbcClient database) {
        this.database = database;
    }

    @EventHandler
    void on(LampLit event) {
        if (event.brightness() == DARK) {
            throw new IllegalStateException("no light for " + event.note());
        }
        if (event.brightness() == NOT_A_NUMBER) {
            database.sql("select ?::text::int")
                    .param(event.note())
                    .query(Integer.class)
                    .single();
        }
    }
}
