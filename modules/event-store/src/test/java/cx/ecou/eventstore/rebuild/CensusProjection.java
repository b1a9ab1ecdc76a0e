package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Gathering;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.Shadow;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many lamps are how bright. */
@ProcessingGroup(CensusProjection.PROCESSING_GROUP)
class CensusProjection {

    static final String PROCESSING_GROUP = "lamp.census";
    static final ModelTable TABLE = new ModelTable("census", "brightness").counting("lamps");

    /** So many lamps are too many to be gathered any longer. */
    volatile int enough = Integer.MAX_VALUE;

    /** Fails in a rebuild at this brightness. */
    volatile int failsAt = -1;

    /** Stops a rebuild before this brightness is handled; it goes on when the latch is open. */
    volatile int heldAt = -1;

    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final AtomicInteger loads = new AtomicInteger();

    private final JdbcClient database;
    private final Gathering<Map<Integer, Integer>> lit = new Gathering<>(TreeMap::new, this::write);

    CensusProjection(JdbcClient database) {
        this.database = database;
        database.sql("""
                create schema if not exists census;
                create table if not exists census.brightness (
                  tens int,
                  lamps bigint not null check (lamps > 0),
                  primary key (tens)
                ) with (fillfactor = 80);
                create index if not exists brightness_lamps on census.brightness (lamps)""").update();
    }

    @EventHandler
    void on(LampLit event) throws InterruptedException {
        if (Shadow.beingWritten() != null && event.brightness() == heldAt) {
            reached.countDown();
            goOn.await();
        }
        if (Shadow.beingWritten() != null && event.brightness() == failsAt) {
            throw new IllegalStateException();
        }
        Map<Integer, Integer> gathered = lit.now();
        gathered.merge(event.brightness() / 10, 1, Integer::sum);
        if (gathered.values().stream().mapToInt(Integer::intValue).sum() >= enough) {
            Shadow.writeSoon();
        }
    }

    private void write(Map<Integer, Integer> gathered) {
        loads.addAndGet(TABLE.isLoading() ? 1 : 0);
        database.sql("insert into " + TABLE.target() + " as counted select * from unnest(?::int[], ?::int[])"
                        + (TABLE.isLoading()
                                ? ""
                                : " on conflict (tens) do update set lamps = counted.lamps + excluded.lamps"))
                .param(gathered.keySet().toArray(Integer[]::new))
                .param(gathered.values().toArray(Integer[]::new))
                .update();
    }

    static class Declared {

        @Bean
        ReadModel census() {
            return ReadModel.of(PROCESSING_GROUP, TABLE);
        }
    }
}
