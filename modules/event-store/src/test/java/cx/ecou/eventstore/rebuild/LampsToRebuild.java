package cx.ecou.eventstore.rebuild;

import cx.ecou.eventstore.testing.EcouTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of rebuilds, a hundred events at a time; all such tests see the same shelf. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EcouTest
@TestPropertySource(properties = {"test.world=rebuild", "ecou.rebuild.events-at-once=100"})
@Import(RebuiltLamps.class)
@interface LampsToRebuild {}
