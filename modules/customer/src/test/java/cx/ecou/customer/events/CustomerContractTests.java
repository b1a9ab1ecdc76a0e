package cx.ecou.customer.events;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.CustomerExamples;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.EventContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerContractTests implements EventContract {

    private static final UUID ANA = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final UUID ALSO_ANA = UUID.fromString("0198a000-0000-7000-8000-000000000002");
    private static final UUID DECISION = UUID.fromString("0198a000-0000-7000-8000-000000000003");
    private static final UUID MARTA = UUID.fromString("0198a000-0000-7000-8000-000000000004");

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
                Example.of(new CustomersMerged(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), IdentityKind.EMAIL, null)),
                new Example(
                        new CustomersMerged(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), null, MARTA), "by-a-person"),
                Example.of(new MergeUndone(DECISION, ANA, ALSO_ANA, List.of(ALSO_ANA), MARTA)),
                Example.of(new DuplicateDismissed(DECISION, ANA, ALSO_ANA, MARTA)));
    }

    @Test
    void what_is_personal_stays_out_of_logs() {
        assertThat(CustomerExamples.anaInTheShop().toString())
                .contains("language=pl")
                .doesNotContain("Kowalska", "example.org", "601", "8800", "d-1", "newsletter");
    }
}
