package cx.ecou.eventstore;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class EventStoreTestApplication {

    @Bean
    EventRegister lamps() {
        return new EventRegister("lamp", Lamp.class);
    }
}
