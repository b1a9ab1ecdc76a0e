package cx.ecou.platform.start;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Looks at the configuration and the machine before anything is started, and refuses at the first thing that is wrong. */
public final class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<Check> CHECKS =
            List.of(new SecretsCheck(), new PortCheck(), new FolderCheck(), new DatabaseCheck());

    /** One thing that has to be right. */
    interface Check {

        /** @throws StartRefused if it is not */
        void check(Environment environment);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        CHECKS.forEach(check -> check.check(event.getEnvironment()));
    }

    /** After logging, so that the sentence looks like any other line. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
