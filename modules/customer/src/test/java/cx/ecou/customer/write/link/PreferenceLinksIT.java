package cx.ecou.customer.write.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.customer.World;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Ids;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EcouTest
class PreferenceLinksIT {

    @Autowired
    World world;

    @Autowired
    PreferenceLinks links;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void a_link_opens_the_page_of_one_customer_as_often_as_it_is_used() {
        UUID ana = world.meets("shop", "l1");
        String token = token(links.make(ana));

        assertThat(token).matches("[\\w-]{22}");
        assertThat(links.open(token)).isEqualTo(new OpenedLink(ana, null));
        assertThat(links.open(token)).isEqualTo(new OpenedLink(ana, null));
    }

    @Test
    void a_new_link_leaves_the_older_ones_open() {
        UUID ana = world.meets("shop", "l2");
        String first = token(links.make(ana));
        String second = token(links.make(ana));

        assertThat(first).isNotEqualTo(second);
        assertThat(links.open(first).customerId()).isEqualTo(ana);
    }

    @Test
    void every_node_knows_it_because_only_the_database_does() {
        UUID ana = world.meets("shop", "l3");
        var otherNode = new PreferenceLinks(database, clock);

        assertThat(otherNode.open(token(links.make(ana))).customerId()).isEqualTo(ana);
    }

    @Test
    void who_reads_the_database_cannot_open_it() {
        UUID ana = world.meets("shop", "l4");
        String token = token(links.make(ana));

        assertThat(database.sql("select l::text from customer.preference_link l where customer_id = ?")
                        .param(ana)
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void a_link_whose_time_is_over_is_expired_for_a_while_and_then_unknown() {
        UUID ana = world.meets("shop", "l5");
        String token = token(links.make(ana));

        expires(ana, "1 minute");
        links.forgetOld();
        assertThat(links.open(token)).isEqualTo(new OpenedLink(null, LinkProblem.EXPIRED));

        expires(ana, "181 days");
        links.forgetOld();
        assertThat(links.open(token)).isEqualTo(new OpenedLink(null, LinkProblem.UNKNOWN));
    }

    @Test
    void what_somebody_made_up_is_unknown() {
        assertThat(links.open("q3pQmVYb0V1Yy7m0Qd2TxA")).isEqualTo(new OpenedLink(null, LinkProblem.UNKNOWN));
        assertThat(links.open("")).isEqualTo(new OpenedLink(null, LinkProblem.UNKNOWN));
    }

    @Test
    void a_link_of_somebody_erased_opens_nothing_and_no_new_one_is_made() {
        UUID gone = world.meets("shop", "l6");
        String token = token(links.make(gone));
        database.sql("update customer.customer set erased_at = now() where customer_id = ?")
                .param(gone)
                .update();

        assertThat(links.open(token).problem()).isEqualTo(LinkProblem.EXPIRED);
        assertThatThrownBy(() -> links.make(gone)).isInstanceOf(DomainRuleViolation.class);
        assertThatThrownBy(() -> links.make(Ids.next())).isInstanceOf(DomainRuleViolation.class);
    }

    @Test
    void a_link_stays_out_of_logs() {
        PreferenceLink link = links.make(world.meets("shop", "l7"));

        assertThat(link.toString()).doesNotContain(token(link));
    }

    private void expires(UUID customerId, String ago) {
        database.sql("update customer.preference_link set expires_at = now() - ?::interval where customer_id = ?")
                .params(ago, customerId)
                .update();
    }

    private static String token(PreferenceLink link) {
        return link.path().substring("/preferences/".length());
    }
}
