package cx.ecou.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shelf of lamps, told apart by their brightness, and its rebuilds. */
class RebuiltLamps {

    private static final String SHELF = ShelfProjection.PROCESSING_GROUP;
    private static final AtomicInteger BRIGHTNESS = new AtomicInteger();

    private final Rebuilds rebuilds;
    private final RebuildTable table;
    private final ShelfProjection shelf;
    private final Facts facts;
    private final Positions positions;
    private final JdbcClient database;

    RebuiltLamps(
            Rebuilds rebuilds,
            RebuildTable table,
            ShelfProjection shelf,
            Facts facts,
            Positions positions,
            JdbcClient database) {
        this.rebuilds = rebuilds;
        this.table = table;
        this.shelf = shelf;
        this.facts = facts;
        this.positions = positions;
        this.database = database;
    }

    /** Lights 350 lamps, of which every tenth breaks, and says how bright the first one is. */
    int lightMore() {
        int first = BRIGHTNESS.getAndAdd(1_000);
        light(first, first + 350);
        settle();
        return first;
    }

    /** Whatever is held goes on, and nothing is under way any more. */
    void letGo() {
        shelf.heldAt = -1;
        shelf.failsAt = -1;
        shelf.failsLiveAt = -1;
        shelf.goOn.countDown();
        await().until(() -> rebuilds.progress(SHELF)
                .filter(rebuild -> rebuild.state().isActive())
                .isEmpty());
        await().until(() -> shadows() == 0);
    }

    void begin() {
        assertThat(table.begin(SHELF, UUID.randomUUID(), "ana")).isTrue();
    }

    ReadModel model() {
        return rebuilds.find(SHELF).orElseThrow();
    }

    void holdAt(int brightness) {
        shelf.reached = new CountDownLatch(1);
        shelf.goOn = new CountDownLatch(1);
        shelf.heldAt = brightness;
    }

    Rebuild rebuilt() {
        rebuilds.start(SHELF, "ana");
        Rebuild finished = finished();
        assertThat(finished.state()).as("%s", finished.failure()).isEqualTo(RebuildState.DONE);
        return finished;
    }

    Rebuild finished() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> rebuilds.progress(SHELF).orElseThrow(),
                        rebuild -> !rebuild.state().isActive());
    }

    void light(int from, int to) {
        List<Fact> events = new ArrayList<>();
        IntStream.range(from, to).forEach(brightness -> {
            UUID lamp = Ids.next();
            events.add(new Fact(lamp, "Lamp", new LampLit(lamp, brightness, "Lämpchen " + brightness)));
            if (brightness % 10 == 0) {
                events.add(new Fact(Ids.next(), "Breakage", new LampBroken(lamp)));
            }
        });
        runAsync(() -> facts.record(events)).join();
    }

    void settle() {
        assertThat(positions.await(SHELF, positions.head(), Duration.ofSeconds(20)))
                .isTrue();
    }

    long positionOf(int brightness) {
        return number("select global_index from event_store.domain_event where payload like '%\"brightness\":"
                + brightness + ",%'");
    }

    String row() {
        return database.sql("select rebuild::text from event_store.rebuild rebuild where processing_group = ?")
                .param(SHELF)
                .query(String.class)
                .single();
    }

    long table(String name) {
        return number("select '" + name + "'::regclass::oid::bigint");
    }

    long count(String name) {
        return number("select count(*) from " + name);
    }

    long broken() {
        return number("select count(*) from event_store.domain_event where payload_type = 'lamp.LampBroken'");
    }

    long brightest() {
        return number("select max(brightness) from lamps.lamp");
    }

    long shadows() {
        return number("select count(*) from pg_namespace where nspname like '%_rebuild'");
    }

    long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    String content() {
        return database.sql("select string_agg(lamp::text, ';' order by lamp_id) from lamps.lamp lamp")
                .query(String.class)
                .single();
    }
}
