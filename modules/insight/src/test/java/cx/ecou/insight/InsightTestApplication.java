package cx.ecou.insight;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackEvent;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import cx.ecou.kernel.Role;
import cx.ecou.segment.events.Finding;
import cx.ecou.segment.events.MembershipCause;
import cx.ecou.segment.events.MembershipWords;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.events.SegmentEvent;
import cx.ecou.webshell.nextstep.NextStep;
import cx.ecou.webshell.nextstep.NextSteps;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The module with its neighbours' events, but without the neighbours. */
@SpringBootApplication
class InsightTestApplication {

    @Bean
    EventRegister customerEvents() {
        return new EventRegister("customer", CustomerEvent.class);
    }

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }

    @Bean
    EventRegister actionPlanEvents() {
        return new EventRegister("action-plan", ActionPlanEvent.class);
    }

    @Bean
    EventRegister segmentEvents() {
        return new EventRegister("segment", SegmentEvent.class);
    }

    /** As the module below names things, without its languages. */
    @Bean
    MembershipWords membershipWords() {
        return new MembershipWords() {

            @Override
            public String because(@Nullable MembershipCause cause) {
                return cause == null ? "CLOSED" : cause.name();
            }

            @Override
            public List<String> findings(Rule rule, List<Finding> findings) {
                return findings.stream()
                        .map(finding -> "condition " + finding.condition() + ": " + finding.value())
                        .toList();
            }
        };
    }

    /** About one customer there is something to do for which one must be an agent. */
    @Bean
    NextSteps stepsOfAgents() {
        return new NextSteps() {

            @Override
            public String about() {
                return "customer";
            }

            @Override
            public Set<Role> doneBy() {
                return Set.of(Role.CX_AGENT);
            }

            @Override
            public List<NextStep> of(UUID id) {
                return id.equals(CustomerSeen.subjectOf("done-by", "c-1"))
                        ? List.of(new NextStep(NextStep.TO_LOOK_AT, "users", "customer.merge", List.of(), null))
                        : List.of();
            }
        };
    }

    /** Nobody works here; who did something is not named. */
    @Bean
    Colleagues colleagues() {
        return new Colleagues() {

            @Override
            public List<Colleague> all() {
                return List.of();
            }

            @Override
            public Optional<Colleague> find(UUID id) {
                return Optional.empty();
            }
        };
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(Intake.NOON);
    }
}
