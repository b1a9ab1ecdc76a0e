package cx.ecou.platform.demo;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.platform.access.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A test of the demonstration as it starts, with a tenth of its customers; all such tests see the same one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EcouTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ecou.demo.voices=2000", "ecou.home=target/demo"})
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(People.class)
@interface YearOfTheShop {}
