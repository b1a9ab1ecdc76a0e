package cx.ecou.actionplan.web;

import static cx.ecou.actionplan.CaseExamples.ILINCA;
import static cx.ecou.actionplan.CaseExamples.MAREK;
import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.read.casefile.CaseFilter;
import cx.ecou.actionplan.read.casefile.CaseOrder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CasesQueryTests {

    @Test
    void an_empty_address_asks_for_the_whole_board() {
        var query = CasesQuery.of(Map.of());
        assertThat(query.filter(ILINCA)).isEqualTo(CaseFilter.ALL);
        assertThat(query.isList()).isFalse();
        assertThat(query.here()).isEqualTo("/cases");
    }

    @Test
    void every_filter_stands_in_the_address() {
        var query = CasesQuery.of(Map.of(
                "q", " late ", "owner", "me", "priority", "URGENT", "touchpoint", "delivery", "overdue", "true"));
        assertThat(query.filter(ILINCA))
                .isEqualTo(new CaseFilter(Set.of(), ILINCA, false, Priority.URGENT, "delivery", true, "late"));
        assertThat(query.filters()).containsOnlyKeys("q", "owner", "priority", "touchpoint", "overdue");
    }

    @Test
    void an_owner_is_me_nobody_or_a_colleague() {
        assertThat(CasesQuery.of(Map.of("owner", "none")).filter(ILINCA).unowned())
                .isTrue();
        assertThat(CasesQuery.of(Map.of("owner", MAREK.toString()))
                        .filter(ILINCA)
                        .owner())
                .isEqualTo(MAREK);
    }

    @Test
    void what_cannot_be_read_is_left_out() {
        var query = CasesQuery.of(Map.of(
                "owner",
                "somebody",
                "priority",
                "1",
                "status",
                "LOST",
                "overdue",
                "perhaps",
                "view",
                "pie",
                "sort",
                "up",
                "colour",
                "red",
                "q",
                "x".repeat(201)));
        assertThat(query.parameters()).isEmpty();
    }

    @Test
    void the_list_shows_what_is_not_resolved_unless_asked_otherwise() {
        assertThat(CasesQuery.of(Map.of()).statuses()).isEqualTo(CaseStatus.UNRESOLVED);
        assertThat(CasesQuery.of(Map.of("status", "all")).statuses()).isEmpty();
        assertThat(CasesQuery.of(Map.of("status", "CLOSED")).statuses()).containsExactly(CaseStatus.CLOSED);
        assertThat(CasesQuery.of(Map.of("sort", "newest")).order()).isEqualTo(CaseOrder.NEWEST);
        assertThat(CasesQuery.of(Map.of()).order()).isEqualTo(CaseOrder.DUE);
    }

    @Test
    void links_keep_the_rest_of_the_address_and_are_safe() {
        var query = CasesQuery.of(Map.of("q", "50% & more", "owner", "me"));
        assertThat(query.without("owner")).isEqualTo("/cases?q=50%25%20%26%20more");
        assertThat(query.with("overdue", "true")).isEqualTo("/cases?q=50%25%20%26%20more&owner=me&overdue=true");
        assertThat(query.listOf(CaseStatus.OPEN))
                .isEqualTo("/cases?view=list&q=50%25%20%26%20more&owner=me&status=OPEN");
    }
}
