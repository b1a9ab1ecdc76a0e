package cx.ecou.eventstore.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.privacy.Guest.GuestLeft;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class EventEncryptionTests {

    private static final List<EventRegister> GUESTS = List.of(new EventRegister("guest", Guest.class));

    private final EventJson json = new EventJson(new PersonalCatalogue(GUESTS));
    private final NamedEventSerializer serializer = new NamedEventSerializer(new LogicalNames(GUESTS));
    private final UUID ana = UUID.randomUUID();
    private final EventKeys keys =
            new EventKeys(Map.of(ana, new DataKey(ana, new SecretKeySpec(Aes.random(Aes.KEY_BYTES), "AES"))));
    private final EventKeys destroyed = new EventKeys(Map.of(ana, new DataKey(ana, null)));
    private final EventIdentity first = new EventIdentity("guest.GuestWrote", UUID.randomUUID(), UUID.randomUUID());

    @Test
    void texts_numbers_records_maps_and_lists_come_back_as_they_were() {
        GuestWrote said = Guest.ana(ana);

        assertThat(read(first, stored(said), keys)).isEqualTo(said);
    }

    @Test
    void nothing_of_them_can_be_seen_and_all_else_can_be_read() {
        String stored = new String(stored(Guest.ana(ana)), UTF_8);

        assertThat(stored)
                .contains("\"guestId\":\"" + ana, "\"room\":2", "\"weather\":\"rain\"")
                .matches("\\{.*,\"personal\":\"v1\\.[A-Za-z0-9_-]+\"}")
                .doesNotContain("Kowalska", "age", "Długa", "pillow", "Jan", "name", "companions");
    }

    @Test
    void the_same_words_are_never_encrypted_to_the_same_letters() {
        GuestWrote said = Guest.ana(ana);

        assertThat(stored(said)).isNotEqualTo(stored(said));
    }

    @Test
    void what_was_not_said_stays_unsaid() {
        GuestWrote nameOnly =
                new GuestWrote(UUID.randomUUID(), ana, 1, "Ana", null, null, Map.of(), List.of(), null, null);

        assertThat(read(first, stored(nameOnly), keys)).isEqualTo(nameOnly);
        assertThat(new String(json.legible(nameOnly), UTF_8)).endsWith(",\"personal\":{\"name\":\"Ana\"}}");
    }

    @Test
    void a_list_that_may_be_missing_is_told_from_an_empty_one() {
        GuestWrote none =
                new GuestWrote(UUID.randomUUID(), ana, 1, null, null, null, Map.of(), List.of(), List.of(), null);

        assertThat(read(first, stored(none), keys)).isEqualTo(none);
        assertThat(read(first, stored(none), destroyed)).isEqualTo(Guest.without(none));
    }

    @Test
    void an_event_in_which_nothing_personal_is_said_holds_no_ciphertext_and_needs_no_key() {
        GuestWrote silent = Guest.without(Guest.ana(ana));
        GuestLeft left = new GuestLeft(UUID.randomUUID(), ana);

        assertThat(json.personal(silent)).isNull();
        assertThat(json.personal(left)).isNull();
        assertThat(new String(stored(silent), UTF_8)).doesNotContain("personal", "wishes");
        assertThat(read(first, stored(silent), EventKeys.NONE)).isEqualTo(silent);
    }

    @Test
    void once_the_key_is_destroyed_it_reads_as_if_nothing_personal_had_been_said() {
        GuestWrote said = Guest.ana(ana);

        assertThat(read(first, stored(said), destroyed)).isEqualTo(Guest.without(said));
    }

    @Test
    void of_somebody_whose_key_is_destroyed_only_the_fact_is_kept() {
        GuestWrote said = Guest.ana(ana);

        byte[] stored = destroyed.encrypt(first, json.clear(said), json.personal(said));

        assertThat(read(first, stored, keys)).isEqualTo(Guest.without(said));
    }

    @Test
    void a_ciphertext_belongs_to_one_event_of_one_name_in_one_aggregate() {
        byte[] stored = stored(Guest.ana(ana));

        for (EventIdentity other : List.of(
                new EventIdentity("guest.Other", first.eventId(), first.aggregateId()),
                new EventIdentity(first.name(), UUID.randomUUID(), first.aggregateId()),
                new EventIdentity(first.name(), first.eventId(), UUID.randomUUID()))) {
            assertThatThrownBy(() -> keys.decrypt(other, stored))
                    .isInstanceOf(UnreadablePersonalParts.class)
                    .hasMessageContaining("belongs to another event");
        }
    }

    @Test
    void an_altered_ciphertext_is_refused_wherever_it_was_altered() {
        byte[] stored = stored(Guest.ana(ana));
        int begin = new String(stored, UTF_8).indexOf("v1.") + 3;

        for (int at = begin; at < stored.length - 3; at++) {
            byte[] altered = stored.clone();
            altered[at] = (byte) (altered[at] == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> keys.decrypt(first, altered)).isInstanceOf(UnreadablePersonalParts.class);
        }
    }

    @Test
    void one_that_is_cut_off_or_of_a_later_version_is_refused_and_never_taken_for_erased() {
        String stored = new String(stored(Guest.ana(ana)), UTF_8);
        int begin = stored.indexOf("v1.");

        for (String broken : List.of(
                stored.substring(0, begin + 3) + "\"}",
                stored.substring(0, begin + 20) + "\"}",
                stored.substring(0, begin + 43) + "\"}",
                stored.replace("v1.", "v2."),
                stored.replace("v1.", ""))) {
            assertThatThrownBy(() -> keys.decrypt(first, broken.getBytes(UTF_8)))
                    .as(broken)
                    .isInstanceOf(UnreadablePersonalParts.class);
        }
    }

    @Test
    void a_missing_key_is_not_a_destroyed_one() {
        byte[] stored = stored(Guest.ana(ana));

        assertThatThrownBy(() -> EventKeys.NONE.decrypt(first, stored))
                .isInstanceOf(UnreadablePersonalParts.class)
                .hasMessageContaining("missing");
    }

    @Test
    void what_was_stored_in_the_clear_is_read_as_it_is() {
        GuestWrote said = Guest.ana(ana);
        byte[] clear = json.joined(said);

        assertThat(keys.decrypt(first, clear)).isSameAs(clear);
        assertThat(read(first, clear, EventKeys.NONE)).isEqualTo(said);
    }

    @Test
    void nobody_can_pretend_a_ciphertext_by_writing_one() {
        for (String written : List.of(
                "\",\"personal\":\"v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "personal\":\"v1.AAAA",
                "v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            GuestWrote said = new GuestWrote(
                    UUID.randomUUID(),
                    ana,
                    1,
                    written,
                    null,
                    null,
                    Map.of("personal", written),
                    List.of(),
                    null,
                    written);

            assertThat(read(first, stored(said), keys)).isEqualTo(said);
            assertThat(read(first, stored(Guest.without(said)), EventKeys.NONE)).isEqualTo(Guest.without(said));
            assertThat(read(first, json.joined(said), EventKeys.NONE)).isEqualTo(said);
        }
    }

    @Test
    void the_person_can_be_told_without_the_key() {
        assertThat(StoredText.subjectOf(stored(Guest.ana(ana)))).isEqualTo(ana);
        assertThat(StoredText.subjectOf("{}".getBytes(UTF_8))).isNull();
        assertThat(StoredText.subjectOf(new byte[0])).isNull();
        assertThat(Arrays.asList("{\"a\":\"b\"}", "\"}", "{\"personal\":\"v1.x\"}"))
                .allSatisfy(text ->
                        assertThat(StoredText.subjectOf(text.getBytes(UTF_8))).isNull());
    }

    private byte[] stored(Object event) {
        return keys.encrypt(first, json.clear(event), json.personal(event));
    }

    private Object read(EventIdentity identity, byte[] stored, EventKeys with) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                with.decrypt(identity, stored), byte[].class, serializer.typeForClass(GuestWrote.class)));
    }
}
