package cx.ecou.eventstore;

import cx.ecou.eventstore.Lamp.LampLit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A projection that counts the lamps, and remembers how its rows came: batch by batch. */
@Component
@ProcessingGroup("lamp.log")
class LampLog {

    final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final JdbcClient database;
    private final RowBuffer<LampLit> rows = new RowBuffer<>(this::write);

    LampLog(JdbcClient database) {
        this.database = database;
        database.sql("create table if not exists lamp_log (lamp_id uuid, brightness int)")
                .update();
    }

    @EventHandler
    void on(LampLit event) {
        rows.add(event);
    }

    private void write(List<LampLit> lit) {
        batches.add(lit.size());
        lit.forEach(lamp -> database.sql("insert into lamp_log values (?, ?)")
                .params(lamp.lampId(), lamp.brightness())
                .update());
    }

    List<Integer> brightnesses() {
        return database.sql("select brightness from lamp_log order by brightness")
                .query(Integer.class)
                .list();
    }
}
