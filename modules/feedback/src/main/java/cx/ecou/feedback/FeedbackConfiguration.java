package cx.ecou.feedback;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.feedback.events.FeedbackEvent;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.problems.UploadRoute;
import cx.ecou.webshell.texts.TextBundle;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the house needs to know of this module. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    ModuleSchema feedbackSchema() {
        return new ModuleSchema("feedback", 2);
    }

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }

    @Bean
    NavigationEntry inboxEntry() {
        return new NavigationEntry("inbox", "/inbox", "inbox", NavigationEntry.Group.MAIN, 20, Set.of(Role.values()));
    }

    @Bean
    NavigationEntry importsEntry() {
        return new NavigationEntry(
                "imports",
                "/imports",
                "file-import",
                NavigationEntry.Group.RUN,
                10,
                Set.of(Role.ADMIN, Role.CX_MANAGER));
    }

    @Bean
    UploadRoute importUpload() {
        return new UploadRoute("/imports");
    }

    @Bean
    UploadRoute importUploadOfPrograms() {
        return new UploadRoute("/api/v1/imports");
    }

    @Bean
    TextBundle importTexts() {
        return new TextBundle("texts/feedback/imports");
    }

    @Bean
    TextBundle feedbackTexts() {
        return new TextBundle("texts/feedback/messages");
    }
}
