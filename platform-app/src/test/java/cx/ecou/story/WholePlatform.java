package cx.ecou.story;

import cx.ecou.eventstore.testing.EcouTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the whole platform over HTTP, with a database of its own and a {@link Program} that has a key. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EcouTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ecou.api.key=" + WholePlatform.KEY)
@Import(Program.class)
@interface WholePlatform {

    String KEY = "story-key-0123456789-abcdefghijklmnop";
}
