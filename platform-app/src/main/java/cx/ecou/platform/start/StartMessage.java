package cx.ecou.platform.start;

import cx.ecou.platform.access.account.Accounts;
import cx.ecou.platform.access.link.OneTimeLinks;
import cx.ecou.webshell.access.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the console says at the end of the start: where Ecou is, and how the first administrator gets in. */
@Component
class StartMessage {

    private static final Logger log = LoggerFactory.getLogger("ecou");
    private static final int MILLIS = 1_000;

    private final PublicAddress address;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Environment environment;

    StartMessage(PublicAddress address, Accounts accounts, OneTimeLinks links, Environment environment) {
        this.address = address;
        this.accounts = accounts;
        this.links = links;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Integer port = environment.getProperty("local.server.port", Integer.class);
        if (port == null) {
            return;
        }
        log.info("Ecou is ready after {} s: {}", seconds(event), address.link(port, "/"));
        if (!accounts.administratorExists()) {
            log.info(
                    "Nobody can sign in yet. Set up the first administrator here, once, within 24 hours: {}",
                    address.link(port, "/set-up/" + links.forSetUp()));
        }
    }

    private static String seconds(ApplicationReadyEvent event) {
        return event.getTimeTaken() == null
                ? "?"
                : Long.toString(Math.round((double) event.getTimeTaken().toMillis() / MILLIS));
    }
}
