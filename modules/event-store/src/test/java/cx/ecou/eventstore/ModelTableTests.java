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

    @Test
    void only_a_copy_whose_key_comes_last_is_loaded_without_it() {
        ModelTable added = INBOX.appended();
        ModelTable looked = new ModelTable("feedback", "kinds");
        var shadow = new Shadow(ReadModel.of("feedback.inbox", added, looked));
        assertThat(added.isLoading()).isFalse();

        inRebuild(shadow.whileLoading(), () -> {
            assertThat(added.isLoading()).isTrue();
            assertThat(looked.isLoading()).isFalse();
        });
        inRebuild(shadow, () -> assertThat(added.isLoading()).isFalse());
    }

    @Test
    void a_read_model_gathers_when_all_its_tables_are_counts() {
        ModelTable counts = new ModelTable("insight", "score_count").counting("answers");

        assertThat(ReadModel.of("insight.figures", counts).gathers()).isTrue();
        assertThat(ReadModel.of("insight.figures", counts, INBOX.appended()).gathers())
                .isFalse();
    }

    @Test
    void who_has_gathered_much_asks_the_rebuild_to_write_it() {
        UnitOfWork<?> rebuild = DefaultUnitOfWork.startAndGet(null);
        try {
            assertThat(Shadow.isToWrite(rebuild)).isFalse();
            Shadow.writeSoon();
            assertThat(Shadow.isToWrite(rebuild)).isTrue();
        } finally {
            rebuild.rollback();
        }
    }

    private static void inRebuild(Shadow shadow, Runnable work) {
        UnitOfWork<?> rebuild = DefaultUnitOfWork.startAndGet(null);
        shadow.receive(rebuild);
        try {
            work.run();
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
