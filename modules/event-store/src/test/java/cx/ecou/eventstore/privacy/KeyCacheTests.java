package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTests {

    private final AtomicLong clock = new AtomicLong();
    private final KeyCache cache = new KeyCache(clock::get, 100);

    @Test
    void a_key_is_forgotten_within_a_minute_also_when_nobody_says_so() {
        for (int begun = 0; begun < 60; begun += 7) {
            pass(Duration.ofSeconds(begun));
            DataKey key = put();
            pass(Duration.ofSeconds(24));
            assertThat(cache.get(key.subject())).isEqualTo(key);
            pass(Duration.ofSeconds(28));
            assertThat(cache.get(key.subject())).isNull();
        }
    }

    @Test
    void a_key_that_is_used_all_the_time_is_forgotten_too() {
        DataKey key = put();
        boolean known = true;
        int seconds = 0;
        for (; known && seconds < 100; seconds++) {
            pass(Duration.ofSeconds(1));
            known = cache.get(key.subject()) != null;
        }
        assertThat(seconds).isBetween(25, 55);
    }

    @Test
    void everything_is_forgotten_at_once_when_a_key_was_destroyed() {
        DataKey key = put();

        cache.forgetAll();

        assertThat(cache.get(key.subject())).isNull();
    }

    @Test
    void what_was_looked_up_before_that_is_not_remembered_afterwards() {
        long epoch = cache.epoch();
        DataKey key = key();
        cache.forgetAll();

        cache.put(epoch, List.of(key));

        assertThat(cache.get(key.subject())).isNull();
    }

    @Test
    void of_many_keys_the_latest_are_kept() {
        DataKey first = put();
        for (int i = 0; i < 250; i++) {
            put();
        }
        DataKey last = put();

        assertThat(cache.get(first.subject())).isNull();
        assertThat(cache.get(last.subject())).isEqualTo(last);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private DataKey put() {
        DataKey key = key();
        cache.put(cache.epoch(), List.of(key));
        return key;
    }

    private static DataKey key() {
        return new DataKey(UUID.randomUUID(), null);
    }
}
