package cx.ecou.platform.start;

import cx.ecou.platform.access.key.ApiKeys;
import cx.ecou.platform.access.link.FirstAdministrator;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts to use what the operator hands in for an unattended start; {@link SecretsCheck} has looked at it before. */
@Component
class HandedIn implements ApplicationRunner {

    private final Environment environment;
    private final FirstAdministrator administrator;
    private final ApiKeys keys;

    HandedIn(Environment environment, FirstAdministrator administrator, ApiKeys keys) {
        this.environment = environment;
        this.administrator = administrator;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String email = environment.getProperty("ecou.admin.email", "");
        String password = environment.getProperty("ecou.admin.password", "");
        if (!email.isEmpty() && !password.isEmpty()) {
            administrator.appoint(email, password);
        }
        String key = environment.getProperty("ecou.api.key", "");
        if (!key.isEmpty()) {
            keys.accept(key);
        }
    }
}
