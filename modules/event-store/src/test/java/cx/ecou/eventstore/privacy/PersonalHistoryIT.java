package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.privacy.Guest.EntryRead;
import cx.ecou.eventstore.privacy.Guest.GuestLeft;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import cx.ecou.eventstore.privacy.Guest.GuestsMet;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
@Import(GuestBook.class)
@TestPropertySource(properties = "test.world=guests")
class PersonalHistoryIT {

    @Autowired
    Facts facts;

    @Autowired
    PersonalHistory history;

    @Autowired
    DataKeys keys;

    @Autowired
    SubjectCipher cipher;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    private final UUID ana = Ids.next();
    private final GuestWrote entry = Guest.ana(ana);

    @Test
    void it_is_all_that_was_said_of_a_person_in_the_order_in_which_it_was_recorded_and_in_the_clear() {
        GuestWrote later = Guest.ana(ana);
        record(entry.entryId(), entry, new GuestLeft(entry.entryId(), ana));
        record(later.entryId(), later);

        List<PersonalFact> all = history.of(List.of(ana));

        assertThat(all)
                .extracting(PersonalFact::name)
                .containsExactly("guest.GuestWrote", "guest.GuestLeft", "guest.GuestWrote");
        assertThat(all.get(0).said().path("name").asString()).isEqualTo(entry.name());
        assertThat(all.get(0).said().path("wishes").path("pillow").asString()).isEqualTo("hard");
        assertThat(all).extracting(PersonalFact::position).isSorted();
    }

    @Test
    void what_happened_to_the_things_that_they_began_belongs_to_it_though_it_names_nobody() {
        record(entry.entryId(), entry, new EntryRead(entry.entryId()));

        assertThat(history.of(List.of(ana)))
                .extracting(PersonalFact::name)
                .containsExactly("guest.GuestWrote", "guest.EntryRead");
    }

    @Test
    void nothing_is_in_it_that_was_said_of_somebody_else() {
        UUID jan = Ids.next();
        record(
                entry.entryId(),
                entry,
                new GuestWrote(entry.entryId(), jan, 1, "Jan", null, null, Map.of(), List.of(), null, null));
        GuestWrote other = Guest.ana(jan);
        record(other.entryId(), other);

        assertThat(history.of(List.of(ana)))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.said().path("guestId").asString()).isEqualTo(ana.toString()));
    }

    @Test
    void of_a_list_of_many_only_what_names_the_person_is_kept() {
        UUID jan = Ids.next();
        record(entry.entryId(), new GuestsMet(entry.entryId(), List.of(jan, ana)));

        assertThat(history.of(List.of(ana)))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.said().path("guests").toString()).isEqualTo("[\"" + ana + "\"]"));
    }

    @Test
    void of_somebody_who_was_erased_only_facts_are_left() {
        record(entry.entryId(), entry);
        transaction.executeWithoutResult(status -> keys.destroy(List.of(ana)));

        assertThat(history.of(List.of(ana))).singleElement().satisfies(fact -> {
            assertThat(fact.said().path("room").asInt()).isEqualTo(2);
            assertThat(fact.said().has("name")).isFalse();
        });
    }

    @Test
    void what_cannot_be_read_is_named_without_its_content() {
        record(entry.entryId(), entry);
        database.sql(
                        "update privacy.data_key set wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1) where subject_id = ?")
                .param(ana)
                .update();
        transaction.executeWithoutResult(status -> keys.destroy(List.of(Ids.next())));

        assertThat(history.of(List.of(ana)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.said().isNull()).isTrue());
    }

    @Test
    void of_nobody_there_is_nothing() {
        assertThat(history.of(List.of(Ids.next()))).isEmpty();
    }

    @Test
    void what_else_is_kept_of_a_person_is_encrypted_under_their_key_for_one_place() {
        byte[] plain = {1, 2, 3};
        byte[] encrypted = encrypt(plain).orElseThrow();

        assertThat(cipher.decrypt(ana, encrypted, "cellar")).hasValue(plain);
        assertThat(cipher.decrypt(ana, encrypted, "attic")).isEmpty();
        assertThat(cipher.decrypt(Ids.next(), encrypted, "cellar")).isEmpty();

        transaction.executeWithoutResult(status -> keys.destroy(List.of(ana)));

        assertThat(cipher.decrypt(ana, encrypted, "cellar")).isEmpty();
        assertThat(encrypt(plain)).isEmpty();
    }

    private Optional<byte[]> encrypt(byte[] plain) {
        Optional<byte[]> encrypted = transaction.execute(status -> cipher.encrypt(ana, plain, "cellar"));
        return Objects.requireNonNull(encrypted);
    }

    private void record(UUID aggregateId, Guest... events) {
        for (int n = 0; n < events.length; n++) {
            facts.record(List.of(new Fact(aggregateId, "Entry", n, events[n])));
        }
    }
}
