package cx.ecou.platform.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.kernel.ApiClient;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.MovableClock;
import cx.ecou.platform.access.People;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.access.Secrets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ApiKeysIT {

    private static final Set<String> READ = Set.of("kpi:read");

    @Autowired
    ApiKeys keys;

    @Autowired
    KeyRing ring;

    @Autowired
    KnownScopes scopes;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    UUID admin = new UUID(0, 0);

    @BeforeEach
    void noKeys() {
        jdbc.sql("delete from access.api_key").update();
        admin = people.with(Role.ADMIN).id();
    }

    @Test
    void a_key_is_recognised_as_its_integration_with_its_scopes() {
        String key = keys.make("shop", READ, null, admin);

        assertThat(ring.recognise(key)).contains(new ApiClient(only().id(), "shop", READ));
    }

    @Test
    void of_a_key_only_its_id_and_hash_are_stored() {
        String key = keys.make("shop", READ, null, admin);

        String row = jdbc.sql("select row_to_json(k)::text from access.api_key k")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(key.substring(18)).contains(key.substring(5, 17));
        assertThat(only().secretHash()).isEqualTo(Secrets.sha256(key));
    }

    @Test
    void a_key_with_one_wrong_letter_is_nobody() {
        String key = keys.make("shop", READ, null, admin);
        char last = key.charAt(key.length() - 1);

        assertThat(ring.recognise(key.substring(0, key.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isEmpty();
    }

    @Test
    void a_revoked_key_is_refused_at_once() {
        String key = keys.make("shop", READ, null, admin);
        assertThat(ring.recognise(key)).isPresent();

        keys.revoke(only().id());

        assertThat(ring.recognise(key)).isEmpty();
    }

    @Test
    void a_key_revoked_at_another_node_is_refused_after_three_seconds() {
        String key = keys.make("shop", READ, null, admin);
        assertThat(ring.recognise(key)).isPresent();

        jdbc.sql("update access.api_key set revoked_at = now()").update();
        assertThat(ring.recognise(key)).isPresent();

        clock.forward(KeyRing.REMEMBERED);
        assertThat(ring.recognise(key)).isEmpty();
    }

    @Test
    void a_key_expires_to_the_instant_even_while_it_is_remembered() {
        String key = keys.make("shop", READ, clock.instant().plusSeconds(60), admin);
        clock.forward(Duration.ofSeconds(58));
        assertThat(ring.recognise(key)).isPresent();

        clock.forward(Duration.ofSeconds(2));
        assertThat(ring.recognise(key)).isEmpty();
    }

    @Test
    void the_last_use_is_written_at_most_once_a_minute() {
        String key = keys.make("shop", READ, null, admin);
        assertThat(only().lastUsedAt()).isNull();

        ring.recognise(key);
        var first = only().lastUsedAt();
        clock.forward(Duration.ofSeconds(50));
        ring.recognise(key);
        assertThat(only().lastUsedAt()).isNotNull().isEqualTo(first);

        clock.forward(Duration.ofSeconds(11));
        ring.recognise(key);
        assertThat(only().lastUsedAt()).isAfter(first);
    }

    @Test
    void a_wrong_key_is_no_use_of_the_right_one() {
        String key = keys.make("shop", READ, null, admin);

        ring.recognise(key.substring(0, key.length() - 2) + "__");

        assertThat(only().lastUsedAt()).isNull();
    }

    @Test
    void an_integration_changes_over_with_two_keys_and_never_has_three() {
        String first = keys.make("shop", READ, null, admin);
        UUID id = only().id();

        String second = keys.rotate(id, admin);

        assertThat(ring.recognise(first)).isPresent();
        assertThat(ring.recognise(second)).hasValueSatisfying(client -> {
            assertThat(client.name()).isEqualTo("shop");
            assertThat(client.scopes()).isEqualTo(READ);
        });
        assertBroken("api-key.two-active", () -> keys.rotate(id, admin));

        keys.revoke(id);
        assertBroken("api-key.not-active", () -> keys.rotate(id, admin));
        assertThat(ring.recognise(second)).isPresent();
    }

    @Test
    void a_second_key_lasts_as_long_as_the_first_was_made_for() {
        keys.make("shop", READ, clock.instant().plus(Duration.ofDays(30)), admin);
        UUID first = only().id();
        clock.forward(Duration.ofDays(20));

        keys.rotate(first, admin);

        assertThat(keys.all())
                .filteredOn(key -> !key.id().equals(first))
                .singleElement()
                .satisfies(key -> assertThat(Duration.between(clock.instant(), key.expiresAt()))
                        .isBetween(Duration.ofDays(29), Duration.ofDays(30)));
    }

    @Test
    void a_name_that_has_a_key_is_taken_however_it_is_written() {
        keys.make("shop", READ, null, admin);

        assertBroken("api-key.name-taken", () -> keys.make("Shop", READ, null, admin));
    }

    @Test
    void the_operators_key_is_taken_as_it_is_and_may_do_everything() {
        keys.accept("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");

        assertThat(ring.recognise("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f"))
                .hasValueSatisfying(client ->
                        assertThat(client.scopes()).isEqualTo(scopes.all()).contains("metrics:read"));
    }

    @Test
    void the_operators_next_key_replaces_the_one_before() {
        keys.accept("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");
        keys.accept("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");
        assertThat(keys.all()).hasSize(1);

        keys.accept("aa0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");
        clock.forward(KeyRing.REMEMBERED);

        assertThat(ring.recognise("aa0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f")).isPresent();
        assertThat(ring.recognise("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f")).isEmpty();
    }

    @Test
    void the_operators_key_once_revoked_does_not_come_back_with_a_restart() {
        keys.accept("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");
        keys.revoke(only().id());

        keys.accept("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");

        assertThat(ring.recognise("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f")).isEmpty();
    }

    @Test
    void the_scopes_are_those_that_handlers_ask_for() {
        assertThat(scopes.all()).contains("feedback:write", "feedback:read", "kpi:read", "metrics:read");
    }

    private ApiKey only() {
        assertThat(keys.all()).hasSize(1);
        return keys.all().get(0);
    }

    private static void assertBroken(String code, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
