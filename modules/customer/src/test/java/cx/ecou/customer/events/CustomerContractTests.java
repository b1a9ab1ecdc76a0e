package cx.ecou.customer.events;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.CustomerExamples;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.EventContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerContractTests implements EventContract {

    private static final UUID ANA = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final UUID ALSO_ANA = UUID.fromString("0198a000-0000-7000-8000-000000000002");
    private static final UUID DECISION = UUID.fromString("0198a000-0000-7000-8000-000000000003");
    private static final UUID MARTA = UUID.fromString("0198a000-0000-7000-8000-000000000004");

    private static final Instant SAID_AT = Instant.parse("2026-07-25T21:37:22Z");

    @Override
    public EventRegister register() {
        return new EventRegister("customer", CustomerEvent.class);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.of(new SubjectRecognised(ALSO_ANA, ANA, RecognisedBy.EMAIL, "app", "u-9")),
                Example.of(CustomerExamples.anaInTheShop()),
                new Example(CustomerExamples.aBuyerOfAcme(), "of-a-company"),
                Example.of(CustomerExamples.acme()),
                new Example(CustomerExamples.acmeWithoutAWord(), "without-a-word"),
                Example.of(new CustomersMerged(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), IdentityKind.EMAIL, null)),
                new Example(
                        new CustomersMerged(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), null, MARTA), "by-a-person"),
                Example.of(new MergeUndone(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), MARTA)),
                Example.of(new DuplicateDismissed(DECISION, ANA, ALSO_ANA, MARTA)),
                Example.of(new CustomerErased(
                        DECISION, ANA, List.of(ANA, ALSO_ANA), ErasureReason.REQUESTED, MARTA, SAID_AT)),
                new Example(
                        new CustomerErased(DECISION, ANA, List.of(ANA), ErasureReason.RESTORED, null, SAID_AT),
                        "after-a-restore"),
                Example.of(new ConsentGiven(
                        DECISION,
                        ANA,
                        Purpose.SURVEY,
                        Channel.EMAIL,
                        "2026-03/pl",
                        StatementSource.FORM,
                        SAID_AT,
                        MARTA)),
                Example.of(new ConsentWithdrawn(
                        DECISION, ANA, Purpose.MARKETING, Channel.SMS, StatementSource.PREFERENCE_PAGE, SAID_AT, null)),
                Example.of(new PreferencesChanged(
                        DECISION,
                        ANA,
                        false,
                        LocalDate.parse("2026-09-01"),
                        2,
                        MessagePeriod.MONTH,
                        Channel.PHONE,
                        StatementSource.SERVICE_DESK,
                        SAID_AT,
                        MARTA)),
                new Example(
                        new PreferencesChanged(
                                DECISION,
                                ANA,
                                true,
                                null,
                                null,
                                null,
                                null,
                                StatementSource.PREFERENCE_PAGE,
                                SAID_AT,
                                null),
                        "no-messages"),
                Example.of(new RetentionRuleSet(DECISION, RetentionKind.DESCRIBED, "shop", 1_095, MARTA, SAID_AT)),
                new Example(
                        new RetentionRuleSet(DECISION, RetentionKind.HEARD, null, 365, MARTA, SAID_AT),
                        "for-every-source"),
                Example.of(new RetentionRuleSwitchedOn(DECISION, 412, MARTA, SAID_AT)),
                Example.of(new RetentionRuleSwitchedOff(DECISION, MARTA, SAID_AT)));
    }

    @Test
    void what_is_personal_stays_out_of_logs() {
        assertThat(CustomerExamples.anaInTheShop().toString())
                .contains("language=pl")
                .doesNotContain("Kowalska", "example.org", "601", "8800", "d-1", "newsletter");
    }
}
