package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.ReactionGroup;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.RowBuffer;
import cx.ecou.eventstore.Shadow;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lamps stand on the shelf, and how many of each brightness; with everything that a table can have. */
@Component
@ProcessingGroup(ShelfProjection.PROCESSING_GROUP)
class ShelfProjection {

    static final String PROCESSING_GROUP = "lamp.shelf";
    static final ModelTable LAMP = new ModelTable("lamps", "lamp");
    static final ModelTable COUNT = new ModelTable("lamps", "brightness_count");

    /** Stops a rebuild before this brightness is handled; it goes on when the latch is open. */
    volatile int heldAt = -1;

    volatile CountDownLatch reached = new CountDownLatch(1);
    volatile CountDownLatch goOn = new CountDownLatch(1);

    /** Fails in a rebuild at this brightness. */
    volatile int failsAt = -1;

    /** Fails for the live processor at this brightness. */
    volatile int failsLiveAt = -1;

    /** With what it fails. */
    volatile RuntimeException failure = new IllegalStateException();

    private final JdbcClient database;
    private final RowBuffer<LampLit> lit = new RowBuffer<>(this::write);

    ShelfProjection(JdbcClient database) {
        this.database = database;
        createTables(database);
    }

    static void createTables(JdbcClient database) {
        database.sql("""
                create schema if not exists lamps;
                create table if not exists lamps.lamp (
                  lamp_id uuid primary key,
                  gone text,
                  brightness int not null check (brightness >= 0),
                  note text default '-',
                  broken boolean not null default false,
                  constraint lamp_once unique (lamp_id, brightness)
                ) with (fillfactor = 90, autovacuum_enabled = true);
                alter table lamps.lamp drop column if exists gone;
                create index if not exists lamp_bright on lamps.lamp (brightness desc, lamp_id) where not broken;
                create unique index if not exists lamp_words on lamps.lamp using btree (lower(note), lamp_id);
                create index if not exists lamp_note on lamps.lamp using gin (to_tsvector('simple', note));
                alter table lamps.lamp alter column note set statistics 0;
                alter index lamps.lamp_note alter column 1 set statistics 0;
                comment on table lamps.lamp is 'lamps';
                grant select on lamps.lamp to public;
                grant insert on lamps.lamp to pg_monitor;
                create table if not exists lamps.brightness_count (tens int primary key, lamps int not null)
                """).update();
    }

    @EventHandler
    void on(LampLit event) throws InterruptedException {
        if (event.brightness() == heldAt && Shadow.beingWritten() != null) {
            reached.countDown();
            goOn.await();
        }
        if (event.brightness() == (Shadow.beingWritten() == null ? failsLiveAt : failsAt)) {
            throw failure;
        }
        lit.add(event);
    }

    @EventHandler
    void on(LampBroken event) {
        lit.writeNow();
        database.sql("update " + LAMP.target() + " set broken = true where lamp_id = ?")
                .param(event.lampId())
                .update();
    }

    private void write(List<LampLit> lamps) {
        database.sql("insert into " + LAMP.target() + " (lamp_id, brightness, note)"
                        + " select * from unnest(?::uuid[], ?::int[], ?::text[])")
                .param(lamps.stream().map(LampLit::lampId).toArray(UUID[]::new))
                .param(lamps.stream().map(LampLit::brightness).toArray(Integer[]::new))
                .param(lamps.stream().map(LampLit::note).toArray(String[]::new))
                .update();
        lamps.forEach(lamp -> database.sql("insert into " + COUNT.target() + " as c values (?, 1)"
                        + " on conflict (tens) do update set lamps = c.lamps + 1")
                .param(lamp.brightness() / 10)
                .update());
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        ReadModel shelf() {
            return ReadModel.of(PROCESSING_GROUP, LAMP, COUNT);
        }

        @Bean
        ReactionGroup switchedOff() {
            return new ReactionGroup("lamp.switch-off");
        }
    }
}
