package cx.ecou.customer.write.consent;

import static cx.ecou.customer.write.consent.Saying.MONDAY;
import static cx.ecou.customer.write.consent.Saying.OFFERS;
import static cx.ecou.customer.write.consent.Saying.SURVEYS;
import static cx.ecou.customer.write.consent.Saying.TUESDAY;
import static cx.ecou.customer.write.consent.Saying.WEDNESDAY;
import static cx.ecou.customer.write.consent.Saying.no;
import static cx.ecou.customer.write.consent.Saying.nothing;
import static cx.ecou.customer.write.consent.Saying.rather;
import static cx.ecou.customer.write.consent.Saying.wants;
import static cx.ecou.customer.write.consent.Saying.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.World;
import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.StatementSource;
import cx.ecou.customer.write.person.Merging;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class ConsentsIT {

    private static final UUID MARTA = Ids.next();

    @Autowired
    World world;

    @Autowired
    Consents consents;

    @Autowired
    OwnChoices choices;

    @Autowired
    Merging merging;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void what_a_customer_says_is_recorded_with_the_text_the_source_and_the_moment() {
        UUID ana = world.meets("shop", "c1");

        List<UUID> said = consents.state(ana, List.of(yes(SURVEYS, MONDAY), no(OFFERS, TUESDAY)), null, MARTA);

        assertThat(world.recorded(said.toArray(UUID[]::new)))
                .containsExactly(
                        new ConsentGiven(
                                said.get(0),
                                ana,
                                Purpose.SURVEY,
                                Channel.EMAIL,
                                "2026-03",
                                StatementSource.FORM,
                                MONDAY,
                                MARTA),
                        new ConsentWithdrawn(
                                said.get(1),
                                ana,
                                Purpose.MARKETING,
                                Channel.SMS,
                                StatementSource.SERVICE_DESK,
                                TUESDAY,
                                MARTA));
        assertThat(consents.standing(ana).consents()).containsExactly(no(OFFERS, TUESDAY), yes(SURVEYS, MONDAY));
    }

    @Test
    void how_a_customer_wants_to_be_written_to_is_recorded_as_a_whole() {
        UUID ana = world.meets("shop", "c2");

        List<UUID> said = consents.state(ana, List.of(), wants(nothing(), MONDAY), null);
        consents.state(ana, List.of(), wants(rather(Channel.PHONE), TUESDAY), null);

        assertThat(world.recorded(said.get(0)))
                .containsExactly(new PreferencesChanged(
                        said.get(0), ana, true, null, null, null, null, StatementSource.FORM, MONDAY, null));
        assertThat(consents.standing(ana).preferences()).isEqualTo(rather(Channel.PHONE));
    }

    @Test
    void what_is_said_again_is_recorded_once() {
        UUID ana = world.meets("shop", "c3");
        var said = List.of(yes(SURVEYS, MONDAY));

        List<UUID> first = consents.state(ana, said, wants(nothing(), MONDAY), MARTA);
        List<UUID> again = consents.state(ana, said, wants(nothing(), MONDAY), MARTA);

        assertThat(again).isEqualTo(first);
        assertThat(world.recorded(first.toArray(UUID[]::new))).hasSize(2);
    }

    @Test
    void a_late_message_does_not_overrule_what_was_said_after_it() {
        UUID ana = world.meets("shop", "c4");
        consents.state(ana, List.of(no(SURVEYS, TUESDAY)), wants(nothing(), TUESDAY), null);

        consents.state(ana, List.of(yes(SURVEYS, MONDAY)), wants(rather(Channel.SMS), MONDAY), null);

        assertThat(consents.standing(ana).agreesTo(SURVEYS)).isFalse();
        assertThat(consents.standing(ana).preferences()).isEqualTo(nothing());
    }

    @Test
    void of_two_statements_at_one_moment_the_withdrawal_counts() {
        UUID ana = world.meets("shop", "c5");

        consents.state(ana, List.of(no(SURVEYS, MONDAY), yes(SURVEYS, MONDAY)), null, null);

        assertThat(consents.standing(ana).agreesTo(SURVEYS)).isFalse();
    }

    @Test
    void something_else_at_the_same_moment_is_refused_and_nothing_is_recorded() {
        UUID ana = world.meets("shop", "c6");
        consents.state(ana, List.of(yes(SURVEYS, MONDAY)), wants(nothing(), MONDAY), null);
        var otherText = new ConsentStatement(SURVEYS, true, "2026-04", StatementSource.FORM, MONDAY);

        refused("conflicting-repeat", () -> consents.state(ana, List.of(yes(OFFERS, MONDAY), otherText), null, null));
        refused("conflicting-repeat", () -> consents.state(ana, List.of(), wants(rather(Channel.APP), MONDAY), null));
        assertThat(consents.standing(ana).consents()).containsExactly(yes(SURVEYS, MONDAY));
    }

    @Test
    void nobody_speaks_for_a_customer_who_is_unknown_or_erased() {
        UUID gone = world.meets("shop", "c7");
        database.sql("update customer.customer set erased_at = now() where customer_id = ?")
                .param(gone)
                .update();

        refused("customer.unknown", () -> consents.state(Ids.next(), List.of(yes(SURVEYS, MONDAY)), null, null));
        refused("customer.erased", () -> consents.state(gone, List.of(yes(SURVEYS, MONDAY)), null, null));
    }

    @Test
    void of_a_merged_customer_the_latest_statement_of_any_part_counts() {
        UUID ana = world.meets("shop", "c8-a");
        UUID other = world.meets("shop", "c8-b");
        UUID third = world.meets("shop", "c8-c");
        consents.state(ana, List.of(yes(SURVEYS, MONDAY), yes(OFFERS, TUESDAY)), null, null);
        consents.state(other, List.of(no(SURVEYS, WEDNESDAY)), wants(nothing(), TUESDAY), null);
        consents.state(third, List.of(no(OFFERS, TUESDAY)), wants(rather(Channel.SMS), MONDAY), null);

        merging.merge(other, third, MARTA);
        merging.merge(ana, other, MARTA);

        for (UUID part : List.of(ana, other, third)) {
            assertThat(consents.standing(part).agreesTo(SURVEYS)).isFalse();
            assertThat(consents.standing(part).agreesTo(OFFERS)).isFalse();
            assertThat(consents.standing(part).preferences()).isEqualTo(nothing());
        }
    }

    @Test
    void undone_each_has_what_they_said_themselves_also_what_was_said_meanwhile() {
        UUID ana = world.meets("shop", "c9-a");
        UUID other = world.meets("shop", "c9-b");
        consents.state(ana, List.of(yes(SURVEYS, MONDAY)), null, null);
        UUID mergeId = merging.merge(ana, other, MARTA);
        consents.state(other, List.of(no(SURVEYS, TUESDAY)), null, null);
        assertThat(consents.standing(ana).agreesTo(SURVEYS)).isFalse();

        merging.undo(mergeId, MARTA);

        assertThat(consents.standing(ana).consents()).containsExactly(yes(SURVEYS, MONDAY));
        assertThat(consents.standing(other).consents()).containsExactly(no(SURVEYS, TUESDAY));
    }

    @Test
    void an_own_choice_counts_at_once_even_where_a_fast_clock_has_spoken() {
        UUID ana = world.meets("shop", "c10");
        Instant ahead = clock.instant().plus(Duration.ofMinutes(4));
        consents.state(ana, List.of(yes(SURVEYS, ahead)), wants(rather(Channel.SMS), ahead), null);

        choices.choose(ana, Set.of(OFFERS), Set.of(SURVEYS), "page");
        choices.prefer(ana, before -> before.withMessages(false));

        assertThat(consents.standing(ana).agreesTo(SURVEYS)).isFalse();
        assertThat(consents.standing(ana).agreesTo(OFFERS)).isTrue();
        assertThat(consents.standing(ana).preferences()).isEqualTo(new Preferences(true, null, null, Channel.SMS));
    }

    @Test
    void a_choice_that_changes_nothing_is_not_recorded() {
        UUID ana = world.meets("shop", "c11");
        consents.state(ana, List.of(yes(SURVEYS, MONDAY)), wants(nothing(), MONDAY), null);

        choices.choose(ana, Set.of(SURVEYS), Set.of(OFFERS), "page");
        choices.prefer(ana, before -> before.withMessages(false));

        assertThat(consents.standing(ana).consents()).containsExactly(yes(SURVEYS, MONDAY));
        assertThat(consents.standing(ana).preference()).isEqualTo(wants(nothing(), MONDAY));
    }

    private static void refused(String rule, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        DomainRuleViolation.class,
                        broken -> assertThat(broken.code()).isEqualTo(rule));
    }
}
