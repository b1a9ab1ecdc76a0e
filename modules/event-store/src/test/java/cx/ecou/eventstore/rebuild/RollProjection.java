package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.RowBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every lamp that was ever lit. */
@ProcessingGroup(RollProjection.PROCESSING_GROUP)
class RollProjection {

    static final String PROCESSING_GROUP = "lamp.roll";
    static final ModelTable TABLE = new ModelTable("roll", "lamp").appended();

    /** Writes every lamp twice where no key prevents it. */
    volatile boolean twice;

    /** Whether copies had a key when they were written. */
    final List<Boolean> keyed = Collections.synchronizedList(new ArrayList<>());

    private final JdbcClient database;
    private final RowBuffer<UUID> lit = new RowBuffer<>(this::write);

    RollProjection(JdbcClient database) {
        this.database = database;
        database.sql("""
                create schema if not exists roll;
                create table if not exists roll.lamp (lamp_id uuid primary key)""").update();
    }

    @EventHandler
    void on(LampLit event) {
        lit.add(event.lampId());
        if (twice && TABLE.isLoading()) {
            lit.add(event.lampId());
        }
    }

    private void write(List<UUID> lamps) {
        if (!TABLE.target().equals(TABLE.live())) {
            keyed.add(!TABLE.isLoading());
        }
        database.sql("insert into " + TABLE.target() + " select unnest(?::uuid[])")
                .param(lamps.toArray(UUID[]::new))
                .update();
    }

    static class Declared {

        @Bean
        ReadModel roll() {
            return ReadModel.of(PROCESSING_GROUP, TABLE);
        }
    }
}
