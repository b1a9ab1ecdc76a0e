package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTableTests {

    private static final ModelTable INBOX = new ModelTable("feedback", "inbox");

    @Test
    void as_a_rule_the_table_that_is_read_is_written() {
        assertThat(INBOX.target()).isEqualTo("feedback.inbox");
    }

    @Test
    void within_a_rebuild_its_copy_is_written_and_readers_stay_with_the_table_itself() {
        UnitOfWork<?> rebuild = DefaultUnitOfWork.startAndGet(null);
        new Shadow(ReadModel.of("action-plan.cases", INBOX)).receive(rebuild);

        try {
            assertThat(INBOX.target()).isEqualTo("action_plan_cases_rebuild.inbox");
            assertThat(INBOX.live()).isEqualTo("feedback.inbox");
        } finally {
            rebuild.rollback();
        }
        assertThat(INBOX.target()).isEqualTo("feedback.inbox");
    }

    @Test
    void a_table_that_was_forgotten_in_the_declaration_is_not_written_live_by_a_rebuild() {
        UnitOfWork<?> rebuild = DefaultUnitOfWork.startAndGet(null);
        new Shadow(ReadModel.of("feedback.inbox", INBOX)).receive(rebuild);

        try {
            assertThatIllegalStateException()
                    .isThrownBy(new ModelTable("feedback", "forgotten")::target)
                    .withMessageContaining("feedback.forgotten");
        } finally {
            rebuild.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "feedback, inbox; drop table account",
        "feedback, Inbox",
        "feedback, 1inbox",
        "feedback, ''",
        "'feed\"back', inbox",
        "feed.back, inbox"
    })
    void a_name_that_would_have_to_be_quoted_is_refused(String schema, String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelTable(schema, name));
    }
}
