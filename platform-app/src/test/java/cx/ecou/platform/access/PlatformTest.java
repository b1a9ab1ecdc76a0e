package cx.ecou.platform.access;

import cx.ecou.eventstore.testing.EcouTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A test of the whole platform, listening on a port of its own, with a clock that can be put forward. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EcouTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({PlatformTest.Time.class, People.class})
public @interface PlatformTest {

    /** In place of the system's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
