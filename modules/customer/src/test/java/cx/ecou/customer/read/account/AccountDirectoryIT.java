package cx.ecou.customer.read.account;

import static cx.ecou.customer.read.account.Staff.of;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.World;
import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test has a source of its own. */
@EcouTest
class AccountDirectoryIT {

    private static final Instant NOON = Instant.parse("2026-07-25T12:00:00Z");

    @Autowired
    World world;

    @Autowired
    AccountDirectory accounts;

    @Autowired
    AccountPeople people;

    @Autowired
    Merging merging;

    @Test
    void a_company_has_the_people_whom_its_source_says_to_act_for_it() {
        world.recordsAll(List.of(
                company("ad1", "acme", "Acme"),
                of("acme", "ad1", "p-1", "Ana", "buyer"),
                of("acme", "ad1", "p-2", "Jan", null),
                of("zebra", "ad1", "p-3", "Ioana", "buyer"),
                of("acme", "ad1-other", "p-1", "Jiří", "buyer")));

        assertThat(accounts.find("ad1", "acme")).hasValueSatisfying(acme -> {
            assertThat(acme.name()).isEqualTo("Acme");
            assertThat(acme.attributes()).isEqualTo(Map.of("industry", "retail"));
            assertThat(acme.describedAt()).isEqualTo(NOON);
            assertThat(acme.people()).isEqualTo(2);
        });
        assertThat(peopleOf("ad1", "acme")).containsExactlyInAnyOrder("Ana buyer", "Jan null");
    }

    @Test
    void a_company_that_only_its_people_have_named_is_known_by_its_key() {
        world.recordsAll(List.of(of("unnamed", "ad2", "p-1", "Ana", "user")));

        assertThat(accounts.find("ad2", "unnamed")).hasValueSatisfying(company -> {
            assertThat(company.title()).isEqualTo("unnamed");
            assertThat(company.describedAt()).isNull();
            assertThat(company.people()).isEqualTo(1);
        });
    }

    @Test
    void and_no_more_when_it_was_a_slip_that_the_source_has_corrected() {
        world.recordsAll(List.of(of("acmee", "ad3", "p-1", "Ana", null)));
        world.recordsAll(List.of(of("acme", "ad3", "p-1", "Ana", null)));

        assertThat(accounts.find("ad3", "acmee")).isEmpty();
        assertThat(found("acmee")).isEmpty();
        assertThat(peopleOf("ad3", "acme")).containsExactly("Ana null");
    }

    @Test
    void what_is_said_of_a_company_replaces_what_was_said_before_even_within_one_batch() {
        AccountDescribed acme = company("ad4", "acme", "Acme");
        AccountDescribed renamed = company("ad4", "acme", "Apex");

        world.recordsAll(List.of(acme, renamed, acme));
        assertThat(accounts.find("ad4", "acme"))
                .hasValueSatisfying(row -> assertThat(row.title()).isEqualTo("Acme"));

        world.recordsAll(List.of(
                new AccountDescribed(acme.accountId(), "ad4", "acme", null, Map.of(), NOON),
                of("acme", "ad4", "p-1", "Ana", null)));
        assertThat(accounts.find("ad4", "acme")).hasValueSatisfying(row -> {
            assertThat(row.title()).isEqualTo("acme");
            assertThat(row.attributes()).isEmpty();
            assertThat(row.describedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void two_people_who_turn_out_to_be_one_are_one_of_its_people_until_they_are_two_again() {
        world.recordsAll(List.of(
                of("acme", "ad5", "p-1", "Ana", "user", NOON),
                of("acme", "ad5", "p-2", "Anna", "decision maker", NOON.plusSeconds(1))));
        UUID mergeId =
                merging.merge(CustomerSeen.subjectOf("ad5", "p-1"), CustomerSeen.subjectOf("ad5", "p-2"), Ids.next());
        world.settles();

        assertThat(peopleOf("ad5", "acme")).containsExactly("Anna decision maker");
        assertThat(accounts.find("ad5", "acme").orElseThrow().people()).isEqualTo(1);

        merging.undo(mergeId, Ids.next());
        world.settles();

        assertThat(peopleOf("ad5", "acme")).containsExactlyInAnyOrder("Ana user", "Anna decision maker");
    }

    @Test
    void somebody_who_acts_for_two_companies_is_one_of_the_people_of_both() {
        world.recordsAll(
                List.of(of("acme", "ad6", "p-1", "Ana", "user"), of("zebra", "ad6-app", "u-1", "Ana", "buyer")));
        merging.merge(CustomerSeen.subjectOf("ad6", "p-1"), CustomerSeen.subjectOf("ad6-app", "u-1"), Ids.next());
        world.settles();

        assertThat(peopleOf("ad6", "acme")).containsExactly("Ana user");
        assertThat(peopleOf("ad6-app", "zebra")).containsExactly("Ana buyer");
    }

    @Test
    void who_was_erased_is_not_one_of_its_people_and_a_company_that_was_described_stays() {
        world.recordsAll(List.of(
                company("ad7", "acme", "Acme"),
                of("acme", "ad7", "p-1", "Ana", "buyer"),
                of("acme", "ad7", "p-2", "Jan", "user"),
                of("only-anas", "ad7-app", "u-1", "Ana", null)));

        world.erases(CustomerSeen.subjectOf("ad7", "p-1"));
        world.erases(CustomerSeen.subjectOf("ad7-app", "u-1"));

        assertThat(peopleOf("ad7", "acme")).containsExactly("Jan user");
        assertThat(accounts.find("ad7-app", "only-anas")).isEmpty();
    }

    @Test
    void companies_stand_in_the_order_of_their_names_whatever_their_marks_and_capitals() {
        world.recordsAll(List.of(
                company("ad8", "c-1", "łódź Ad8"),
                company("ad8", "c-2", "Zebra Ad8"),
                company("ad8", "c-3", "Ładny Ad8"),
                company("ad8", "c-4", "lama Ad8"),
                of("abel-ad8", "ad8", "p-1", "Ana", null)));

        assertThat(found("ad8")).containsExactly("abel-ad8", "Ładny Ad8", "lama Ad8", "łódź Ad8", "Zebra Ad8");
    }

    @Test
    void they_are_found_by_the_beginnings_of_words_in_name_and_key() {
        world.recordsAll(List.of(company("ad9", "k-9471", "Żółta Kaczka Sp. z o.o.")));

        for (String words : List.of("zol kacz", "ŻÓŁTA", "9471", "k-94", "kaczka z")) {
            assertThat(found(words)).as(words).contains("Żółta Kaczka Sp. z o.o.");
        }
        for (String words : List.of("kaczka zebra", "' | ! & :* \\ kaczek:")) {
            assertThat(found(words)).as(words).isEmpty();
        }
        assertThat(found(" - ")).as("no word at all").isNotEmpty();
    }

    @Test
    void a_page_ends_where_the_next_one_begins() {
        world.recordsAll(IntStream.range(0, 5)
                .mapToObj(n -> company("ad10", "c-" + n, "Tenth " + n % 2))
                .toList());

        AccountDirectory.Page first = accounts.page("tenth", null, 3);
        AccountDirectory.Page second = accounts.page("tenth", first.next(), 3);

        assertThat(first.rows()).hasSize(3).doesNotContainAnyElementsOf(second.rows());
        assertThat(second.rows()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(accounts.place(String.valueOf(first.next()))).contains(first.next());
        assertThat(accounts.place("nonsense")).isEmpty();
        assertThat(accounts.place(Ids.next().toString())).isEmpty();
    }

    @Test
    void people_stand_in_the_order_in_which_they_were_seen_last_page_by_page() {
        for (String ref : List.of("p-1", "p-2", "p-3")) {
            world.recordsAll(List.of(of("acme", "ad11", ref, ref, null)));
        }
        world.meets("ad11", "p-2");
        AccountRow acme = accounts.find("ad11", "acme").orElseThrow();

        AccountPeople.Page first = people.page(acme, null, 2);
        AccountPeople.Page second = people.page(acme, first.next(), 2);

        assertThat(first.people()).extracting(AccountPerson::name).containsExactly("p-2", "p-3");
        assertThat(second.people()).extracting(AccountPerson::name).containsExactly("p-1");
        assertThat(second.next()).isNull();
        assertThat(first.people().get(0).toString()).doesNotContain("p-2");
    }

    private List<String> found(@Nullable String words) {
        return accounts.page(words, null, 50).rows().stream()
                .map(AccountRow::title)
                .toList();
    }

    private List<String> peopleOf(String source, String ref) {
        return people.page(accounts.find(source, ref).orElseThrow(), null, 50).people().stream()
                .map(person -> person.name() + " " + person.role())
                .toList();
    }

    private static AccountDescribed company(String source, String ref, String name) {
        return new AccountDescribed(
                AccountDescribed.accountOf(source, ref), source, ref, name, Map.of("industry", "retail"), NOON);
    }
}
