package cx.ecou.customer.web.retention;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class RetentionTextsTests {

    @Test
    void whom_time_erases_is_told_in_every_language() {
        TextCompleteness.of("texts/customer/retention").check();
    }
}
