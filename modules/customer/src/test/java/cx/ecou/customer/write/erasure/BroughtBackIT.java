package cx.ecou.customer.write.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.read.directory.Directory;
import cx.ecou.customer.read.erasure.ErasureProofs;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Descriptions;
import cx.ecou.customer.write.description.NewDescription;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class BroughtBackIT {

    @Autowired
    World world;

    @Autowired
    BroughtBack broughtBack;

    @Autowired
    Descriptions descriptions;

    @Autowired
    Merging merging;

    @Autowired
    Directory directory;

    @Autowired
    ErasureProofs proofs;

    @Autowired
    DataKeys keys;

    @Autowired
    List<ClearText> places;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void whoever_an_older_backup_brings_back_is_erased_again_and_out_of_what_is_read_at_once() {
        UUID ana = described("shop", "r1", "Ana Kowalska");
        onlyTheKeysAreDestroyedOf(ana);
        assertThat(directory.find(ana)).isPresent();

        assertThat(broughtBack.eraseAgain()).isEqualTo(1);

        assertThat(places)
                .allSatisfy(place -> assertThat(place.held(jdbc, List.of(ana)).legible())
                        .as(place.table().live())
                        .isZero());
        world.settles();
        UUID erasureId = proofs.of(ana).orElseThrow();
        assertThat(((CustomerErased) world.recorded(erasureId).get(0)).reason()).isEqualTo(ErasureReason.RESTORED);
        assertThat(proofs.find(erasureId).orElseThrow().isDone()).isTrue();
        assertThat(directory.find(ana)).isEmpty();
        assertThat(broughtBack.eraseAgain()).isZero();
    }

    @Test
    void who_was_separated_before_is_not_erased_with_the_other_whom_the_backup_holds_to_be_the_same() {
        UUID ana = described("shop", "r2-a", "Ana");
        UUID jan = described("app", "r2-b", "Jan");
        merging.merge(jan, ana, Ids.next());
        world.settles();
        onlyTheKeysAreDestroyedOf(ana);

        assertThat(broughtBack.eraseAgain()).isEqualTo(1);
        world.settles();

        assertThat(keys.isDestroyed(jan)).isFalse();
        assertThat(world.customerOf(jan)).isEqualTo(jan);
        assertThat(directory.find(jan)).hasValueSatisfying(row -> {
            assertThat(row.name()).isEqualTo("Jan");
            assertThat(row.subjects()).isEqualTo(1);
        });
        UUID separated = world.customerOf(CustomerSeen.subjectOf("shop", "r2-a"));
        assertThat(separated).isNotEqualTo(jan);
        assertThat(proofs.of(separated)).isPresent();
        assertThat(proofs.of(jan)).isEmpty();
        assertThat(directory.acquaintances(separated))
                .singleElement()
                .satisfies(known -> assertThat(known.name()).isNull());
    }

    private UUID described(String source, String ref, String name) {
        descriptions.receive(List.of(Delivered.of(new NewDescription(
                source,
                ref,
                name,
                List.of(ref + "@example.org"),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("tone", "warm")))));
        world.settles();
        return CustomerSeen.subjectOf(source, ref);
    }

    /** As the list does it that is kept outside of the database. */
    private void onlyTheKeysAreDestroyedOf(UUID subject) {
        transaction.executeWithoutResult(status -> keys.destroy(List.of(subject)));
    }
}
