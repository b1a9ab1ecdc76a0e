package cx.ecou.platform.operations;

import cx.ecou.eventstore.deadletter.DeadLetters;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operator's pages bring along: their texts and their place in the menu. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    TextBundle operationsTexts() {
        return new TextBundle("texts/operations/messages");
    }

    /** Only what is parked waits for a person. */
    @Bean
    NavigationEntry operationsEntry(DeadLetters letters) {
        return new NavigationEntry(
                "operations",
                "/operations",
                "activity",
                NavigationEntry.Group.RUN,
                95,
                Set.of(Role.ADMIN),
                () -> letters.counts().stream()
                        .mapToLong(DeadLetters.Count::parked)
                        .sum());
    }
}
