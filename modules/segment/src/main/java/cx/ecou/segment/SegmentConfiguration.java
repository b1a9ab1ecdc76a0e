package cx.ecou.segment;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.segment.events.SegmentEvent;
import cx.ecou.webshell.texts.TextBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the house needs to know of this module. */
@Configuration(proxyBeanMethods = false)
class SegmentConfiguration {

    private static final int RANK = 4;

    @Bean
    ModuleSchema segmentSchema() {
        return new ModuleSchema("segment", RANK);
    }

    @Bean
    TextBundle segmentTexts() {
        return new TextBundle("texts/segment/messages");
    }

    @Bean
    EventRegister segmentEvents() {
        return new EventRegister("segment", SegmentEvent.class);
    }
}
