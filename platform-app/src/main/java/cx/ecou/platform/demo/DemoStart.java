package cx.ecou.platform.demo;

import java.time.Instant;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills the demonstration when Ecou starts, and says on the console who can sign in. Pages answer meanwhile. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger("ecou");
    private static final int TOLD_EACH = 2_000;

    private final FirstStart firstStart;
    private final DemoPeople people;
    private final DemoYear year;

    DemoStart(FirstStart firstStart, DemoPeople people, DemoYear year) {
        this.firstStart = firstStart;
        this.people = people;
        this.year = year;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant now = firstStart.moment();
        year.load(now, people.hire(), DemoStart::tell);
    }

    /** After the line that says where Ecou is. */
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            sayWhoCanSignIn();
        }
    }

    private static void sayWhoCanSignIn() {
        log.info(
                "Demonstration: everything is invented. Sign in with the password {} as {}.",
                DemoPeople.PASSWORD,
                DemoPeople.EVERYBODY.stream()
                        .map(person -> person.email() + " (" + person.role() + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static void tell(int loaded, int all) {
        if (loaded % TOLD_EACH == 0 || loaded == all) {
            log.info("Demonstration: {} of {} pieces of invented feedback, with their cases", loaded, all);
        }
    }
}
